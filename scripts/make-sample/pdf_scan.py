"""A signed letter that somebody put on a scanner: pictures of pages, no text."""
import io, random
from PIL import Image, ImageFilter
import pikepdf
from brand import *

LETTER = '''<style>body{background:#fff;font:15.5px/1.62 "Liberation Serif",serif;color:#1b1b20}.l{padding:84px 96px}h1{font:700 25px "Liberation Sans";color:#25427a;margin:0;letter-spacing:.02em}
.a{font:11.5px/1.5 "Liberation Sans";color:#555}.top{display:flex;justify-content:space-between;border-bottom:2px solid #25427a;padding-bottom:14px;margin-bottom:44px}p{margin:0 0 15px;text-align:justify}
.f{position:absolute;bottom:44px;left:96px;right:96px;font:10.5px "Liberation Sans";color:#777;border-top:1px solid #bbb;padding-top:8px;text-align:center}</style>'''
HEAD = '''<div class="top"><div><h1>Meridale Health</h1><div class="a">Eleven clinics. One standard of care.</div></div><div class="a" style="text-align:right">14 Priory Walk<br>Aldermere AM3 2QD<br>Office of the CIO</div></div>'''
SIGN = '<svg width="270" height="92" viewBox="0 0 270 92"><path d="M8 62c16-34 26-52 32-48s-10 44-6 50 22-38 28-36-6 30 2 32 14-24 22-24-2 22 6 22 12-16 20-18 4 18 12 16 16-38 24-44-6 40 0 46 18-18 26-20 0 18 8 18 18-14 26-14 8 10 40-2" fill="none" stroke="#1c2f80" stroke-width="2.6" stroke-linecap="round"/><path d="M30 76c60-10 140-14 214-12" fill="none" stroke="#1c2f80" stroke-width="1.8" stroke-linecap="round"/></svg>'
STAMP = '<svg width="150" height="150" viewBox="0 0 150 150" style="position:absolute;right:120px;top:690px;transform:rotate(-14deg);opacity:.72"><circle cx="75" cy="75" r="66" fill="none" stroke="#8c2b3a" stroke-width="3.5"/><circle cx="75" cy="75" r="48" fill="none" stroke="#8c2b3a" stroke-width="1.6"/><text x="75" y="70" text-anchor="middle" font-size="15" font-weight="700" fill="#8c2b3a" style="font-family:Liberation Sans">RELEASED</text><text x="75" y="88" text-anchor="middle" font-size="11" fill="#8c2b3a" style="font-family:Liberation Sans">11 JUN 2026</text><path id="c" d="M75 75m-56 0a56 56 0 1 1 112 0a56 56 0 1 1-112 0" fill="none"/><text font-size="10.5" fill="#8c2b3a" style="font-family:Liberation Sans" letter-spacing="2"><textPath href="#c">MERIDALE HEALTH · LEGAL · COMMUNICATIONS ·</textPath></text></svg>'
ONE = f'''{LETTER}<div class="l">{HEAD}<div style="margin-bottom:34px">To whom it may concern<br><span style="float:right">Aldermere, 9 June 2026</span></div><p><b>Reference for Fennwick Flow</b></p>
<p>Meridale Health runs eleven clinics and a laboratory. We pay 9,300 supplier invoices a month, from implants to laundry. Since October 2025 they pass through Fennwick Flow. I am glad to say why we chose it, what happened, and what we would ask for today.</p>
<p>We are a hospital group. Our first question is never what a system can do, but what it can do to us. We gave our usual questionnaire of 214 points to four vendors. Fennwick answered in three days, in writing, and marked eleven points as “not fulfilled”. No other vendor marked a single one. We checked twenty answers at random and found all twenty to be true. That settled more than any presentation.</p>
<p>Two requirements were not negotiable. Documents had to stay in our region, and the keys had to be ours. Both are in place. In March we withdrew the key in a test, as our regulator advises. After four minutes and ten seconds nothing could be read, and after we gave the key back everything worked. Our auditors have the record.</p>
<p>The introduction took eleven weeks instead of nine. One week was ours, lost to a change in our own network. One was lost because receipts in our stores are booked by ward and not by order, which nobody had asked about in time. It was solved without charge.</p></div><div class="f">Meridale Health · registered charity · page 1 of 2</div>'''
TWO = f'''{LETTER}<div class="l">{HEAD}<p>Eight months later, 69 percent of our invoices post without anybody touching them. Approvals take 4.1 days in place of 13. The wards no longer see paper. I am told that the accounts payable team held a small funeral for the fax machine.</p>
<p>What I value most is dull. In eight months there was one disturbance, of fifty minutes, on a Sunday. We were told before we noticed. The report came on Tuesday, gave the cause in two sentences, and named what would be changed. It was changed.</p>
<p>There are things that we miss. The reports are good, but we would like to cut them by clinic and by ward without asking. The administrator’s pages are only in English and four other languages; our Welsh colleagues have views on this. And we would have liked to be told in the first meeting that supplier data is half of the work.</p>
<p>I have spoken with six organisations who considered Fennwick and I am willing to speak with more, for half an hour, by appointment with my office. This letter may be shown to them. It may not be printed in part.</p>
<p style="margin-top:34px">Yours faithfully,</p>{SIGN}<div style="margin-top:2px">Dr. Helen Acheson<br><span class="a">Chief Information Officer, Meridale Health</span></div>{STAMP}</div><div class="f">Meridale Health · registered charity · page 2 of 2</div>'''


def scan(body, seed):
    r = random.Random(seed)
    to_png(body, '/tmp/sample-scan.png', 794, 1123, 1.75)
    page = Image.open('/tmp/sample-scan.png').convert('RGB')
    page = page.rotate(r.uniform(-.9, .9), resample=Image.BICUBIC, expand=False, fillcolor=(236, 234, 229))
    w, h = page.size
    paper = Image.effect_noise((w, h), 14).convert('RGB').point(lambda v: 255 - abs(v - 128) // 2)
    shade = Image.linear_gradient('L').rotate(90).resize((w, h)).point(lambda v: 255 - v // 14)
    from PIL import ImageChops
    page = ImageChops.multiply(ImageChops.multiply(page.filter(ImageFilter.GaussianBlur(.7)), paper), Image.merge('RGB', (shade, shade, shade.point(lambda v: v - 7))))
    out = io.BytesIO()
    page.save(out, 'JPEG', quality=56)
    return out.getvalue(), w, h


def main():
    pdf = pikepdf.new()
    for seed, body in ((3, ONE), (8, TWO)):
        data, w, h = scan(body, seed)
        page = pdf.add_blank_page(page_size=(595.3, 841.9))
        image = pikepdf.Stream(pdf, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=w, Height=h, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.Contents = pikepdf.Stream(pdf, b'q 595.3 0 0 841.9 0 0 cm /Im0 Do Q')
    pdf.docinfo['/Creator'] = 'Office scanner, second floor'
    pdf.save(OUT / 'Reference letter Meridale Health.pdf')
    print('scan', (OUT / 'Reference letter Meridale Health.pdf').stat().st_size // 1024, 'kB')


if __name__ == '__main__':
    main()
