"""ROI calculator, pricing and evaluation checklist. Formulas carry the values that LibreOffice computes for them."""
import datetime, re, subprocess, tempfile, zipfile
import openpyxl, xlsxwriter
from brand import *


def strip_values(path):
    """Takes the placeholder results away; LibreOffice computes a formula on loading only when it has none."""
    with zipfile.ZipFile(path) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    with zipfile.ZipFile(path, 'w') as z:
        for name, data in parts.items():
            z.writestr(name, re.sub(rb'</f><v>0</v>', b'</f>', data) if name.startswith('xl/worksheets/') else data)


class Book:
    """Written twice: once bare, once with the values of its formulas, so that readers without a calculator show them."""

    def __init__(self, name, title, author, fill):
        self.values = {}
        target = OUT / name
        with tempfile.TemporaryDirectory() as d:
            bare = Path(d) / 'bare.xlsx'
            self.make(bare, title, author, fill)
            strip_values(bare)
            subprocess.run(['soffice', f'-env:UserInstallation=file://{d}/profile', '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', f'{d}/out', str(bare)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
            computed = openpyxl.load_workbook(f'{d}/out/bare.xlsx', data_only=True)
            self.values = {(s.title, c.coordinate): c.value for s in computed for row in s.iter_rows() for c in row}
        self.make(target, title, author, fill)
        print(name, target.stat().st_size // 1024, 'kB')

    def make(self, path, title, author, fill):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.w = w = xlsxwriter.Workbook(str(path))
        w.set_properties({'title': title, 'author': author, 'company': 'Fennwick B.V.', 'created': datetime.datetime(2026, 9, 1, 9, 0)})
        base = {'font_name': 'Calibri', 'font_size': 11, 'font_color': INK, 'valign': 'vcenter'}
        f = lambda **k: w.add_format(base | k)
        line = {'bottom': 1, 'bottom_color': STONE}
        self.f = {'title': f(font_size=22, bold=True, font_color=TEAL), 'sub': f(font_color=GREY, italic=True), 'head': f(bold=True, font_color='#ffffff', bg_color=TEAL, text_wrap=True, indent=1), 'headr': f(bold=True, font_color='#ffffff', bg_color=TEAL, align='right', text_wrap=True),
                  'text': f(text_wrap=True, indent=1, **line), 'label': f(bold=True, indent=1, **line), 'in': f(bg_color='#FBECCB', num_format='#,##0', border=1, border_color=AMBER), 'in2': f(bg_color='#FBECCB', num_format='#,##0.00', border=1, border_color=AMBER), 'inp': f(bg_color='#FBECCB', num_format='0.0%', border=1, border_color=AMBER), 'inp3': f(bg_color='#FBECCB', num_format='0.000%', border=1, border_color=AMBER), 'int': f(bg_color='#FBECCB', border=1, border_color=AMBER),
                  'eur': f(num_format='€#,##0', **line), 'eur2': f(num_format='€#,##0.00', **line), 'num': f(num_format='#,##0', **line), 'pct': f(num_format='0.0%', **line), 'sum': f(bold=True, num_format='€#,##0;-€#,##0', bg_color=MIST, font_color=TEAL), 'suml': f(bold=True, indent=1, bg_color=MIST, font_color=TEAL), 'big': f(bold=True, font_size=20, font_color=TEAL, num_format='€#,##0', align='left'), 'big2': f(bold=True, font_size=20, font_color=TEAL, num_format='€#,##0.00', align='left'), 'bigp': f(bold=True, font_size=20, font_color=TEAL, num_format='0%', align='left'), 'bign': f(bold=True, font_size=20, font_color=TEAL, num_format='"month "0', align='left'), 'cap': f(font_color=GREY, text_wrap=True, valign='top'), 'score': f(align='center', **line), 'dec': f(num_format='0.0', bold=True, bg_color=MIST, font_color=TEAL, align='center'), 'neg': f(num_format='€#,##0;[Red]-€#,##0', **line)}
        fill(self)
        w.close()

    def sheet(self, name, title, sub, widths):
        s = self.w.add_worksheet(name)
        s.hide_gridlines(2)
        for i, width in enumerate(widths): s.set_column(i, i, width)
        s.set_row(0, 34); s.write('A1', title, self.f['title']); s.write('A2', sub, self.f['sub'])
        s.set_landscape(); s.fit_to_pages(1, 0); s.set_paper(9)
        return s

    def formula(self, s, cell, formula, style):
        s.write_formula(cell, formula, self.f[style], self.values.get((s.get_name(), cell), 0))

    def rows(self, s, first, head, rows, styles):
        for c, h in enumerate(head): s.write(first, c, h, self.f['headr' if c and styles[c] not in ('text', 'label', 'score') else 'head'])
        for r, row in enumerate(rows, first + 1):
            for c, v in enumerate(row):
                if isinstance(v, str) and v.startswith('='):
                    cell = f'{chr(65 + c)}{r + 1}'
                    self.formula(s, cell, v.replace('{r}', str(r + 1)), styles[c])
                else: s.write(r, c, v, self.f[styles[c]])
        return first + len(rows) + 1


RAMP = [0, .12, .333, .62, .79, .91, .955, 1, 1, 1, 1, 1]


def roi(b):
    s = b.sheet('Quick', 'ROI calculator', 'Fill in the coloured cells. Example: Brightwater Foods. Hours that are saved but not cashed are left out.', (40, 18, 4, 34, 18))
    s.write('A4', 'Your numbers', b.f['head']); s.write('B4', '', b.f['head'])
    for r, (label, v, style) in enumerate([('Invoices a year', 216000, 'in'), ('Spend a year, €', 312000000, 'in'), ('Spend with discount terms, €', 28200000, 'in'), ('Discount for early payment', .02, 'inp'), ('Share of discounts taken today', .09, 'inp'), ('Share of discounts taken with Fennwick', .82, 'inp'), ('Overtime and agency staff a year, €', 300000, 'in'), ('of which no longer needed', .5, 'inp'), ('Duplicates and over-payments, share of spend', .00042, 'inp3'), ('of which found', .8, 'inp'), ('Late fees and dunning a year, €', 80000, 'in'), ('of which avoided', .85, 'inp'), ('Audit and archive a year, €', 76000, 'in'), ('of which avoided', .75, 'inp')], 5):
        s.write(f'A{r}', label, b.f['label']); s.write(f'B{r}', v, b.f[style])
    s.write('A20', 'Cost', b.f['head']); s.write('B20', '', b.f['head'])
    for r, (label, v, style) in enumerate([('Fennwick Flow, a month, €', 11600, 'in'), ('Fennwick Pay, platform, a month, €', 490, 'in'), ('Payments a year', 38000, 'in'), ('Price of a payment, €', .38, 'in2'), ('Implementation, once, €', 46000, 'in'), ('Integration, own staff and partner, once, €', 24000, 'in'), ('Project team and training, once, €', 71000, 'in')], 21):
        s.write(f'A{r}', label, b.f['label']); s.write(f'B{r}', v, b.f[style])
    s.write('D4', 'Benefit of a full year', b.f['head']); s.write('E4', '€', b.f['headr'])
    for r, (label, formula) in enumerate([('Early-payment discounts', '=B7*B8*(B10-B9)'), ('Overtime and agency staff', '=B11*B12'), ('Duplicates and over-payments', '=B6*B13*B14'), ('Late fees', '=B15*B16'), ('Audit and archive', '=B17*B18')], 5):
        s.write(f'D{r}', label, b.f['label']); b.formula(s, f'E{r}', formula, 'eur')
    s.write('D10', 'Sum', b.f['suml']); b.formula(s, 'E10', '=SUM(E5:E9)', 'sum')
    for r, (label, cell, formula, style) in enumerate([('Payback in', 'D13', "=IFERROR(INDEX('By month'!A5:A41,MATCH(TRUE,INDEX('By month'!E5:E41>=0,0),0)),\"later than three years\")", 'bign'), ('Return on the first year’s cost', 'D16', "='Three years'!B13", 'bigp'), ('Net over three years', 'D19', "='Three years'!E12", 'big'), ('Benefit of an invoice', 'D22', '=E10/B5', 'big2')]):
        top = 12 + r * 3
        s.write(f'D{top}', label, b.f['cap']); s.set_row(top, 28); b.formula(s, cell, formula, style)
    s.merge_range('D25:E28', 'Read with care: without discount terms, set B7 to zero and look at the payback again. A plan that needs the discounts is a plan that suppliers can cancel.', b.f['cap'])
    t = b.sheet('Three years', 'Three years', 'Benefits grow in the first year as plants go live; see By month.', (38, 16, 16, 16, 16))
    rows = [(n, f"=Quick!E{5 + i}*SUM('By month'!G6:G17)/12", f'=Quick!E{5 + i}', f'=Quick!E{5 + i}', '=SUM(B{r}:D{r})') for i, n in enumerate(['Early-payment discounts', 'Overtime and agency staff', 'Duplicates and over-payments', 'Late fees', 'Audit and archive'])]
    b.rows(t, 3, ['Euros', 'Year 1', 'Year 2', 'Year 3', 'Sum'], rows, ['label', 'eur', 'eur', 'eur', 'eur'])
    for r, (label, one, other) in enumerate([('Cost, once', '=-SUM(Quick!B25:B27)', '=0'), ('Cost, running', '=-(12*(Quick!B21+Quick!B22)+Quick!B23*Quick!B24)', '=-(12*(Quick!B21+Quick!B22)+Quick!B23*Quick!B24)')], 10):
        t.write(f'A{r}', label, b.f['label'])
        for c, fm in zip('BCD', (one, other, other)): b.formula(t, f'{c}{r}', fm, 'neg')
        b.formula(t, f'E{r}', f'=SUM(B{r}:D{r})', 'neg')
    t.write('A12', 'Net', b.f['suml'])
    for c in 'BCDE': b.formula(t, f'{c}12', f'=SUM({c}5:{c}11)', 'sum')
    t.write('A13', 'Return on cost', b.f['label'])
    for c in 'BCDE': b.formula(t, f'{c}13', f'=IFERROR({c}12/-SUM({c}10:{c}11),0)', 'pct')
    chart = b.w.add_chart({'type': 'column'})
    chart.add_series({'name': 'Net', 'categories': "='Three years'!$B$4:$D$4", 'values': "='Three years'!$B$12:$D$12", 'fill': {'color': MID}, 'gap': 70, 'data_labels': {'value': True, 'num_format': '€#,##0'}})
    chart.set_title({'name': 'Net by year', 'name_font': {'size': 12, 'color': INK}}); chart.set_legend({'none': True}); chart.set_y_axis({'visible': False, 'major_gridlines': {'visible': False}})
    t.insert_chart('A16', chart, {'x_scale': 1.35})
    m = b.sheet('By month', 'Month by month', 'Cumulative net benefit. The share that is live is yours to change.', (10, 16, 16, 16, 18, 4, 14))
    for c, h in enumerate(['Month', 'Benefit', 'Cost', 'Net', 'Cumulative']): m.write(3, c, h, b.f['headr' if c else 'head'])
    m.write('G4', 'Share live', b.f['headr'])
    m.write('A5', 0, b.f['num']); m.write('B5', 0, b.f['eur'])
    b.formula(m, 'C5', '=SUM(Quick!B25:B27)', 'eur'); b.formula(m, 'D5', '=B5-C5', 'neg'); b.formula(m, 'E5', '=D5', 'neg')
    for i in range(1, 37):
        r = 5 + i
        m.write(f'A{r}', i, b.f['num'])
        b.formula(m, f'B{r}', f'=Quick!$E$10/12*G{r}', 'eur'); b.formula(m, f'C{r}', '=Quick!$B$21+Quick!$B$22+Quick!$B$23*Quick!$B$24/12', 'eur')
        b.formula(m, f'D{r}', f'=B{r}-C{r}', 'neg'); b.formula(m, f'E{r}', f'=E{r - 1}+D{r}', 'neg')
        m.write(f'G{r}', RAMP[i - 1] if i <= 12 else 1, b.f['inp'])
    line = b.w.add_chart({'type': 'line'})
    line.add_series({'name': 'Cumulative net benefit', 'categories': "='By month'!$A$5:$A$29", 'values': "='By month'!$E$5:$E$29", 'line': {'color': MID, 'width': 2.5}})
    line.set_title({'name': 'Cumulative net benefit, 24 months', 'name_font': {'size': 12, 'color': INK}}); line.set_legend({'none': True}); line.set_x_axis({'label_position': 'low'}); line.set_y_axis({'num_format': '€#,##0', 'major_gridlines': {'visible': True, 'line': {'color': STONE}}})
    m.insert_chart('I4', line, {'x_scale': 1.3, 'y_scale': 1.2}); m.freeze_panes(4, 0)


def pricing(year, plans, pay, once):
    def fill(b):
        s = b.sheet('Plans', f'Fennwick prices {year}', 'Euros without VAT. Bands follow the average of three months. Yearly adjustment: consumer price index, at most three percent.', (30, 22, 22, 22, 22))
        b.rows(s, 3, ['', 'Essentials', 'Professional', 'Enterprise', 'Above'], [('Invoices a month, up to', 2500, 7500, 20000, 'on request'), ('Fennwick Flow, a month', *plans, 'on request'), ('An invoice, at the full band', '', '', '', '')], ['label', 'num', 'num', 'num', 'text'])
        for c in 'BCD':
            s.write(f'{c}6', plans['BCD'.index(c)], b.f['eur']); b.formula(s, f'{c}7', f'={c}6/{c}5', 'eur2')
        b.rows(s, 8, ['Included', 'Essentials', 'Professional', 'Enterprise', 'Above'], [('Capture, all formats', '✓', '✓', '✓', '✓'), ('Two- and three-way match', '✓', '✓', '✓', '✓'), ('Line items', 'first 10 lines', '✓', '✓', '✓'), ('Suggested fixes', '–', '✓', '✓', '✓'), ('Blanket orders, rent, utilities', '–', '–', '✓', '✓'), ('Customer-held keys', '–', '–', '✓', '✓'), ('Archive, ten years', '✓', '✓', '✓', '✓'), ('Company codes', '1', '5', 'unlimited', 'unlimited'), ('Support', 'weekdays', 'weekdays 7 to 19', 'severity 1 day and night', 'named engineer')], ['label', 'text', 'text', 'text', 'text'])
        p = b.sheet('Payments and services', 'Payments and services', f'Valid from 1 January {year}.', (46, 18, 60))
        b.rows(p, 3, ['Item', 'Euros', 'Remark'], [('Fennwick Pay, platform, a month', 490, 'One bank connection and two signatories included'), ('Payment', pay, 'Each; credit notes and returns are free'), ('Further bank connection, a month', 60, 'EBICS or host-to-host'), ('Supplier portal, a month', 500, 'Unlimited suppliers'), ('Contract match, a month', 700, 'Enterprise: included'), ('Implementation Essentials, once', once[0], 'Fixed; one site, one ERP'), ('Implementation Professional, once', once[1], 'Fixed; up to five sites'), ('Implementation Enterprise, once', once[2], 'Fixed; up to twelve sites'), ('Further day of a consultant', 1450, 'On request of the customer only')], ['label', 'eur2', 'text'])
        d = b.sheet('Discounts', 'Discounts', 'What a rep may give alone, and who decides beyond.', (44, 16, 16, 50))
        b.rows(d, 3, ['Reason', 'Rep', 'Lead', 'Condition'], [('Three years instead of one', .05, .08, 'Prices fixed for the term'), ('Five years', .08, .12, 'Prices fixed for the term'), ('Flow and Pay together', .04, .06, 'Both ordered at once'), ('Reference: case study and two calls a year', .03, .05, 'In writing, before signature'), ('Payment of a year in advance', .02, .02, ''), ('All together, at most', .12, .18, 'Beyond: Ana Reyes')], ['label', 'pct', 'pct', 'text'])
        q = b.sheet('Quote', 'Quote', 'Fill in the coloured cells; the sheet chooses the plan and adds up.', (44, 20, 46))
        for r, (label, v, style) in enumerate([('Customer', 'Example Ltd', 'int'), ('Invoices a month', 7200, 'in'), ('Payments a year', 14000, 'in'), ('Term, years', 3, 'in'), ('Discount', .05, 'inp')], 4):
            q.write(f'A{r}', label, b.f['label']); q.write(f'B{r}', v, b.f[style])
        q.write('A10', 'Item', b.f['head']); q.write('B10', 'A year, €', b.f['headr']); q.write('C10', 'How', b.f['head'])
        for r, (label, formula, how) in enumerate([('Fennwick Flow', '=12*IF(B5<=Plans!B5,Plans!B6,IF(B5<=Plans!C5,Plans!C6,Plans!D6))', 'Plan by invoices a month'), ('Fennwick Pay, platform', "=12*'Payments and services'!B5", ''), ('Payments', "=B6*'Payments and services'!B6", ''), ('Discount', '=-SUM(B11:B13)*B8', 'On yearly fees only')], 11):
            q.write(f'A{r}', label, b.f['label']); b.formula(q, f'B{r}', formula, 'neg'); q.write(f'C{r}', how, b.f['text'])
        q.write('A15', 'A year', b.f['suml']); b.formula(q, 'B15', '=SUM(B11:B14)', 'sum')
        q.write('A16', 'Implementation, once', b.f['label']); b.formula(q, 'B16', "=IF(B5<=Plans!B5,'Payments and services'!B10,IF(B5<=Plans!C5,'Payments and services'!B11,'Payments and services'!B12))", 'eur')
        q.write('A17', 'First year', b.f['suml']); b.formula(q, 'B17', '=B15+B16', 'sum')
        q.write('A18', 'Whole term', b.f['suml']); b.formula(q, 'B18', '=B15*B7+B16', 'sum')
        q.write('A19', 'An invoice, whole term', b.f['label']); b.formula(q, 'B19', '=B18/(B5*12*B7)', 'eur2')
    return fill


CRITERIA = [('Capture', [('Header fields on our documents', 5), ('Line items on our documents', 5), ('Says by field when unsure', 4), ('XRechnung, Factur-X, Peppol', 4), ('Forty unfair invoices', 3)]),
            ('Match and approval', [('Three-way match by line', 5), ('Tolerances by category', 4), ('Freight and surcharges', 4), ('Questions with a proposal', 4), ('Approve on the phone', 3), ('Deputies', 3)]),
            ('Payments', [('Call-back for changed bank details', 5), ('Confirmation of payee', 4), ('Discount calendar', 3)]),
            ('Security', [('ISO 27001 and SOC 2 II', 5), ('Region of data', 5), ('Customer-held keys', 3), ('No training on our documents', 4), ('Recovery tested', 4)]),
            ('Commercial', [('Price over three years, all included', 5), ('Reference with our ERP and volume', 4), ('Right to stop', 3), ('Export at any time', 4), ('Change of control', 2)])]


def checklist(b):
    s = b.sheet('Criteria', 'Vendor evaluation', 'Weights 1 to 5, scores 0 to 5. Change both; the sums follow.', (24, 44, 10, 12, 12, 12, 12))
    for c, h in enumerate(['Group', 'Criterion', 'Weight', 'Vendor A', 'Vendor B', 'Vendor C', 'Vendor D']): s.write(3, c, h, b.f['head'])
    r, scores = 5, random.Random(7)
    for group, items in CRITERIA:
        for name, weight in items:
            s.write(f'A{r}', group, b.f['label']); s.write(f'B{r}', name, b.f['text']); s.write(f'C{r}', weight, b.f['score'])
            for c, mean in zip('DEFG', (4.3, 3.3, 3.0, 3.6)): s.write(f'{c}{r}', max(0, min(5, round(scores.gauss(mean, .8)))), b.f['score'])
            r += 1
    s.write(f'B{r}', 'Weighted mean', b.f['suml']); s.write(f'A{r}', '', b.f['suml']); b.formula(s, f'C{r}', f'=SUM(C5:C{r - 1})', 'dec')
    for c in 'DEFG': b.formula(s, f'{c}{r}', f'=SUMPRODUCT($C$5:$C${r - 1},{c}5:{c}{r - 1})/$C${r}', 'dec')
    s.conditional_format(f'D5:G{r - 1}', {'type': '3_color_scale', 'min_color': '#F8DCD4', 'mid_color': '#FBECCB', 'max_color': '#BFDCDC'}); s.freeze_panes(4, 0)
    g = b.sheet('By group', 'By group', 'Weighted means by group of criteria.', (28, 12, 12, 12, 12))
    b.rows(g, 3, ['Group', 'Vendor A', 'Vendor B', 'Vendor C', 'Vendor D'], [(group, *[f'=SUMPRODUCT((Criteria!$A$5:$A${r - 1}=$A{{r}})*Criteria!$C$5:$C${r - 1}*Criteria!{c}$5:{c}${r - 1})/SUMIF(Criteria!$A$5:$A${r - 1},$A{{r}},Criteria!$C$5:$C${r - 1})' for c in 'DEFG']) for group, _ in CRITERIA], ['label', 'dec', 'dec', 'dec', 'dec'])
    h = b.sheet('How to use', 'How to use', '', (90,))
    for i, t in enumerate(['1. Agree on weights before you see an offer. Change none afterwards.', '2. Score on your own documents: 500 invoices, forty of them unfair.', '3. A zero in security ends the evaluation, whatever the sum says.', '4. Ask for the price of three years with match, archive and networks included.', '5. Call two references that the vendor did not choose.'], 4): h.write(f'A{i}', t, b.f['text']); h.set_row(i - 1, 24)


if __name__ == '__main__':
    Book('fennwick-roi-calculator.xlsx', 'Fennwick ROI calculator', 'Tom Whitlock', roi)
    Book('Pricing 2026.xlsx', 'Fennwick prices 2026', 'Ana Reyes', pricing(2026, (2300, 5400, 11600), .38, (14500, 28000, 46000)))
    Book('earlier/Pricing 2025.xlsx', 'Fennwick prices 2025', 'Ana Reyes', pricing(2025, (1900, 4900, 10800), .42, (12500, 25000, 42000)))
    Book('vendor-evaluation-checklist.xlsx', 'Vendor evaluation checklist', 'Tom Whitlock', checklist)
