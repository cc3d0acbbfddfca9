"""The style sheet of all PDFs and drawn pictures."""

CSS = r"""
:root { --teal:#0b4f57; --deep:#073a41; --mid:#12757f; --soft:#bfdcdc; --mist:#e6f1f0; --paper:#f6f3ee; --stone:#dcd5cb;
  --grey:#857c72; --ink:#2f2a26; --amber:#e0a03a; --coral:#cf6547; }
/* Ligatures come out of PDFs as holes in words, wide spacing as single letters: both spoil search. Every `font:` resets this. */
* { box-sizing: border-box; font-variant-ligatures: none !important; font-feature-settings: "liga" 0, "clig" 0, "dlig" 0, "calt" 0 !important; }
@page { size: A4; margin: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 9.9pt/1.5 Lato, sans-serif; color: var(--ink); }
.page { position: relative; width: 210mm; height: 297mm; padding: 20mm 20mm 22mm; overflow: hidden; break-after: page; background: #fff; }
.page:last-child { break-after: auto; }
h1,h2,h3,h4 { font-family: Manrope, sans-serif; color: var(--teal); line-height: 1.16; margin: 0; letter-spacing: -.01em; }
h1 { font-size: 24pt; font-weight: 800; margin-bottom: 4mm; }
h2 { font-size: 14.5pt; font-weight: 700; margin: 6mm 0 2.4mm; }
h3 { font-size: 10.5pt; font-weight: 700; margin: 4mm 0 1.2mm; color: var(--mid); }
h1 + h2, .lead + h2 { margin-top: 4mm; }
p { margin: 0 0 2.6mm; }
ul, ol { margin: 0 0 3mm; padding-left: 5mm; } li { margin-bottom: 1.1mm; } li::marker { color: var(--mid); }
.lead { font-size: 12pt; line-height: 1.45; color: #4e463f; margin-bottom: 5mm; }
.kicker { font: 700 7.6pt Manrope; letter-spacing: .03em; text-transform: uppercase; color: var(--mid); margin-bottom: 2.5mm; }
.small { font-size: 7.8pt; color: var(--grey); line-height: 1.4; }
.foot { position: absolute; left: 20mm; right: 20mm; bottom: 10mm; display: flex; justify-content: space-between; align-items: center;
  font-size: 7.2pt; color: var(--grey); border-top: .3mm solid var(--stone); padding-top: 2.4mm; }
.foot .logo { font-size: 8.5pt; }
.logo { font: 800 12pt Manrope; letter-spacing: -.02em; color: var(--teal); display: inline-flex; align-items: center; gap: .42em; }
.logo svg { width: 1.35em; height: 1.35em; }
.cols { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; } .cols3 { display: grid; grid-template-columns: repeat(3,1fr); gap: 6mm; }
.c73 { display: grid; grid-template-columns: 1.75fr 1fr; gap: 9mm; } .c64 { display: grid; grid-template-columns: 1.35fr 1fr; gap: 8mm; }
.c46 { display: grid; grid-template-columns: 1fr 1.35fr; gap: 8mm; }
.stats { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 5mm; margin: 4mm 0 6mm; }
.stat { border-top: 1mm solid var(--mid); padding-top: 2.6mm; }
.stat b { display: block; font: 800 21pt/1.05 Manrope; color: var(--teal); letter-spacing: -.03em; margin-bottom: 1.2mm; }
.stat span { font-size: 8.3pt; color: #5d554d; line-height: 1.35; display: block; }
.dark { background: var(--teal); color: #fff; } .dark h1,.dark h2,.dark h3 { color: #fff; }
.card { background: var(--paper); border-radius: 2mm; padding: 5mm 5.5mm; break-inside: avoid; }
.card h3:first-child { margin-top: 0; } .card :last-child { margin-bottom: 0; }
.card.teal { background: var(--teal); color: #e9f4f3; } .card.teal h3 { color: #fff; } .card.mist { background: var(--mist); }
.note { border-left: 1.1mm solid var(--amber); background: #fcf6ea; padding: 3.4mm 4.5mm; margin: 4mm 0; border-radius: 0 1.4mm 1.4mm 0; }
.note :last-child { margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; font-size: 8.6pt; margin: 2.5mm 0 4mm; line-height: 1.38; }
th { text-align: left; font: 700 7.8pt Manrope; color: #fff; background: var(--teal); padding: 2mm 2.6mm; vertical-align: bottom; }
th:first-child { border-radius: 1.2mm 0 0 0; } th:last-child { border-radius: 0 1.2mm 0 0; }
td { padding: 1.9mm 2.6mm; border-bottom: .25mm solid var(--stone); vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.sum td { font-weight: 700; background: var(--mist); border-bottom: 0; color: var(--teal); }
td:first-child { font-weight: 600; }
blockquote { margin: 5mm 0; padding: 0; font: 600 14pt/1.36 Manrope; color: var(--teal); position: relative; padding-left: 9mm; }
blockquote::before { content: "\201C"; position: absolute; left: -1mm; top: -2.5mm; font: 800 40pt/1 Manrope; color: var(--soft); }
blockquote footer { font: 500 8.6pt/1.4 Lato; color: var(--grey); margin-top: 2.5mm; }
.fig { margin: 3mm 0 5mm; break-inside: avoid; } .fig figcaption, .cap { font-size: 7.8pt; color: var(--grey); margin-top: 1.6mm; line-height: 1.4; }
.fig .t { font: 700 9.4pt Manrope; color: var(--ink); margin-bottom: 2mm; }
figure { margin: 0; } svg { display: block; } svg text { font-family: Lato, sans-serif; }
.pill { display: inline-block; padding: .5mm 2.2mm; border-radius: 3mm; background: var(--mist); color: var(--teal); font: 600 7.4pt Lato; margin: 0 1mm 1mm 0; }
.tick { list-style: none; padding-left: 0; } .tick li { padding-left: 6mm; position: relative; }
.tick li::before { content: ""; position: absolute; left: 0; top: 1.2mm; width: 3.1mm; height: 3.1mm; border-radius: 50%; background: var(--mid); }
.tick li::after { content: ""; position: absolute; left: .95mm; top: 1.95mm; width: 1.25mm; height: .7mm; border-left: .35mm solid #fff; border-bottom: .35mm solid #fff; transform: rotate(-45deg); }
/* covers */
.cover { padding: 0; color: #fff; background: var(--teal); }
.cover .art { position: absolute; inset: 0; } .cover .art svg { width: 100%; height: 100%; }
.cover .in { position: absolute; left: 20mm; right: 20mm; top: 20mm; bottom: 20mm; display: flex; flex-direction: column; }
.cover .logo { color: #fff; font-size: 15pt; } .cover .mid { margin-top: auto; max-width: 135mm; }
.cover h1 { color: #fff; font-size: 35pt; line-height: 1.06; letter-spacing: -.025em; margin-bottom: 6mm; }
.cover .sub { font-size: 13pt; line-height: 1.45; color: #d5e8e7; max-width: 120mm; }
.cover .kicker { color: #8fc4c4; font-size: 8.5pt; } .cover .meta { margin-top: 16mm; font-size: 8.6pt; color: #a9cccc; display: flex; justify-content: space-between; }
.hero { position: absolute; left: 0; right: 0; top: 0; height: 92mm; background: var(--teal); color: #fff; padding: 18mm 20mm 0; overflow: hidden; }
.hero .art { position: absolute; inset: 0; } .hero .art svg { width: 100%; height: 100%; } .hero > *:not(.art) { position: relative; }
.hero .logo { color: #fff; } .hero h1 { color: #fff; font-size: 26pt; margin: 12mm 0 3.5mm; max-width: 150mm; } .hero .kicker { color: #8fc4c4; margin: 0; }
.hero .sub { font-size: 11pt; color: #d5e8e7; max-width: 135mm; line-height: 1.45; } .hero .top { display: flex; justify-content: space-between; align-items: center; }
.after-hero { margin-top: 80mm; }
.toc { list-style: none; padding: 0; } .toc li { display: flex; gap: 5mm; border-bottom: .25mm solid var(--stone); padding: 2.6mm 0; margin: 0; font: 600 10.5pt Manrope; color: var(--teal); }
.toc li span:first-child { width: 8mm; color: var(--mid); } .toc li span:last-child { margin-left: auto; color: var(--grey); font-weight: 500; }
/* drawn screens */
.ui { border-radius: 2.2mm; background: #fff; border: .3mm solid var(--stone); box-shadow: 0 2mm 7mm rgba(20,40,40,.16); overflow: hidden; font: 6.6pt/1.35 Lato; color: #36312d; }
.ui .bar { height: 6mm; background: var(--deep); color: #cfe3e2; display: flex; align-items: center; gap: 3mm; padding: 0 3mm; font-size: 6pt; }
.ui .bar .logo { white-space: nowrap; font-size: 7pt; color: #fff; } .ui .bar .me { margin-left: auto; width: 3.6mm; height: 3.6mm; border-radius: 50%; background: var(--amber); color: var(--deep); font: 700 4.4pt/3.6mm Lato; text-align: center; }
.ui .main { display: grid; grid-template-columns: 26mm 1fr; } .ui .nav { background: var(--paper); padding: 3mm 2mm; border-right: .25mm solid var(--stone); }
.ui .nav div { padding: 1.1mm 2mm; border-radius: 1mm; color: #6a6159; display: flex; justify-content: space-between; } .ui .nav div.on { background: #fff; color: var(--teal); font-weight: 700; }
.ui .body { padding: 3.2mm 3.6mm; } .ui h5 { margin: 0 0 2mm; font: 700 9pt Manrope; color: var(--ink); }
.ui table { font-size: 6.4pt; margin: 0; } .ui th { background: none; color: var(--grey); padding: 1mm 1.4mm; font-size: 5.8pt; border-bottom: .25mm solid var(--stone); border-radius: 0; } .ui td { padding: 1.25mm 1.4mm; white-space: nowrap; font-weight: 400; }
.ui td:first-child { font-weight: 600; }
.chip { display: inline-block; border-radius: 2mm; padding: .2mm 1.6mm; font-weight: 600; font-size: 5.8pt; } .ok { background:#d9efe3; color:#1d6b46; } .wait { background:#fbeccb; color:#86590c; } .bad { background:#f8dcd4; color:#98391f; } .info { background:var(--mist); color:var(--teal); }
.btn { display: inline-block; background: var(--mid); color: #fff; border-radius: 1.2mm; padding: .9mm 3mm; font-weight: 600; } .btn.line { background: #fff; color: var(--teal); border: .25mm solid var(--mid); }
.inv { background: #fff; border: .25mm solid var(--stone); padding: 3mm; font-size: 5.6pt; position: relative; } .inv .hl { background: #d6ecea; outline: .2mm solid var(--mid); border-radius: .4mm; padding: 0 .5mm; }

.c73 > .card, .c64 > .card { align-self: start; }
.tight .hero { height: 74mm; padding-top: 14mm; } .tight .hero h1 { margin-top: 9mm; } .tight .after-hero { margin-top: 59mm; } .tight h2 { margin-top: 4mm; }
.tight .hero { height: 66mm; } .tight .hero h1 { font-size: 23pt; max-width: none; } .tight .after-hero { margin-top: 51mm; }

.cols > *, .c64 > *, .c46 > *, .c73 > *, .cols3 > * { min-width: 0; }
.c46 .ui { zoom: .76; } .stat b { white-space: nowrap; font-size: 19pt; }
.cover.night { background: var(--deep); }
.cover.light { background: var(--paper); } .cover.light h1 { color: var(--teal); } .cover.light .logo { color: var(--teal); } .cover.light .sub { color: #5d554d; } .cover.light .kicker { color: var(--mid); } .cover.light .meta { color: var(--grey); }
"""
