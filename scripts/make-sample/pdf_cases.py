"""One-pager, data sheet, ROI story and case study."""
from brand import *


def one_pager(name='fennwick-flow-one-pager.pdf', earlier=False):
    d = Doc('Fennwick Flow: the invoice inbox that empties itself')
    touchless, customers = ('68%', '540') if earlier else ('74%', '612')
    d.page(
        stats((touchless, 'of invoices posted without a human touch, median customer after six months'),
              ('€3.10', 'to process an invoice, against a survey median of €9.40'),
              ('3.6 days', 'from arrival to approval, down from two weeks'),
              ('9 weeks', 'from kick-off to first posted invoice'))
        + f'<div class="c64"><div><h2 style="margin-top:0">Your team should decide, not type</h2>'
        '<p>Most accounts payable teams spend four hours in five on keying, chasing and answering “has it been paid?”. '
        'Fennwick Flow reads every invoice, matches it with order and receipt, and asks a person only when something does not agree.</p>'
        '<ul class="tick"><li><b>Reads any invoice</b>: PDF, scan, XRechnung, Factur-X, Peppol</li>'
        '<li><b>Matches two and three ways</b>, by line, within tolerances that you set</li>'
        '<li><b>Asks the right person</b> in mail, Teams or on the phone</li>'
        '<li><b>Posts to your ERP</b> with coding, document and trail</li></ul>'
        + ('' if earlier else '<p>New in 2026: exceptions come with a suggested fix; approvers accept eight of ten unchanged.</p>')
        + f'</div><div>{ui_invoice(False)}<div class="cap">One screen: the document, what was read, and whether it agrees.</div></div></div>'
        + '<h2>How it works</h2>' + steps([('Capture', 'Invoices arrive by mail, portal or network and are read in under a minute.'),
                                            ('Match', 'Order, receipt and price are compared line by line.'),
                                            ('Decide', 'Only what differs goes to a person, with a proposal.'),
                                            ('Post', 'Your ERP gets the booking; auditors get the trail.')])
        + '<div class="cols"><div class="card teal"><h3>Who uses it</h3><p>' + customers + ' finance teams in 14 countries, from 800 to 60,000 invoices a month. Brightwater Foods paid its investment back within seven months; Halden Cold Storage went live at six sites in nine weeks.</p></div>'
        '<div class="card mist"><h3>Start with one plant</h3><p>A proof on your own invoices takes ten working days and needs 500 documents, read access to your order data and two hours of your AP lead. Ask: <b>hello@fennwick.example</b></p></div></div>',
        hero=('Fennwick Flow', 'The invoice inbox that empties itself', 'Capture, matching and approval for teams that handle more invoices than they have people for.', 3), cls='tight')
    d.write(name, author='Fennwick Product Marketing', subject='One-pager', keywords='accounts payable, invoice capture, touchless')


def data_sheet():
    d = Doc('Fennwick Flow and Fennwick Pay: data sheet')
    d.page('<p class="lead">What the two products read, connect, promise and need, on three pages. Figures are medians of production customers, October 2025 to September 2026.</p>'
           + stats(('97.8%', 'header fields read right, no training'), ('94.1%', 'line items read right'), ('41 s', 'median time to read a document'), ('99.97%', 'availability, last 12 months'))
           + '<h2>Fennwick Flow: capture</h2>' + table(['Capability', 'Included', 'Detail'], [
               ['Formats', 'All plans', 'PDF, TIFF, JPEG, PNG, HEIC; XRechnung, ZUGFeRD, Factur-X, Peppol BIS 3, EDIFACT INVOIC'],
               ['Languages', 'All plans', '34 for reading; 11 for the interface'],
               ['Line items', 'Professional', 'Unlimited lines; tables over several pages; freight and surcharge lines recognised'],
               ['Duplicates', 'All plans', 'Number, amount, date and picture compared across companies and years'],
               ['Learning', 'All plans', 'From the second correction of the same supplier; corrections never leave your tenant']])
           + '<h2>Fennwick Flow: matching and approval</h2>' + table(['Capability', 'Included', 'Detail'], [
               ['Two- and three-way match', 'All plans', 'Tolerances by company, category, supplier; by amount or percent'],
               ['Approval rules', 'All plans', 'Amount, cost centre, project, category; deputies; four eyes'],
               ['Approve anywhere', 'All plans', 'Mail, Microsoft Teams, phone; each decision signed and logged'],
               ['Suggested fixes', 'Professional', 'For price, quantity, tax and missing receipt'],
               ['Blanket orders, rent, utilities', 'Enterprise', 'Schedules, meters, contract prices']]),
           hero=('Data sheet', 'Fennwick Flow<br>and Fennwick Pay', 'Capabilities, connections, service levels and requirements. Edition of October 2026.', 8))
    d.page('<div class="kicker">Fennwick Pay</div><h1>Paying suppliers, safely and on the right day</h1><div class="c46"><div><p>Fennwick Pay takes approved invoices from Flow (or from your ERP) and turns them into payment runs. It watches three things that banks do not: '
           'whether the bank details have changed, whether the invoice has been paid before, and whether paying earlier would earn a discount.</p>'
           '<ul class="tick"><li>SEPA, SWIFT, BACS, ACH; 38 currencies</li><li>Confirmation of payee before the first euro</li><li>Call-back workflow for changed bank details</li><li>Sanctions screening at release, not only at onboarding</li><li>Discount calendar with yearly return</li></ul></div>'
           f'<div>{ui_pay()}<div class="cap">A payment run with two changed bank accounts held until somebody has called back.</div></div></div>'
           + '<h2>Connections</h2>' + table(['System', 'Reads', 'Writes', 'Way', 'Set-up'], [
               ['SAP S/4HANA, ECC 6', 'Orders, receipts, suppliers, cost objects', 'Invoices, blocks, documents', 'Certified add-on, OData, IDoc', '3 to 5 days'],
               ['Microsoft Dynamics 365', 'Orders, receipts, vendors, dimensions', 'Invoices, attachments', 'Data entities, dual-write', '2 to 3 days'],
               ['Oracle NetSuite', 'Orders, item receipts, vendors', 'Bills, bill payments', 'SuiteTalk REST', '2 days'],
               ['Infor M3, LN', 'Orders, receipts, suppliers', 'Invoices', 'ION API', '4 to 6 days'],
               ['Sage Intacct', 'Orders, vendors', 'Bills, payments', 'Web services', '2 days'],
               ['Anything else', 'CSV, SQL view', 'CSV, REST webhook', 'SFTP or gateway', '5 to 8 days']])
           + '<div class="note"><p><b>No middleware to run.</b> The Fennwick gateway is a single container that opens outbound connections only (TLS 1.3, port 443). It keeps no documents.</p></div>')
    d.page('<div class="kicker">Operations</div><h1>Service, security, requirements</h1><div class="cols"><div>'
           + fig('Availability by month, percent', lines(['Oct', 'Dec', 'Feb', 'Apr', 'Jun', 'Sep'], [('Measured', [99.98, 99.95, 99.99, 99.94, 99.99, 99.98]), ('Promised', [99.9] * 6)], w=330, h=190, lo=99.8, hi=100, digits=2), 'Both regions, planned maintenance included. The axis starts at 99.8 percent.')
           + '</div><div>' + fig('Where a document’s 41 seconds go', hbars([('Receipt and scan', 4), ('Classification', 3), ('Header', 9), ('Lines', 17), ('Match', 6), ('Coding', 2)], ' s', w=330, label=105), 'Median, PDF of two pages, 14 lines.') + '</div></div>'
           + table(['Topic', 'Promise'], [
               ['Availability', '99.9 percent a month; credits of 5, 10 and 25 percent of the monthly fee'],
               ['Support', 'Weekdays 7:00 to 19:00 CET (Professional), around the clock for severity 1 (Enterprise)'],
               ['Response', 'Severity 1: 30 minutes; severity 2: 4 hours; severity 3: 1 business day'],
               ['Recovery', 'RPO 5 minutes, RTO 2 hours; tested twice a year, report on request'],
               ['Hosting', 'Frankfurt and Dublin (EU), Ohio (US); data never leaves the chosen region'],
               ['Certificates', 'ISO 27001, ISO 27701, SOC 2 Type II, IDW PS 880 (audit-proof archiving)'],
               ['Sign-in', 'SAML 2.0, OpenID Connect, SCIM 2.0; no passwords of our own on request'],
               ['Retention', '10 years by default; legal hold; export of everything, any time, as PDF/A and CSV']])
           + '<h2>What you need</h2><p>A modern browser; read access to orders, receipts and suppliers; an AP lead for two days a week during nine weeks; an ERP administrator for three to five days in total. The implementation guide has the plan week by week.</p>'
           '<p class="small">Fennwick B.V., Wijnhaven 88, Rotterdam. Figures describe past performance of production tenants and are not a guarantee beyond the service levels above. The names of other companies’ products belong to their owners.</p>')
    d.write('fennwick-data-sheet.pdf', subject='Data sheet', keywords='data sheet, connectors, service levels')


def roi_story():
    d = Doc('ROI story: Brightwater Foods')
    d.page(stats(('7 months', 'until the investment was paid back'), ('€576,000', 'benefits counted in year one'), ('€412,000', 'early-payment discounts a year, from month four'), ('€3.40', 'cost of an invoice, before: €9.80'))
           + '<div class="c73"><div><p class="lead">Brightwater Foods makes chilled meals in six plants in Ireland and handles 216,000 supplier invoices a year. Its finance director allowed one rule for this project: count only what shows in the accounts.</p>'
           '<p>Before Fennwick, invoices reached Brightwater by post, by mail and through the plants’ own spreadsheets. Nineteen people in Cork keyed them into SAP. It took 14.8 days until an invoice was approved, so of the discounts that suppliers offered, nine in ten lapsed.</p>'
           '<p>“We knew that we were slow,” says Aoife Brennan, finance director. “What we did not know was the price of being slow. It was four times the licence.”</p>'
           '<h2>What changed</h2><ul class="tick"><li>Fennwick Flow reads and matches all invoices of the six plants against SAP S/4HANA; 71 percent post without a touch.</li><li>Buyers get price differences with the contract page beside them and answer in Teams, in four hours instead of six days.</li><li>Fennwick Pay proposes on Tuesdays and Fridays which invoices to pay early, and what that earns in a year.</li></ul></div>'
           '<div class="card"><h3>Brightwater Foods</h3><p>Chilled meals, Cork, Ireland<br>Revenue €640m, 2,900 people<br>6 plants, 3,100 suppliers</p><h3>Volume</h3><p>18,000 invoices a month<br>38,000 payments a year</p><h3>Systems</h3><p>SAP S/4HANA, Microsoft 365</p><h3>Products</h3><p>Fennwick Flow Enterprise<br>Fennwick Pay</p><h3>Time to live</h3><p>11 weeks, plant by plant</p></div></div>',
           hero=('ROI story', 'Brightwater Foods: paid back within seven months', 'How a food maker turned an invoice backlog into €412,000 of discounts a year, and what it took.', 12))
    d.page('<div class="kicker">The money</div><h1>What was spent, what came back</h1><p class="lead">All figures come from Brightwater’s ledger and were checked by its internal audit. Hours that were saved but not cashed are left out.</p>'
           + fig('Cumulative net benefit, thousand euros, by month after signature', lines(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'], [('Net benefit', [-141, -154, -160, -151, -123, -85, -38, 12, 65, 117, 170, 223, 275])], w=620, h=215, lo=-200, hi=300, zero=True), 'Benefits start in month 2 at the pilot plant in Mallow. The line crosses zero in month seven.')
           + '<div class="cols"><div><h3>Spent in year one</h3>' + table(['Item', 'Euros'], [['Flow Enterprise, 12 × 11,600', '139,200'], ['Pay: platform and 38,000 payments', '20,300'], ['Implementation, fixed price', '46,000'], ['SAP integration, own staff and partner', '24,000'], ['Project team and training', '71,000'], ['Total', '300,500']], (1,), True)
           + '</div><div><h3>Came back in year one</h3>' + table(['Item', 'Euros'], [['Early-payment discounts', '268,000'], ['Overtime and agency staff', '121,000'], ['Duplicate and over-payments', '84,000'], ['Late fees and dunning', '57,000'], ['Audit and archive', '46,000'], ['Total', '576,000']], (1,), True) + '</div></div>'
           '<div class="note"><p><b>Read this with care.</b> The discounts depend on terms that Brightwater had already negotiated: 2 percent for payment within ten days on 9 percent of its spend. A company without such terms should plan with the other four lines only: payback is then reached in month twelve.</p></div>'
           '<div class="cols"><div><h2>What was not counted</h2><p>21,400 hours a year that clerks no longer spend on keying; shorter month-end close (eight working days, now five); fewer blocked deliveries. They are real, but they do not show as money in the ledger.</p></div><div><h2>What did not work out</h2><p>The plan had €40,000 for consolidated freight invoices. Two hauliers refused, so the line was struck out in month five and is not part of the 576,000.</p></div></div>')
    d.page('<div class="kicker">The way there</div><h1>Eleven weeks, one plant after the other</h1>' + steps([('Weeks 1 to 3', 'Order and receipt data from SAP; 2,000 old invoices read as a proof.'), ('Weeks 4 to 5', 'Mallow goes live with 60 suppliers; tolerances found by looking, not by guessing.'), ('Weeks 6 to 9', 'Three more plants; buyers trained in 40 minutes each.'), ('Weeks 10 to 11', 'Last two plants; Fennwick Pay takes over the Friday run.')])
           + '<div class="c64"><div><h2 style="margin-top:2mm">Three decisions that mattered</h2><h3>One tolerance for all was wrong</h3><p>The team started with 2 percent everywhere. Packaging moves with the paper price, so half of the exceptions came from eleven suppliers. With 4 percent for packaging and 1 for ingredients, exceptions fell by a third in a week.</p>'
           '<h3>Buyers were asked first</h3><p>Four buyers spent a morning marking what they would need in order to answer a price question without opening SAP. That list became the approval card. It is why answers now take four hours.</p>'
           '<h3>The clerks kept their suppliers</h3><p>Nobody was let go. Eight of nineteen moved to supplier care, credit control and the plants; agency contracts ran out.</p></div><div>'
           + fig('Touchless rate by plant, month 12', hbars([('Mallow', 79), ('Clonmel', 74), ('Cork', 72), ('Naas', 70), ('Athlone', 68), ('Sligo', 61)], '%', w=300, label=70, peak=100), 'Sligo still receives a third of its invoices on paper.')
           + fig('Exceptions, percent of invoices', lines(['wk 4', '5', '6', '7', '8', '10', '12', '16'], [('Brightwater', [18, 31, 28, 22, 17, 14, 12, 11])], w=300, h=165, hi=40), 'The bump is honest: errors became visible.') + '</div></div>'
           + '<div class="cols"><div class="card mist"><h3>Who was in the room</h3><p>Project lead from finance (half of her time), an SAP developer for nine days, one buyer and one clerk from every plant, a Fennwick consultant for twenty-two days, six of them in Cork.</p></div><div class="card mist"><h3>How it was governed</h3><p>Thirty minutes every Tuesday with three numbers: touchless rate, open exceptions older than five days, discounts lapsed. The steering committee met three times.</p></div></div>' + quote('I would have signed for the discounts alone. What surprised me is the quiet. The phone in accounts payable no longer rings.', 'Aoife Brennan, finance director, Brightwater Foods'))
    d.page('<div class="kicker">Repeat it</div><h1>How to work this out for your company</h1><p class="lead">The ROI calculator that belongs to this story has the same lines. Six numbers are enough for a first answer.</p>'
           + table(['You need', 'Where to find it', 'Brightwater'], [
               ['Invoices a year', 'Count of supplier postings, last 12 months', '216,000'], ['Cost of an invoice', 'AP staff, agency, post, archive, divided by count', '€9.80'], ['Days until approval', 'Posting date minus invoice date', '14.8'],
               ['Spend with discount terms', 'Supplier master, payment terms', '9% of €312m'], ['Discounts taken', 'Ledger account for discounts received', '9% of what was offered'], ['Duplicates found', 'Recovery audit, or our check of two years', '0.03% of spend']])
           + '<div class="cols"><div class="card mist"><h3>Three years, Brightwater’s own plan</h3>' + table(['', 'Year 1', 'Year 2', 'Year 3'], [['Benefits, € thousand', '576', '792', '792'], ['Cost, € thousand', '301', '160', '160'], ['Net, € thousand', '275', '632', '632']], (1, 2, 3), True) + '<p>Return on three years’ cost: 249 percent. Without discounts: 72 percent.</p></div>'
           '<div class="card teal"><h3>Ask us for a check of your own data</h3><p>Send two years of supplier postings without names. Within ten working days you get duplicates, lapsed discounts and late fees, line by line, and a business case that your auditors can follow. It costs nothing and obliges you to nothing.</p><p><b>value@fennwick.example</b></p></div></div>'
           '<h2>Questions that finance directors ask</h2><h3>Are the hours that were saved in there?</h3><p>No. Brightwater counts 21,400 hours a year that are no longer spent on keying. Only overtime and agency staff were cashed, so only those are counted.</p>'
           '<h3>What if volume falls?</h3><p>Plans are bands. If the average of three months falls below a band, the fee follows from the next quarter on.</p><h3>What did the first month look like?</h3><p>Worse. Exceptions rose from 18 to 31 percent in the first two weeks, because errors that had gone unnoticed were now seen. Plan for it, and tell your plants.</p>')
    d.write('roi-story-brightwater-foods.pdf', author='Tom Whitlock', subject='ROI story', keywords='ROI, payback, discounts, food')


def halden():
    d = Doc('Case study: Halden Cold Storage')
    d.page(stats(('14.2 → 3.6', 'days from arrival to approval'), ('21 → 76%', 'of invoices without a touch'), ('9 weeks', 'six sites, no consultant on site'), ('0', 'late fees since March'))
           + '<div class="c73"><div><p class="lead">Six cold stores, 7,200 invoices a month, and a team of seven who knew every haulier by voice. Halden wanted to grow without growing the back office.</p>'
           '<h2>The problem: freight invoices never agree</h2><p>A cold store lives on hauliers. Each trip comes with waiting time, a diesel surcharge and sometimes a temperature claim. “Of a hundred freight invoices, sixty were wrong by a little,” says Marius Dahl, head of operations. “We paid most of them, because asking cost more than the difference.”</p>'
           '<p>Invoices went around six sites as paper. A site manager signed on Fridays. Month end took nine working days, and two of them were spent on finding out where the paper was.</p>'
           '<h2>What they did</h2><p>Fennwick Flow reads the invoice and takes gate times from Halden’s yard system. Waiting time is computed, not believed. If it is within fifteen minutes, the invoice posts. If not, the site manager gets one question on the phone: the gate log on the left, the haulier’s claim on the right.</p>'
           + quote('My site managers used to sign eighty papers on a Friday. Now they answer five questions a day, standing next to a truck.', 'Marius Dahl, head of operations, Halden Cold Storage')
           + '</div><div class="card"><h3>Halden Cold Storage</h3><p>Frozen and chilled logistics, Norway<br>6 sites, 540 people</p><h3>Volume</h3><p>7,200 invoices a month, of which 4,300 are freight</p><h3>Systems</h3><p>Microsoft Dynamics 365, own yard system</p><h3>Product</h3><p>Fennwick Flow Professional</p><h3>Team</h3><p>7 in accounts payable; all stayed, two now negotiate with hauliers</p></div></div>',
           hero=('Case study', 'Halden Cold Storage clears its Fridays', 'How six cold stores let invoices approve themselves, and kept the people.', 21))
    d.page('<div class="kicker">Results</div><h1>Seven people, a quieter month end</h1><div class="cols"><div>'
           + fig('Days until approval, monthly median', lines(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'], [('Halden', [14.2, 13.8, 9.1, 6.4, 5.0, 4.2, 3.8, 3.6])], w=330, h=190, hi=16), 'Go-live in the second week of March 2026.') + '</div><div>'
           + fig('Invoices by outcome, August 2026', donut([('Posted without touch', 76, MID), ('One question answered', 17, SOFT), ('Worked by hand', 5, AMBER), ('Returned to supplier', 2, CORAL)], '76%', 'touchless', 118), 'n = 7,311 invoices.') + '</div></div>'
           + table(['Measure', 'Before', 'After six months', 'How it was measured'], [['Days until approval', '14.2', '3.6', 'Median, arrival to last approval'], ['Touchless rate', '21%', '76%', 'Posted without a click'], ['Month-end close', '9 working days', '5', 'Controller’s calendar'], ['Freight overcharge found', 'not known', '€11,400 a month', 'Waiting time and surcharge lines'], ['Late fees', '€2,900 a month', '0', 'Ledger account 7795'], ['Calls from suppliers', '38 a day', '9 a day', 'Telephone system']])
           + '<div class="cols"><div><h2 style="margin-top:2mm">What the team says</h2><p>Ingrid Solheim leads accounts payable. She was the sceptic. “I had seen two scanners come and go. So I asked for our worst forty invoices: faxes, coffee, handwriting. It read thirty-six, and it said which four it was unsure of. That honesty convinced me, not the thirty-six.”</p>'
           '<p>Training took one hour and a half for clerks and twelve minutes for site managers. After three weeks nobody printed.</p></div><div><h2 style="margin-top:2mm">What they would do differently</h2><ul><li>Clean the supplier list first: 900 of 2,400 entries were duplicates or dead.</li><li>Tell hauliers early. Two threatened to stop, then asked whether they could see the gate times too.</li><li>Start with freight, the hard part. Rent and power took care of themselves.</li></ul></div></div>'
           '<div class="card teal" style="margin-top:4mm"><h3>Next for Halden</h3><p>Hauliers will see gate times in the supplier portal before they invoice. Halden expects half of the remaining questions to go away. Fennwick Pay follows in spring.</p></div>')
    d.write('case-study-halden-cold-storage.pdf', author='Lena Hofmann', subject='Case study', keywords='logistics, freight, Dynamics 365')


if __name__ == '__main__':
    one_pager(); one_pager('earlier/fennwick-flow-one-pager-2025.pdf', True); data_sheet(); roi_story(); halden()
