"""Puts a picture of the first slide into each deck (docProps/thumbnail.jpeg), as PowerPoint does."""
import io, re, subprocess, tempfile, zipfile
from PIL import Image
from brand import *

for deck in sorted(OUT.glob('*.pptx')):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(['soffice', f'-env:UserInstallation=file://{d}/profile', '--headless', '--convert-to', 'pdf', '--outdir', d, str(deck)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
        subprocess.run(['pdftoppm', '-f', '1', '-l', '1', '-r', '60', '-png', f'{d}/{deck.stem}.pdf', f'{d}/t'], check=True)
        out = io.BytesIO()
        Image.open(next(Path(d).glob('t*.png'))).convert('RGB').resize((512, 288), Image.LANCZOS).save(out, 'JPEG', quality=82)
    with zipfile.ZipFile(deck) as z:
        parts = {n: z.read(n) for n in z.namelist() if n != 'docProps/thumbnail.jpeg' and not n.endswith('/')}
    types = parts['[Content_Types].xml'].decode()
    if 'Extension="jpeg"' not in types:
        types = types.replace('<Default ', '<Default Extension="jpeg" ContentType="image/jpeg"/><Default ', 1)
    rels = re.sub(r'<Relationship [^>]*metadata/thumbnail[^>]*/>', '', parts['_rels/.rels'].decode())
    rels = rels.replace('</Relationships>', '<Relationship Id="rIdThumb" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>')
    parts |= {'[Content_Types].xml': types.encode(), '_rels/.rels': rels.encode(), 'docProps/thumbnail.jpeg': out.getvalue()}
    with zipfile.ZipFile(deck, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2026, 10, 1, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    print(deck.name, deck.stat().st_size // 1024, 'kB')
