"""Architecture picture, quote card, the pictures in the decks, and the application's icon."""
import subprocess
from PIL import Image
from brand import *

BUILD = Path('/tmp/sample-build')
DASHES = ' stroke-dasharray="6"'
ICONS = HERE.parent.parent / 'resources' / 'icons'


def squeeze(path, colours=128):
    """PNG with a palette: a fifth of the bytes, no visible difference in drawings."""
    Image.open(path).convert('RGB').quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def architecture():
    lane = lambda x, w, name, fill: f'<rect x="{x}" y="112" width="{w}" height="468" rx="14" fill="{fill}"/><text x="{x + 20}" y="142" font-size="13" font-weight="700" letter-spacing="1.4" fill="{GREY}">{name}</text>'
    b = lambda x, y, w, t, s='', dark=False, h=64: (f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="10" fill="{TEAL if dark else "#fff"}" stroke="{MID}" stroke-width="1.6"/>'
        f'<text x="{x + w / 2}" y="{y + (h / 2 - 2 if s else h / 2 + 6)}" text-anchor="middle" font-size="17" font-weight="700" fill="{"#fff" if dark else TEAL}" style="font-family:Manrope">{t}</text>'
        + (f'<text x="{x + w / 2}" y="{y + h / 2 + 18}" text-anchor="middle" font-size="12.5" fill="{"#d5e8e7" if dark else GREY}">{s}</text>' if s else ''))
    def a(points, label='', lx=0, ly=0, dash=False):
        return (f'<polyline points="{points}" fill="none" stroke="{MID}" stroke-width="2.2" marker-end="url(#m)" stroke-linejoin="round"{DASHES if dash else ""}/>'
                + (f'<rect x="{lx - len(label) * 3.4 - 5}" y="{ly - 14}" width="{len(label) * 6.8 + 10}" height="19" rx="4" fill="#fff" opacity=".94"/><text x="{lx}" y="{ly}" text-anchor="middle" font-size="12.5" fill="{INK}">{label}</text>' if label else ''))
    svg = (f'<svg viewBox="0 0 1200 700" width="1200" height="700"><defs><marker id="m" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z" fill="{MID}"/></marker></defs><rect width="1200" height="700" fill="#fff"/>'
           f'<text x="40" y="58" font-size="30" font-weight="800" fill="{TEAL}" style="font-family:Manrope">Fennwick architecture</text><text x="40" y="86" font-size="15" fill="{GREY}">What runs where, and what flows between. Outbound connections only; documents stay in the chosen region.</text>'
           + lane(40, 268, 'YOUR NETWORK', PAPER) + lane(366, 500, 'FENNWICK · REGION EU OR US', MIST) + lane(924, 236, 'PEOPLE AND BANKS', PAPER)
           + b(68, 168, 212, 'ERP', 'orders, receipts, postings') + b(68, 292, 212, 'Gateway', 'outbound TLS, port 443 only', True) + b(68, 416, 212, 'Mail, Peppol, portal', 'documents') + b(68, 500, 212, 'Identity provider', 'SAML, SCIM', h=56)
           + b(394, 168, 200, 'Ingress', 'malware scan, TLS 1.3') + b(394, 292, 200, 'Capture', 'isolated workers') + b(394, 416, 200, 'Match', 'lines and tolerances')
           + b(638, 168, 200, 'Archive', 'AES-256, your key') + b(638, 292, 200, 'Questions', 'routing, deputies') + b(638, 416, 200, 'Fennwick Pay', 'checks, runs, discounts', True) + b(394, 508, 444, 'Audit log · append-only, 10 years', '', h=48)
           + b(950, 168, 184, 'Auditors', 'read-only') + b(950, 292, 184, 'Approvers', 'mail, Teams, phone') + b(950, 416, 184, 'Your banks', 'EBICS, host-to-host')
           + a('174,232 174,290') + a('280,324 336,324 336,210 392,210') + a('280,448 352,448 352,226 392,226') + a('494,232 494,290') + a('494,356 494,414') + a('594,200 636,200')
           + a('594,440 616,440 616,324 636,324') + a('738,356 738,414') + a('838,200 948,200') + a('838,324 948,324', 'one question', 893, 314) + a('838,448 948,448', 'signed runs', 893, 438) + a('494,480 494,506', dash=True) + a('738,480 738,506', dash=True)
           + f'<g font-size="13" fill="{INK}">' + ''.join(f'<circle cx="{x}" cy="622" r="5" fill="{c}"/><text x="{x + 14}" y="627">{t}</text>' for x, c, t in [(52, MID, 'RPO 5 minutes, RTO 2 hours'), (296, MID, 'Frankfurt and Dublin, or Ohio'), (546, MID, 'Key per tenant, customer-held on request'), (870, MID, 'Availability 99.97% in the last 12 months')])
           + f'</g><text x="40" y="672" font-size="12" fill="{GREY}">Fennwick B.V. · October 2026 · details in the security pack, page 3</text></svg>')
    to_png(svg, OUT / 'fennwick-architecture.png', 1200, 700, 1.6, 'body{font-family:Lato}svg text{font-family:Lato}')
    squeeze(OUT / 'fennwick-architecture.png', 96)


def quote_card():
    portrait = (f'<svg viewBox="0 0 200 200" width="250" height="250"><defs><clipPath id="k"><circle cx="100" cy="100" r="96"/></clipPath></defs><g clip-path="url(#k)"><rect width="200" height="200" fill="#8fc4c4"/>'
                f'<path d="M0 150l60-38 50 20 90-46v114H0z" fill="#5fa0a2"/><path d="M30 210c4-50 30-64 70-64s66 14 70 64z" fill="{DEEP}"/><path d="M82 128h36v26c0 8-36 8-36 0z" fill="#d9a583"/><path d="M78 150l22 22 22-22 10 6-32 40-32-40z" fill="#f2efe9"/>'
                '<ellipse cx="100" cy="98" rx="34" ry="41" fill="#e8b896"/><path d="M64 92c-4-36 20-48 38-46 24 2 38 16 34 46-4-14-10-22-20-24-18 2-38 0-44 4-4 6-6 12-8 20z" fill="#6b4a34"/>'
                '<path d="M70 112c2 24 16 34 30 34s28-10 30-34c-6 12-12 14-18 12-8-3-16-3-24 0-6 2-12 0-18-12z" fill="#7b573d"/><path d="M90 124c6 4 14 4 20 0" stroke="#b3705a" stroke-width="3" fill="none" stroke-linecap="round"/><circle cx="87" cy="98" r="3.2" fill="#3b2a20"/><circle cx="113" cy="98" r="3.2" fill="#3b2a20"/></g>'
                f'<circle cx="100" cy="100" r="96" fill="none" stroke="{AMBER}" stroke-width="6"/></svg>')
    body = (f'<div style="position:relative;width:1200px;height:675px;background:{TEAL};color:#fff;overflow:hidden"><div style="position:absolute;inset:0">{waves(21, 20, w=210, h=118, start=.5, sun=(400, -80, 10)).replace("<svg", "<svg width=1200 height=675")}</div>'
            f'<div style="position:absolute;left:80px;top:70px;right:80px;bottom:64px;display:grid;grid-template-columns:250px 1fr;gap:64px;align-items:center"><div>{portrait}</div><div><div style="font:800 120px/0.6 Manrope;color:{AMBER};margin-bottom:8px">“</div>'
            '<div style="font:700 41px/1.27 Manrope;letter-spacing:-.015em">My site managers used to sign eighty papers on a Friday. Now they answer five questions a day, standing next to a truck.</div>'
            '<div style="font:400 22px/1.4 Lato;color:#bfdcdc;margin-top:28px"><b style="color:#fff">Marius Dahl</b><br>Head of operations, Halden Cold Storage</div></div></div>'
            f'<div style="position:absolute;right:56px;bottom:40px;font-size:26px"><span style="zoom:1.7">{logo(True).replace("<span class=", "<span style=color:#fff class=", 1)}</span></div></div>')
    to_png(body, '/tmp/sample-quote.png', 1200, 675, 1.5)
    Image.open('/tmp/sample-quote.png').convert('RGB').save(OUT / 'quote-card-halden.jpg', quality=86, optimize=True, progressive=True)


def cover_art():
    """One picture a deck, on the right half of its cover: rings, columns, days, a curve."""
    def ring(cx, cy, r, share, c, w=6):
        import math
        n = 2 * math.pi * r
        return f'<circle cx="{cx}" cy="{cy}" r="{r}" fill="none" stroke="{STONE}" stroke-width="{w}"/><circle cx="{cx}" cy="{cy}" r="{r}" fill="none" stroke="{c}" stroke-width="{w}" stroke-linecap="round" stroke-dasharray="{n * share:.1f} {n:.1f}" transform="rotate(-90 {cx} {cy})"/>'
    days = ''.join(f'<rect x="{140 + 15 * (i % 4)}" y="{24 + 15 * (i // 4)}" width="12.5" height="12.5" rx="1.6" fill="{AMBER if i < 4 else "#ffffff"}" opacity="{1 if i < 4 else .3 if i < 9 else .09}"/>' for i in range(20))
    columns = ''.join(f'<rect x="{146 + 19 * i}" y="{100 - h}" width="13" height="{h + 30}" rx="1.6" fill="{c}"/>' for i, (h, c) in enumerate([(62, AMBER), (38, MID), (47, '#2b8c93')]))
    curve = (f'<path d="M112 84C128 96 140 97 152 84S180 46 214 14" fill="none" stroke="{AMBER}" stroke-width="1.6"/>'
             f'<line x1="112" x2="210" y1="78" y2="78" stroke="#fff" stroke-width=".3" opacity=".5"/><circle cx="157" cy="78" r="2.6" fill="#fff"/>')
    art = {'title-rings': (PAPER, ring(172, 50, 31, .76, TEAL) + ring(172, 50, 22.5, .62, MID) + ring(172, 50, 14, .9, AMBER)), 'title-columns': (DEEP, columns), 'title-days': ('#0f6670', days), 'title-curve': (TEAL, curve)}
    for name, (ground, drawing) in art.items():
        to_png(f'<div style="width:1333px;height:750px;background:{ground}"><svg viewBox="0 0 210 118" width="1333" height="750">{drawing}</svg></div>', BUILD / f'{name}.png', 1333, 750, 1.2)
        squeeze(BUILD / f'{name}.png', 64)
        to_png(f'<div style="width:120px;height:120px;background:{ground}">{MARK.format(bg="#fff", fg=TEAL, ac=AMBER)}</div>', BUILD / f'mark-{name}.png', 120, 120, 1)


def for_decks():
    BUILD.mkdir(exist_ok=True)
    full = '<div style="width:1333px;height:750px;background:{bg}">{art}</div>'
    to_png(full.format(bg=TEAL, art=waves(4, 22, w=210, h=118, start=.42, sun=(171, 34, 11)).replace('<svg', '<svg width=1333 height=750')), BUILD / 'title.png', 1333, 750, 1.2)
    to_png(full.format(bg=DEEP, art=waves(9, 20, w=210, h=118, start=.5, sun=(187, 28, 5)).replace('<svg', '<svg width=1333 height=750')), BUILD / 'section.png', 1333, 750, 1)
    for name, screen in (('inbox', ui_inbox()), ('invoice', ui_invoice()), ('pay', ui_pay())):
        to_png(f'<div style="zoom:1.5;padding:2px;width:515px" id=u>{screen}</div>', BUILD / f'{name}.png', 784, 448, 1.6, '.ui{box-shadow:none}')
        squeeze(BUILD / f'{name}.png')
    to_png(f'<div style="width:120px;height:120px">{MARK.format(bg=TEAL, fg="#fff", ac=AMBER)}</div>', BUILD / 'mark.png', 120, 120, 1)
    to_png(f'<div style="width:120px;height:120px;background:{TEAL}">{MARK.format(bg="#fff", fg=TEAL, ac=AMBER)}</div>', BUILD / 'mark-title.png', 120, 120, 1)
    for f in ('title', 'section'): squeeze(BUILD / f'{f}.png', 160)


ICON = '''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="Kitbag">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#17a08f"/><stop offset="1" stop-color="#0b6b66"/></linearGradient>
  </defs>
  <rect x="24" y="24" width="464" height="464" rx="108" fill="url(#ground)"/>
  <path d="M190 172v-28c0-25 20-44 44-44h44c24 0 44 19 44 44v28" fill="none" stroke="#ffffff" stroke-width="30" stroke-linecap="round"/>
  <path d="M132 170h248c17 0 31 13 32 30l12 168c2 29-20 52-48 52H136c-28 0-50-23-48-52l12-168c1-17 15-30 32-30z" fill="#ffffff"/>
  <path d="M99 262c46 34 98 50 157 50s111-16 157-50" fill="none" stroke="#0f7d75" stroke-width="24" stroke-linecap="butt"/>
  <rect x="224" y="282" width="64" height="60" rx="16" fill="#0f7d75"/>
</svg>
'''
ICON_SMALL = ICON.replace('stroke-width="24"', 'stroke-width="34"').replace('<rect x="224" y="282" width="64" height="60" rx="16"', '<rect x="212" y="272" width="88" height="84" rx="20"').replace('stroke-width="30"', 'stroke-width="38"')


def icons():
    ICONS.mkdir(parents=True, exist_ok=True)
    (ICONS / 'icon.svg').write_text(ICON)
    (BUILD / 'small.svg').write_text(ICON_SMALL)
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), '-o', str(ICONS / f'icon-{size}.png'), str(BUILD / 'small.svg' if size < 48 else ICONS / 'icon.svg')], check=True)
    (ICONS / 'icon.png').write_bytes((ICONS / 'icon-512.png').read_bytes())


if __name__ == '__main__':
    for_decks(); cover_art(); architecture(); quote_card(); icons()
