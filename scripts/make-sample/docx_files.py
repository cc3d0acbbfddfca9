"""Proposal template, call script and renewal playbook as Word documents with real styles."""
import datetime
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from brand import *

rgb = lambda h: RGBColor.from_string(h.lstrip('#'))
BUILD = Path('/tmp/sample-build')


def shade(element, colour):
    shd = OxmlElement('w:shd')
    for k, v in (('w:val', 'clear'), ('w:color', 'auto'), ('w:fill', colour.lstrip('#'))):
        shd.set(qn(k), v)
    element.append(shd)


def field(paragraph, code):
    for kind, text in (('begin', None), (None, code), ('end', None)):
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(8.5), rgb(GREY)
        if kind:
            c = OxmlElement('w:fldChar'); c.set(qn('w:fldCharType'), kind)
        else:
            c = OxmlElement('w:instrText'); c.set(qn('xml:space'), 'preserve'); c.text = text
        run._r.append(c)


class Word:
    def __init__(self, title, author, subject, metadata=True):
        self.d = d = Document()
        self.title = title
        s = d.sections[0]
        s.page_width, s.page_height = Cm(21), Cm(29.7)
        s.left_margin = s.right_margin = Cm(2.4); s.top_margin, s.bottom_margin = Cm(2), Cm(1.9)
        s.different_first_page_header_footer = True
        for name, size, colour, before, after in (('Normal', 10.5, INK, 0, 6), ('Title', 30, TEAL, 0, 6), ('Subtitle', 13, GREY, 0, 14), ('Heading 1', 18, TEAL, 20, 6), ('Heading 2', 13, MID, 14, 4), ('Heading 3', 11, INK, 10, 2), ('List Bullet', 10.5, INK, 0, 3), ('List Number', 10.5, INK, 0, 3), ('Intense Quote', 11.5, TEAL, 8, 8)):
            st = d.styles[name]
            st.font.name, st.font.size, st.font.color.rgb = 'Calibri', Pt(size), rgb(colour)
            st.element.get_or_add_rPr().get_or_add_rFonts().set(qn('w:eastAsia'), 'Calibri')
            for a in ('w:asciiTheme', 'w:hAnsiTheme', 'w:eastAsiaTheme', 'w:cstheme'):
                f = st.element.rPr.rFonts
                if f.get(qn(a)): del f.attrib[qn(a)]
            st.paragraph_format.space_before, st.paragraph_format.space_after = Pt(before), Pt(after)
            st.paragraph_format.line_spacing = 1.12
            if name.startswith('Heading') or name == 'Title': st.font.bold = True
            for b in st.element.findall('.//' + qn('w:pBdr')): b.getparent().remove(b)
            for b in st.element.rPr.findall(qn('w:spacing')) + st.element.rPr.findall(qn('w:i')): st.element.rPr.remove(b)
            if name == 'Subtitle': st.font.italic = False
        p = s.footer.paragraphs[0]
        r = p.add_run(f'Fennwick  ·  {title}  ·  page '); r.font.size, r.font.color.rgb = Pt(8.5), rgb(GREY)
        field(p, 'PAGE')
        cp = d.core_properties
        cp.created = cp.modified = datetime.datetime(2026, 9, 1, 9, 0)
        cp.last_modified_by = author if metadata else ''
        cp.title, cp.author, cp.subject, cp.comments = (title, author, subject, '') if metadata else ('', '', '', '')

    def brand(self):
        p = self.d.add_paragraph()
        p.add_run().add_picture(str(BUILD / 'mark.png'), width=Cm(.75))
        r = p.add_run('  Fennwick'); r.bold, r.font.size, r.font.color.rgb = True, Pt(16), rgb(TEAL)
        return p

    def cover(self, kicker, title, subtitle, rows, art='title'):
        self.d.add_picture(str(BUILD / f'{art}.png'), width=Cm(16.2))
        p = self.d.add_paragraph(); p.paragraph_format.space_before = Pt(26)
        r = p.add_run(kicker.upper()); r.bold, r.font.size, r.font.color.rgb = True, Pt(9), rgb(MID)
        self.d.add_paragraph(title, style='Title'); self.d.add_paragraph(subtitle, style='Subtitle')
        self.table([['', '']] + rows, (4.2, 12), head=False)
        self.brand().paragraph_format.space_before = Pt(40)
        self.d.add_page_break()

    def h(self, text, level=1): return self.d.add_heading(text, level)

    def p(self, text, style=None):
        p = self.d.add_paragraph(style=style)
        for i, part in enumerate(text.split('**')):
            for k, bit in enumerate(part.replace('[', '\0[').replace(']', ']\0').split('\0')):
                if not bit: continue
                r = p.add_run(bit); r.bold = i % 2 == 1 or None
                if bit.startswith('['):
                    r.font.color.rgb = rgb('#9a5b12'); shade(r._r.get_or_add_rPr(), '#FBECCB')
        return p

    def bullets(self, *items):
        for i in items: self.p(i, 'List Bullet')

    def numbers(self, *items):
        for i, t in enumerate(items, 1):
            p = self.p(f'**{i}.**  {t}'); p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Cm(.8), Cm(-.6)

    def note(self, text):
        t = self.d.add_table(rows=1, cols=1); t.alignment = WD_TABLE_ALIGNMENT.CENTER
        c = t.rows[0].cells[0]; shade(c._tc.get_or_add_tcPr(), MIST)
        c.paragraphs[0].paragraph_format.space_before = c.paragraphs[0].paragraph_format.space_after = Pt(6)
        for i, part in enumerate(text.split('**')):
            c.paragraphs[0].add_run(part).bold = i % 2 == 1 or None
        self.d.add_paragraph().paragraph_format.space_after = Pt(2)

    def table(self, rows, widths, head=True, right=()):
        t = self.d.add_table(rows=0, cols=len(widths)); t.alignment = WD_TABLE_ALIGNMENT.CENTER; t.autofit = False
        for r, row in enumerate(rows if head else rows[1:]):
            cells = t.add_row().cells
            for c, text in enumerate(row):
                cells[c].width = Cm(widths[c])
                p = cells[c].paragraphs[0]; p.paragraph_format.space_before = p.paragraph_format.space_after = Pt(3)
                if c in right: p.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                for k, bit in enumerate(text.replace('[', '\0[').replace(']', ']\0').split('\0')):
                    if not bit: continue
                    run = p.add_run(bit); run.font.size = Pt(9.5)
                    if head and r == 0: run.bold, run.font.color.rgb = True, rgb('#ffffff')
                    elif c == 0: run.bold = True
                    if bit.startswith('[') and not (head and r == 0): run.font.color.rgb = rgb('#9a5b12'); shade(run._r.get_or_add_rPr(), '#FBECCB')
                pr = cells[c]._tc.get_or_add_tcPr()
                if head and r == 0: shade(pr, TEAL)
                else:
                    b = OxmlElement('w:tcBorders'); e = OxmlElement('w:bottom')
                    for k, v in (('w:val', 'single'), ('w:sz', '4'), ('w:color', STONE.lstrip('#'))): e.set(qn(k), v)
                    b.append(e); pr.append(b)
        for i, width in enumerate(widths): t.columns[i].width = Cm(width)
        for row in t.rows: row._tr.get_or_add_trPr().append(OxmlElement('w:cantSplit'))
        if head:
            h = OxmlElement('w:tblHeader'); h.set(qn('w:val'), 'true'); t.rows[0]._tr.get_or_add_trPr().append(h)
        self.d.add_paragraph().paragraph_format.space_after = Pt(2)

    def write(self, name):
        self.d.save(OUT / name)
        print(name, (OUT / name).stat().st_size // 1024, 'kB')


def proposal():
    w = Word('Proposal: Fennwick for [Company]', 'Tom Whitlock', 'Proposal template')
    w.cover('Proposal', 'Fennwick for [Company]'.replace('[', '').replace(']', ''), 'Invoices decided instead of typed, payments that nobody can redirect by mail', [['For', '[Name, role], [Company]'], ['From', '[Your name], Fennwick B.V.'], ['Date', '[Date]; valid for sixty days'], ['Reference', '[Number]']])
    w.h('1  What you told us')
    w.p('You pay about [number] invoices a year at [number] sites. It takes [number] days until one is approved. Suppliers offer discounts on [share] of your spend; you take [share]. You want [goal, in the buyer’s words].')
    w.note('**How to fill this in:** coloured places only. If you cannot fill a place, call before you send. Page 2 is what gets read; everything after is for purchasing.')
    w.h('2  What we propose')
    w.p('We propose to introduce **Fennwick Flow** [plan] at [number] sites, and **Fennwick Pay** from week [number] on.')
    w.table([['Goal', 'Today', 'After six months', 'How we measure it'], ['Touchless rate', '[32%]', '[65%]', 'Posted without a click, all invoices'], ['Days until approval', '[11.8]', '[4.0]', 'Median, arrival to last approval'], ['Cost of an invoice', '[€9.40]', '[€4.00]', 'Cost centre divided by count'], ['Discounts taken', '[14%]', '[60%]', 'Ledger, of those offered']], (4, 2.6, 3.2, 6.4))
    w.h('What it is worth', 2)
    w.p('With your figures the investment is paid back in month [number]. The calculation is attached; each line names its ledger account. Hours that are saved but not cashed are left out.')
    w.h('3  Plan')
    w.table([['Weeks', 'Step', 'You', 'We'], ['1 to 3', 'Connection and proof on 2,000 old invoices', 'ERP administrator, 3 days', 'Gateway, report'], ['1 to 4', 'Supplier data', 'AP lead', 'List of duplicates and gaps'], ['3 to 5', 'Rules and tolerances', 'AP lead, buyers', 'Proposal by category'], ['5 to 6', 'Pilot: [site]', 'Clerks, site manager', 'Daily call'], ['7 to 9', 'Roll-out', '[Sites]', 'Training, support']], (2, 6, 4.1, 4.1))
    w.h('What you contribute', 2)
    w.bullets('A project lead with two days a week during nine weeks', 'Three to five days of an ERP administrator in total', 'One key user a site, two hours a week', 'A sponsor who decides within two days')
    w.h('4  Price')
    w.table([['Item', 'Quantity', 'Price', 'A year'], ['Fennwick Flow [Professional]', '12 months', '[€5,400]', '[€64,800]'], ['Fennwick Pay, platform', '12 months', '[€490]', '[€5,880]'], ['Payments', '[14,000]', '€0.38', '[€5,320]'], ['Implementation, fixed, once', '1', '[€28,000]', '[€28,000]'], ['Sum of the first year', '', '', '[€104,000]']], (7.2, 3, 3, 3), right=(1, 2, 3))
    w.p('Prices without VAT. Bands follow the average of three months. The yearly adjustment is limited to the Dutch consumer price index, at most three percent.')
    w.h('5  Terms in plain words')
    w.table([['Topic', 'What we agree'], ['Right to stop', 'Until ninety days after go-live, without a reason. You pay what has been used.'], ['Term', '[36] months; renewal by twelve; notice ninety days before the end'], ['Service', '99.9 percent a month; credits of 5, 10 and 25 percent'], ['Data', 'In the region EU; processing agreement in annex 2; export at any time'], ['Liability', 'Limited to the fees of twelve months; not limited for data protection and intent'], ['Change of control', 'Price and terms stay for twelve months']], (4, 12.2))
    w.h('6  Why Fennwick')
    w.p('Brightwater Foods was paid back within seven months; Halden Cold Storage went live at six sites in nine weeks; Kestner closes on the fourth working day. We would be glad to introduce you to any of them.')
    w.p('I would have signed for the discounts alone. What surprised me is the quiet. — Aoife Brennan, finance director, Brightwater Foods', 'Intense Quote')
    w.h('7  Agreed').paragraph_format.keep_with_next = True
    w.table([['For [Company]', 'For Fennwick B.V.'], ['\nName, date, signature', '\nName, date, signature']], (8.1, 8.1))
    w.write('proposal-template.docx')


def script():
    w = Word('Discovery call: twenty-five minutes', 'Lena Hofmann', 'Call script', metadata=False)
    w.brand()
    w.h('Discovery call: twenty-five minutes', 1)
    w.p('For the first call with a head of operations or a team lead in accounts payable. Edition of spring 2025.')
    w.table([['Minute', 'Part', 'Goal'], ['0 to 2', 'Opening', 'They know why you call and how long it takes'], ['2 to 14', 'Questions', 'Six numbers and one story'], ['14 to 20', 'Mirror', 'They correct your summary'], ['20 to 25', 'Next step', 'A date and a name']], (2.4, 3.6, 10.2))
    w.h('Opening', 2)
    w.p('“Good morning [name], this is [you] of Fennwick, the leading provider of intelligent invoice automation. Many companies like [Company] reduce their process cost by up to eighty percent with our award-winning platform. Do you have twenty-five minutes?”')
    w.h('Questions', 2)
    w.numbers('How many invoices do you receive a month, and on how many ways?', 'What happens with one that has no order number?', 'How long does it take from arrival to approval? How do you know?', 'Which of your suppliers calls most often, and why?', 'What did month-end look like last time? What was the last thing missing?', 'Do suppliers offer discounts? Who decides to take one?', 'Who would notice first if it were twice as fast?')
    w.h('Numbers to write down', 2)
    w.table([['Number', 'Their answer', 'Typical'], ['Invoices a month', '[   ]', '2,000 to 20,000'], ['Days until approval', '[   ]', '12'], ['Touchless rate', '[   ]', '28%'], ['People in accounts payable', '[   ]', '1 for 900 invoices'], ['Spend with discount terms', '[   ]', '11%'], ['Month-end, working days', '[   ]', '8 to 9']], (6.2, 4.6, 5.4))
    w.h('Mirror', 2)
    w.p('“Let me say back what I heard, and please correct me.” Three sentences: invoices, days, the story of the supplier who calls. Then be quiet until they speak.')
    w.h('Next step', 2)
    w.bullets('“Would it help to see forty of your own invoices read, the unfair ones?”', '“Who else would have to see it?”', '“Is [date] at [time] possible?”')
    w.h('If they ask for the price', 2)
    w.p('“Plans begin at €1,900 a month. What it is worth depends on the numbers you just gave me; I will send the calculation before we meet.”')
    w.h('If they say no', 2)
    w.p('Ask what would have to change, and when. Write the date into the calendar, thank them, and keep it.')
    w.write('discovery-call-script.docx')


def playbook():
    w = Word('Renewal and expansion playbook', 'Ana Reyes', 'Playbook')
    w.cover('Playbook · internal only', 'Renewal and expansion playbook', 'From day 270 to signature: signals, meetings, offers, and what to do when usage falls', [['Owner', 'Ana Reyes'], ['For', 'Account managers and customer success'], ['Since', 'August 2026; looked at every quarter'], ['Numbers from', '214 renewals since January 2024']], 'title-curve')
    w.h('1  What we know from 214 renewals')
    w.p('We renewed 94 percent by count and 108 percent by value. Of the thirteen that we lost, eleven had shown the same three signals at least six months before.')
    w.table([['Signal, six months before', 'Lost', 'Renewed', 'What it means'], ['Touchless rate falls for two months', '9 of 13', '21 of 201', 'Nobody looks at exceptions any more'], ['Project lead has left', '8 of 13', '30 of 201', 'Our story left with her'], ['No business review for two quarters', '11 of 13', '38 of 201', 'Nobody can say what we are worth'], ['Price asked about before value', '6 of 13', '55 of 201', 'Weak alone; strong with one of the others']], (5.6, 2.2, 2.6, 5.8))
    w.note('**Rule:** two of the four signals make an account amber; three make it red. Red accounts get a visit within ten working days, not a mail.')
    w.h('2  The calendar')
    w.table([['Day before the end', 'Step', 'Who', 'Material'], ['−270', 'Health check; look at the four signals', 'Customer success', 'Report “Flow health”'], ['−240', 'Business review with the sponsor', 'Both', 'QBR deck, slide 3'], ['−180', 'Value letter: one page, ledger accounts', 'Account manager', 'ROI calculator'], ['−150', 'Offer in two versions', 'Account manager', 'Pricing sheet'], ['−120', 'Talk with purchasing', 'Account manager', 'Missing: see request “Renewal terms”'], ['−90', 'Notice period ends: signature', 'Sponsor', 'Order form']], (3, 5.8, 3.4, 4))
    w.h('3  Meetings')
    w.h('The review at −240', 2)
    w.p('One good thing, one bad thing, one decision. The CFO gets slide 3 two days before. If the value cannot be traced to an account, say so and take it out.')
    w.h('The CFO', 2)
    w.bullets('Opens with: what did we pay, what came back', 'Fears: a price jump at renewal', 'Offer: fixed prices for three years against a longer term')
    w.h('The CIO', 2)
    w.bullets('Opens with: what would it take to leave', 'Fears: the next ERP project', 'Offer: connector for the new ERP included; a test of the export, together, once a year')
    w.h('4  Expansion that helps')
    w.table([['When you see', 'Offer', 'Why it helps them', 'Worth a year'], ['Touchless over 70%, no Pay', 'Fennwick Pay', 'Discounts and bank changes', '€9,000 to €24,000'], ['Calls from suppliers', 'Supplier portal', '29 calls less a day at Halden', '€6,000'], ['Contract prices in spreadsheets', 'Contract match', 'Price exceptions fall by half', '€8,400'], ['New company code', 'Next band', 'Same rules on day one', '€28,000']], (4.6, 3.2, 5, 3.4))
    w.p('Never offer an expansion to an amber account. Help first; the order comes six weeks later on its own.')
    w.h('5  When usage falls')
    w.numbers('Look at the top ten suppliers by exceptions. It is two of them in four of five cases.', 'Call the AP lead before the sponsor. Ask what changed; do not show the chart.', 'Offer an afternoon on site: tolerances, deputies, gate booking.', 'After four weeks, write to the sponsor: what fell, why, what was done, where it stands.')
    w.h('6  Words')
    w.table([['They say', 'You say'], ['“Your price went up.”', '“By the index, 2.4 percent. What came back went up by 11. May I show you the two lines?”'], ['“Ledgerloop offers half.”', '“For capture, yes. Please ask them for match, archive and Peppol; I bring our three-year price.”'], ['“We are changing the ERP.”', '“When is the cut-over? The connector is included; let us be in the test from the first week on.”'], ['“We only need one year.”', '“Gladly, at the yearly price. Three years would fix it; you decide.”']], (5.4, 10.8))
    w.write('renewal-and-expansion-playbook.docx')


if __name__ == '__main__':
    proposal(); script(); playbook()
