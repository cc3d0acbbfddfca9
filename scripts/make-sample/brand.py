"""Fennwick's brand: page frame, covers, charts and drawn screens as HTML, and the way to PDF and PNG."""
import html, os, random, subprocess, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / 'resources' / 'sample' / 'files'
from brand_style import CSS
TEAL, DEEP, MID, SOFT, MIST, PAPER, STONE, GREY, INK, AMBER, CORAL = (
    '#0b4f57', '#073a41', '#12757f', '#bfdcdc', '#e6f1f0', '#f6f3ee', '#dcd5cb', '#857c72', '#2f2a26', '#e0a03a', '#cf6547')

MARK = ('<svg viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="{bg}"/>'
        '<path d="M7 19V8.5C7 6 8.6 5 11 5h6" fill="none" stroke="{fg}" stroke-width="2.6" stroke-linecap="round"/>'
        '<path d="M7 12.4c3.4-1.6 5.6 1.4 9.6 0" fill="none" stroke="{ac}" stroke-width="2.6" stroke-linecap="round"/></svg>')


def logo(light=False, name='Fennwick'):
    mark = MARK.format(bg='#ffffff' if light else TEAL, fg=TEAL if light else '#ffffff', ac=AMBER)
    return f'<span class="logo">{mark}{name}</span>'


def waves(seed=1, lines=26, colour='#ffffff', opacity=.13, w=210, h=297, start=.45, sun=None):
    """Contour lines, as of water in a fen: the brand's pattern."""
    import math
    r = random.Random(seed)
    a, b, c = r.uniform(0, 6), r.uniform(0, 6), r.uniform(.8, 1.5)
    out = []
    for i in range(lines):
        y0 = h * start + i * (h * (1 - start) / lines) * 1.05
        pts = []
        for k in range(0, 43):
            x = w * k / 42
            amp = 5 + 11 * i / lines
            y = y0 + amp * math.sin(x / w * 6.2 * c + a + i * .11) + amp * .55 * math.sin(x / w * 11 + b - i * .17)
            pts.append(f'{x:.1f},{y:.1f}')
        out.append(f'<polyline points="{" ".join(pts)}" fill="none" stroke="{colour}" stroke-width="{.35 + .5 * i / lines:.2f}" opacity="{opacity * (.35 + .9 * i / lines):.3f}"/>')
    cx, cy, r = sun or (w * .8, h * (start - .17), h * .085)
    sun = f'<circle cx="{cx:.0f}" cy="{cy:.0f}" r="{r:.0f}" fill="{AMBER}" opacity=".92"/>'
    return f'<svg viewBox="0 0 {w} {h}" preserveAspectRatio="xMidYMid slice">{sun}{"".join(out)}</svg>'


# Pages are sized to their content: text grows by up to an eighth to fill a page, or shrinks until it clears the foot.
FIT = '''for (const page of document.querySelectorAll('.page')) {
  const b = page.querySelector('.b'); if (!b) continue;
  const limit = page.querySelector('.foot').getBoundingClientRect().top - 16;
  for (let z = 1.125; z > .78; z -= .005) { b.style.zoom = z; if (b.getBoundingClientRect().bottom <= limit) break; }
}'''


def dots(seed=1):
    """Dots that close into rings around a lock: the cover of the security pack."""
    import math
    out = []
    for k in range(12):
        rad = 17 + k * 13
        n = 10 + k * 4
        # Mixed with the ground beforehand: transparency costs readers of PDFs seconds.
        part = .55 - k * .042
        tone = '#' + ''.join(f'{round(int(DEEP[i:i + 2], 16) * (1 - part) + 255 * part):02x}' for i in (1, 3, 5))
        for i in range(n):
            t = 2 * math.pi * i / n + k * .13
            x, y = 142 + rad * math.cos(t), 112 + rad * math.sin(t)
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{1.8 - k * .08:.2f}" fill="{tone}"/>')
    lock = (f'<rect x="133.5" y="109" width="17" height="13" rx="2.4" fill="{AMBER}"/><path d="M136.8 109v-4.2a5.2 5.2 0 0 1 10.4 0v4.2" fill="none" stroke="{AMBER}" stroke-width="2.6"/>'
            f'<circle cx="142" cy="114.6" r="1.7" fill="{DEEP}"/><rect x="141.3" y="115" width="1.4" height="3.6" fill="{DEEP}"/>')
    return f'<svg viewBox="0 0 210 297" preserveAspectRatio="xMidYMid slice">{"".join(out)}{lock}</svg>'


def stairs():
    """Nine rising weeks: the cover of the implementation guide."""
    out = []
    for i in range(9):
        h = 26 + i * 15 + (i % 3) * 4
        c = AMBER if i == 8 else ['#cfe3e1', '#b5d4d2', '#97c3c1', '#78b0af', '#569b9c', '#358487', '#1d6d73', '#0f5a61'][i]
        out.append(f'<rect x="{20 + i * 19}" y="{190 - h}" width="15.5" height="{h}" rx="2" fill="{c}"/><text x="{27.7 + i * 19}" y="198" font-size="5" text-anchor="middle" fill="{GREY}" style="font-family:Manrope;font-weight:700">{i + 1}</text>')
    return f'<svg viewBox="0 0 210 297" preserveAspectRatio="xMidYMid slice">{"".join(out)}</svg>'


def compass():
    """Rings and a needle: covers of Northlake Research."""
    rings = ''.join(f'<circle cx="150" cy="105" r="{14 + k * 13}" fill="none" stroke="#fff" stroke-width=".4" opacity="{.5 - k * .035:.2f}"/>' for k in range(12))
    return f'<svg viewBox="0 0 210 297" preserveAspectRatio="xMidYMid slice">{rings}<path d="M150 66l11 39h-22z" fill="#c9a24a"/><path d="M150 144l11-39h-22z" fill="#fff" opacity=".55"/></svg>'


class Doc:
    """Pages with running feet. `title` shows in the foot; metadata is set when it is written."""

    def __init__(self, title, lang='en'):
        self.title, self.lang, self.pages = title, lang, []

    def cover(self, kicker, title, sub, meta=('Fennwick B.V.', '2026'), seed=1, art=None, cls=''):
        self.pages.append(
            f'<section class="page cover {cls}"><div class="art">{art or waves(seed)}</div><div class="in">{logo(cls != "light")}'
            f'<div class="mid"><div class="kicker">{kicker}</div><h1>{title}</h1><div class="sub">{sub}</div></div>'
            f'<div class="meta"><span>{meta[0]}</span><span>{meta[1]}</span></div></div></section>')

    def page(self, body, hero=None, style='', cls=''):
        n = len(self.pages) + 1
        top = ''
        if hero:
            kicker, title, sub, seed = hero
            top = (f'<div class="hero"><div class="art">{waves(seed, 16, w=210, h=92, start=.55, sun=(181, 47, 9))}</div><div class="top">{logo(True)}'
                   f'<div class="kicker">{kicker}</div></div><h1>{title}</h1><div class="sub">{sub}</div></div>')
        self.pages.append(f'<section class="page {cls}" style="{style}">{top}<div class="{"after-hero" if hero else ""}"><div class="b">{body}</div></div><div class="foot">{logo()}<span>{self.title}</span><span>{n}</span></div></section>')

    def html(self):
        return (f'<!doctype html><html lang="{self.lang}"><meta charset="utf-8"><title>{html.escape(self.title)}</title>'
                f'<style>{CSS}</style><body>{"".join(self.pages)}<script>{FIT}</script></body></html>')

    def write(self, name, author='Fennwick Product Marketing', title=None, subject=None, keywords=None, metadata=True):
        to_pdf(self.html(), OUT / name)
        set_metadata(OUT / name, title or self.title, author, subject, keywords, metadata)
        print(name, len(self.pages), 'pages', (OUT / name).stat().st_size // 1024, 'kB')


def chromium(*args):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', f'--user-data-dir={profile}',
                        '--virtual-time-budget=2000', *args], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)


def to_pdf(source, target):
    with tempfile.NamedTemporaryFile('w', suffix='.html', delete=False) as f:
        f.write(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    chromium('--no-pdf-header-footer', '--generate-pdf-document-outline', f'--print-to-pdf={target}', f'file://{f.name}')
    os.unlink(f.name)


def to_png(body, target, width, height, scale=2, css=''):
    source = f'<!doctype html><meta charset="utf-8"><style>{CSS} body{{width:{width}px;height:{height}px;overflow:hidden}}{css}</style><body>{body}</body>'
    with tempfile.NamedTemporaryFile('w', suffix='.html', delete=False) as f:
        f.write(source)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    # The new headless mode counts the window's frame as part of its size: draw more, then cut.
    chromium(f'--window-size={width},{height + 160}', f'--force-device-scale-factor={scale}', f'--screenshot={target}', f'file://{f.name}')
    os.unlink(f.name)
    from PIL import Image
    Image.open(target).crop((0, 0, round(width * scale), round(height * scale))).save(target)


def set_metadata(path, title, author, subject=None, keywords=None, keep=True):
    import pikepdf
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for k in list(pdf.docinfo.keys()):
            del pdf.docinfo[k]
        if keep:
            pdf.docinfo['/Title'], pdf.docinfo['/Author'] = title, author
            if subject: pdf.docinfo['/Subject'] = subject
            if keywords: pdf.docinfo['/Keywords'] = keywords
        pdf.docinfo['/Creator'] = 'Fennwick Brand Studio'
        if '/ViewerPreferences' in pdf.Root: del pdf.Root['/ViewerPreferences']
        pdf.save(path, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


# --- pieces -------------------------------------------------------------------------------------------------------

def stats(*pairs):
    return '<div class="stats">' + ''.join(f'<div class="stat"><b>{v}</b><span>{l}</span></div>' for v, l in pairs) + '</div>'


def table(head, rows, numeric=(), total=False):
    def cells(row, tag):
        return ''.join(f'<{tag}{" class=n" if i in numeric else ""}>{c}</{tag}>' for i, c in enumerate(row))
    body = ''.join(f'<tr{" class=sum" if total and i == len(rows) - 1 else ""}>{cells(r, "td")}</tr>' for i, r in enumerate(rows))
    return f'<table><thead><tr>{cells(head, "th")}</tr></thead><tbody>{body}</tbody></table>'


def quote(text, who):
    return f'<blockquote>{text}<footer>{who}</footer></blockquote>'


def fig(title, svg, caption=''):
    return f'<figure class="fig"><div class="t">{title}</div>{svg}<figcaption>{caption}</figcaption></figure>'


def hbars(rows, unit='', w=480, label=170, bar=15, gap=9, peak=None, colours=None, fmt=None):
    """Horizontal bars: (label, value) pairs."""
    top = peak or max(v for _, v in rows)
    h = len(rows) * (bar + gap)
    out = []
    for i, (name, v) in enumerate(rows):
        y = i * (bar + gap) + 2
        c = (colours or {}).get(name, MID)
        bw = (w - label - 62) * v / top
        shown = fmt(v) if fmt else f'{v:g}{unit}'
        out.append(f'<text x="{label - 8}" y="{y + bar * .72}" text-anchor="end" font-size="10.5" fill="{INK}">{name}</text>'
                   f'<rect x="{label}" y="{y}" width="{w - label - 62}" height="{bar}" rx="2" fill="{PAPER}"/>'
                   f'<rect x="{label}" y="{y}" width="{bw:.1f}" height="{bar}" rx="2" fill="{c}"/>'
                   f'<text x="{label + bw + 7:.1f}" y="{y + bar * .75}" font-size="10.5" font-weight="600" fill="{INK}">{shown}</text>')
    return f'<svg viewBox="0 0 {w} {h}" width="100%">{"".join(out)}</svg>'


def vbars(groups, series, colours, w=480, h=190, unit='', fmt=None):
    """Grouped columns: groups = [(label, [v1, v2…])], series = names."""
    top = max(max(vs) for _, vs in groups) * 1.15
    left, bottom, head = 8, 24, 24
    gw = (w - left) / len(groups)
    bw = min(34, gw * .7 / len(series))
    out = [f'<line x1="{left}" x2="{w}" y1="{h - bottom}" y2="{h - bottom}" stroke="{STONE}"/>']
    x = left
    for name, c in zip(series, colours):
        out.append(f'<rect x="{x}" y="3" width="10" height="10" rx="2" fill="{c}"/><text x="{x + 15}" y="12" font-size="10" fill="{INK}">{name}</text>')
        x += 30 + len(name) * 5.8
    for i, (name, vs) in enumerate(groups):
        cx = left + gw * (i + .5)
        for k, v in enumerate(vs):
            bh = (h - bottom - head - 12) * v / top * 1.12
            bx = cx - bw * len(vs) / 2 + k * bw
            shown = fmt(v) if fmt else f'{v:g}{unit}'
            out.append(f'<rect x="{bx + 1:.1f}" y="{h - bottom - bh:.1f}" width="{bw - 2:.1f}" height="{bh:.1f}" rx="2" fill="{colours[k]}"/>'
                       f'<text x="{bx + bw / 2:.1f}" y="{h - bottom - bh - 4:.1f}" text-anchor="middle" font-size="9" font-weight="600" fill="{INK}">{shown}</text>')
        out.append(f'<text x="{cx:.1f}" y="{h - 8}" text-anchor="middle" font-size="10" fill="{GREY}">{name}</text>')
    return f'<svg viewBox="0 0 {w} {h}" width="100%">{"".join(out)}</svg>'


def lines(labels, series, w=480, h=190, unit='', lo=0, hi=None, colours=None, zero=False, digits=0):
    """Lines: series = [(name, [values])]."""
    colours = colours or [MID, AMBER, GREY, CORAL]
    hi = hi or max(max(v) for _, v in series) * 1.1
    left, right, bottom, head = 40, 14, 24, 24
    px = lambda i: left + (w - left - right) * i / (len(labels) - 1)
    py = lambda v: head + (h - head - bottom) * (1 - (v - lo) / (hi - lo))
    out = []
    for k in range(5):
        v = lo + (hi - lo) * k / 4
        out.append(f'<line x1="{left}" x2="{w - right}" y1="{py(v):.1f}" y2="{py(v):.1f}" stroke="{STONE}" stroke-width=".7"/>'
                   f'<text x="{left - 6}" y="{py(v) + 3:.1f}" text-anchor="end" font-size="9" fill="{GREY}">{v:,.{digits}f}{unit}</text>')
    if zero:
        out.append(f'<line x1="{left}" x2="{w - right}" y1="{py(0):.1f}" y2="{py(0):.1f}" stroke="{INK}" stroke-width="1.1"/>')
    for i, l in enumerate(labels):
        out.append(f'<text x="{px(i):.1f}" y="{h - 7}" text-anchor="middle" font-size="9" fill="{GREY}">{l}</text>')
    x = left
    for (name, vs), c in zip(series, colours):
        pts = ' '.join(f'{px(i):.1f},{py(v):.1f}' for i, v in enumerate(vs))
        out.append(f'<polyline points="{pts}" fill="none" stroke="{c}" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"/>')
        out += [f'<circle cx="{px(i):.1f}" cy="{py(v):.1f}" r="2.8" fill="#fff" stroke="{c}" stroke-width="1.7"/>' for i, v in enumerate(vs)]
        out.append(f'<rect x="{x}" y="4" width="14" height="4" rx="2" fill="{c}"/><text x="{x + 19}" y="10" font-size="10" fill="{INK}">{name}</text>')
        x += 36 + len(name) * 5.8
    return f'<svg viewBox="0 0 {w} {h}" width="100%">{"".join(out)}</svg>'


def donut(parts, centre, sub, size=150):
    """Ring: parts = [(label, share, colour)] with shares that add up to 100."""
    import math
    r, out, at = 54, [], 0
    circ = 2 * math.pi * r
    for _, share, c in parts:
        out.append(f'<circle cx="75" cy="75" r="{r}" fill="none" stroke="{c}" stroke-width="21" stroke-dasharray="{circ * share / 100 - 1.5:.1f} {circ:.1f}" '
                   f'stroke-dashoffset="{-circ * at / 100:.1f}" transform="rotate(-90 75 75)"/>')
        at += share
    out.append(f'<text x="75" y="77" text-anchor="middle" font-size="25" font-weight="800" fill="{TEAL}" style="font-family:Manrope">{centre}</text>'
               f'<text x="75" y="91" text-anchor="middle" font-size="8.5" fill="{GREY}">{sub}</text>')
    legend = ''.join(f'<div style="display:flex;gap:2mm;align-items:center;margin-bottom:1.4mm;font-size:8.4pt"><i style="width:3mm;height:3mm;border-radius:.8mm;background:{c};flex:none"></i>'
                     f'<span>{l}</span><b style="margin-left:auto;padding-left:3mm">{s}%</b></div>' for l, s, c in parts)
    return f'<div style="display:flex;align-items:center;gap:6mm"><svg viewBox="0 0 150 150" width="{size}" style="flex:none">{"".join(out)}</svg><div style="flex:1">{legend}</div></div>'


def steps(items):
    """A row of numbered steps joined by a line."""
    cells = ''.join(f'<div style="position:relative;padding-top:11mm"><div style="position:absolute;top:3.3mm;left:0;right:-5mm;height:.5mm;background:{SOFT if i < len(items) - 1 else "transparent"}"></div>'
                    f'<div style="position:absolute;top:0;left:0;width:7mm;height:7mm;border-radius:50%;background:{MID};color:#fff;font:700 8.5pt/7mm Manrope;text-align:center">{i + 1}</div>'
                    f'<b style="font:700 9.4pt Manrope;color:{TEAL};display:block;margin-bottom:1mm">{a}</b><span style="font-size:8.3pt;line-height:1.4;display:block;color:#5d554d">{b}</span></div>' for i, (a, b) in enumerate(items))
    return f'<div style="display:grid;grid-template-columns:repeat({len(items)},1fr);gap:5mm;margin:4mm 0 5mm">{cells}</div>'


# --- drawn screens ------------------------------------------------------------------------------------------------

def ui(nav, active, body, app='Fennwick Flow', me='MO', counts=None):
    items = ''.join(f'<div class="{"on" if n == active else ""}"><span>{n}</span><span>{(counts or {}).get(n, "")}</span></div>' for n in nav)
    return (f'<div class="ui"><div class="bar">{logo(True, app)}<span style="margin-left:4mm;opacity:.75">Search invoices, suppliers, orders</span><span class="me">{me}</span></div>'
            f'<div class="main"><div class="nav">{items}</div><div class="body">{body}</div></div></div>')


FLOW_NAV = ['Inbox', 'To approve', 'Exceptions', 'Suppliers', 'Reports', 'Rules']
FLOW_COUNTS = {'Inbox': 42, 'To approve': 9, 'Exceptions': 5}


def ui_inbox():
    rows = [('Tideway Packaging', 'INV-88214', '€12,480.00', '<span class="chip ok">Matched 3-way</span>', 'Posts today 18:00'),
            ('Nordlys Energi', '2026-4471', '€3,912.60', '<span class="chip ok">Matched 2-way</span>', 'Posts today 18:00'),
            ('Hartwell Couriers', 'HC/10932', '€846.15', '<span class="chip wait">Waiting for M. Okafor</span>', 'Due in 6 days'),
            ('Bexley Maintenance', 'BM-5520', '€7,300.00', '<span class="chip bad">Price differs 4.2%</span>', 'Asked the buyer'),
            ('Lindqvist Pallets', '70031', '€2,118.40', '<span class="chip ok">Matched 3-way</span>', 'Posts today 18:00'),
            ('Corran IT Services', 'CIT-0419', '€15,990.00', '<span class="chip info">Coding suggested 98%</span>', 'Cost centre 4120'),
            ('Aldergate Print', 'AP-2231', '€418.90', '<span class="chip ok">Within tolerance</span>', 'Posts today 18:00')]
    body = ''.join('<tr>' + ''.join(f'<td{" class=n" if i == 2 else ""}>{c}</td>' for i, c in enumerate(r)) + '</tr>' for r in rows)
    return ui(FLOW_NAV, 'Inbox', f'<div style="display:flex;justify-content:space-between;align-items:start"><h5>Inbox</h5><span><span class="btn line">Filter</span> <span class="btn">Add invoices</span></span></div>'
              f'<table><tr><th>Supplier</th><th>Invoice</th><th class=n>Amount</th><th>State</th><th>Next</th></tr>{body}</table>', counts=FLOW_COUNTS)


def ui_invoice(nav=True):
    inv = ('<div class="inv"><b style="font-size:8pt;color:#555">TIDEWAY <span style="font-weight:400">PACKAGING</span></b><div style="float:right;text-align:right">Invoice <span class="hl">INV-88214</span><br>Date <span class="hl">14 Sep 2026</span></div>'
           '<div style="margin:4mm 0 2mm;color:#777">Bill to: Brightwater Foods, Plant 3<br>Order <span class="hl">4500 118 302</span></div>'
           '<table style="font-size:5.4pt"><tr><th>Item</th><th class=n>Qty</th><th class=n>Price</th><th class=n>Amount</th></tr>'
           '<tr><td>Tray liner 400 × 300</td><td class=n><span class="hl">24,000</span></td><td class=n>0.31</td><td class=n>7,440.00</td></tr>'
           '<tr><td>Carton E-flute</td><td class=n><span class="hl">6,000</span></td><td class=n>0.51</td><td class=n>3,060.00</td></tr></table>'
           '<div style="text-align:right;margin-top:2mm">VAT 1,980.00<br><b>Total <span class="hl">€12,480.00</span></b></div></div>')
    side = ('<div style="display:grid;gap:1.6mm">'
            + ''.join(f'<div style="display:flex;justify-content:space-between;border-bottom:.2mm solid #eee;padding-bottom:.8mm"><span style="color:#857c72">{a}</span><b>{b}</b></div>'
                      for a, b in [('Supplier', 'Tideway Packaging'), ('Order', '4500 118 302 ✓'), ('Receipt', 'GR 77120 ✓'), ('Amount', '€12,480.00'), ('Terms', '2/10 net 45'), ('Confidence', '99.1%')])
            + '<div class="chip ok" style="padding:1mm 2mm">Order, receipt and invoice agree</div><div style="display:flex;gap:1.5mm;margin-top:1mm"><span class="btn">Approve</span><span class="btn line">Ask</span></div></div>')
    if not nav:
        return (f'<div class="ui"><div class="bar">{logo(True, "Fennwick Flow")}<span class="me">MO</span></div><div class="body">{inv}<div style="display:flex;gap:1.5mm;margin-top:2.5mm;align-items:center"><span class="chip ok" style="padding:.8mm 2mm">Order, receipt and invoice agree</span><span class="btn" style="margin-left:auto">Approve</span><span class="btn line">Ask</span></div></div></div>')
    return ui(FLOW_NAV, 'To approve', f'<h5>INV-88214</h5><div style="display:grid;grid-template-columns:1.4fr 1fr;gap:4mm">{inv}{side}</div>', counts=FLOW_COUNTS)


def ui_pay():
    rows = [('Friday run', '184 payments', '€1,204,310', '<span class="chip ok">Two approvals</span>'),
            ('Early payment: 2/10', '23 payments', '€318,940', '<span class="chip info">Saves €6,379</span>'),
            ('Bank details changed', '2 payments', '€41,700', '<span class="chip bad">Held: call back</span>'),
            ('Possible duplicate', '1 payment', '€8,120', '<span class="chip wait">Check INV-5102</span>')]
    body = ''.join('<tr>' + ''.join(f'<td{" class=n" if i == 2 else ""}>{c}</td>' for i, c in enumerate(r)) + '</tr>' for r in rows)
    cards = ''.join(f'<div style="background:{PAPER};border-radius:1.2mm;padding:2mm 2.4mm"><span style="color:#857c72">{a}</span><b style="display:block;font:800 10pt Manrope;color:{TEAL}">{b}</b></div>'
                    for a, b in [('Leaves on Friday', '€1.52m'), ('Discount to catch', '€6,379'), ('Held for a check', '€49,820')])
    return ui(['Runs', 'Suppliers', 'Bank changes', 'Discounts', 'Reports'], 'Runs', f'<h5>Payments for Friday, 25 September</h5><div style="display:grid;grid-template-columns:repeat(3,1fr);gap:2mm;margin-bottom:2.5mm">{cards}</div>'
              f'<table><tr><th>Batch</th><th>Content</th><th class=n>Amount</th><th>State</th></tr>{body}</table>'
              f'<div style="margin-top:2.6mm"><span class="btn">Release 207 payments</span> <span class="btn line">Hold</span></div>', app='Fennwick Pay', me='JT', counts={'Bank changes': 2, 'Runs': 4})
