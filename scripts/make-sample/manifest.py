"""Writes resources/sample/manifest.json: tags, ratings, requests and uses of the documents that are there."""
import json, random
from brand import OUT

A, C, D, R = 'awareness', 'consideration', 'decision', 'retention'
CFO, CIO, OPS, SEC, BUY, TEAM = 'cfo', 'cio', 'head-of-operations', 'it-security-lead', 'procurement-manager', 'team-lead'
FLOW, PAY = 'fennwick-flow', 'fennwick-pay'

COLLEAGUES = [('ana', 'Ana Reyes', 'lead'), ('lena', 'Lena Hofmann', 'marketer'), ('tom', 'Tom Whitlock', 'marketer'), ('priya', 'Priya Nair', 'rep'), ('marcus', 'Marcus Bell', 'rep'),
              ('sofie', 'Sofie Lindgren', 'rep'), ('diego', 'Diego Marín', 'rep'), ('hannah', 'Hannah Weiss', 'rep'), ('claire', 'Claire Fontaine', 'rep')]


def asset(key, file, type, stages, personas, products, summary, tags, by, days, verified=None, audience='customer', language='en', title=None, expires=None, status=None, earlier=None):
    a = {'key': key, 'file': f'files/{file}'}
    if title: a['title'] = title
    a |= {'summary': summary, 'type': type, 'stages': stages, 'personas': personas, 'products': products, 'audience': audience, 'language': language, 'tags': tags, 'publishedBy': by, 'publishedDaysAgo': days}
    if verified is not None: a['verifiedDaysAgo'] = verified
    if expires is not None: a['expiresInDays'] = expires
    if status: a['status'] = status
    if earlier: a['earlierVersions'] = [{'file': f'files/earlier/{f}', 'daysAgo': d} for f, d in earlier]
    return a


ASSETS = [
    asset('roi-story-brightwater', 'roi-story-brightwater-foods.pdf', 'case-study', [C, D], [CFO], [FLOW, PAY], 'Month by month, what Brightwater Foods spent and got back: paid back within seven months, with the lines that did not work out.', ['ROI', 'payback', 'food', 'SAP', 'early-payment discounts'], 'tom', 62, 15),
    asset('flow-one-pager', 'fennwick-flow-one-pager.pdf', 'one-pager', [A, C], [CFO, OPS, TEAM], [FLOW], 'What Fennwick Flow does, for whom, and how to start with one plant.', ['overview', 'touchless'], 'lena', 34, 20, earlier=[('fennwick-flow-one-pager-2025.pdf', 402)]),
    asset('data-sheet', 'fennwick-data-sheet.pdf', 'data-sheet', [C], [CIO, OPS], [FLOW, PAY], 'Formats, matching, connections, service levels and requirements of both products on three pages.', ['connectors', 'SLA', 'ERP', 'Peppol'], 'lena', 48, 48),
    asset('case-halden', 'case-study-halden-cold-storage.pdf', 'case-study', [C], [OPS, TEAM], [FLOW], 'Six cold stores let freight invoices approve themselves: 14.2 to 3.6 days, seven people, nine weeks.', ['logistics', 'freight', 'Dynamics 365', 'month-end'], 'lena', 75, 75),
    asset('security-pack', 'fennwick-security-pack.pdf', 'security-pack', [C, D], [SEC, CIO], [FLOW, PAY], 'Architecture, controls, certificates, sub-processors and the ten questions that open every review.', ['security', 'ISO 27001', 'SOC 2', 'encryption', 'GDPR'], 'tom', 58, 30, expires=120),
    asset('implementation-guide', 'implementation-guide-fennwick-flow.pdf', 'implementation-guide', [D, R], [CIO, TEAM, OPS], [FLOW], 'The plan for nine weeks: team, supplier data, tolerances, pilot, and the first ninety days.', ['onboarding', 'go-live', 'tolerances', 'project plan'], 'tom', 188, 171),
    asset('battlecard-ledgerloop', 'battlecard-ledgerloop.md', 'battlecard', [C, D], [CFO, OPS, BUY], [FLOW], 'When we meet Ledgerloop, what they say, what is true, and which questions to ask.', ['Ledgerloop', 'competitor'], 'lena', 29, 29, audience='internal', earlier=[('battlecard-ledgerloop-2025.md', 391)]),
    asset('battlecard-payvane', 'battlecard-payvane.md', 'battlecard', [D], [CFO], [PAY], 'Draft: PayVane in payment deals; waits for the numbers of the autumn.', ['PayVane', 'competitor'], 'lena', 6, audience='internal', status='draft'),
    asset('emails-first-meeting', 'emails-after-first-meeting.md', 'email-template', [C], [CFO, OPS, SEC], [FLOW], 'Four short mails after the first meeting, by persona, with what worked in 640 sent ones.', ['follow-up', 'email'], 'tom', 83, 40, audience='internal'),
    asset('pay-faq', 'fennwick-pay-faq.md', 'faq', [C, D], [CFO, SEC], [PAY], 'Money, safety and everyday life with Fennwick Pay: what treasurers and security teams ask.', ['payments', 'fraud', 'bank details'], 'tom', 55, 55),
    asset('objection-handling', 'objection-handling.md', 'objection-handling', [C, D], [CFO, CIO, OPS], [FLOW, PAY], 'The nine objections that came up in 212 recorded calls, with the question to ask first.', ['objections', 'calls', 'too expensive'], 'lena', 44, 12, audience='internal'),
    asset('state-of-ap', 'the-state-of-accounts-payable-2026.pdf', 'white-paper', [A], [CFO, OPS], [], 'Survey of 438 finance teams in nine countries: cost, speed, touchless rate, fraud, and what the best quarter does differently.', ['benchmark', 'survey', 'cost per invoice', 'research'], 'tom', 96, 70),
    asset('analyst-wayfinder', 'northlake-wayfinder-ap-automation-2025.pdf', 'analyst-report', [C, D], [CIO, BUY], [FLOW, PAY], 'Northlake Research compares four vendors of accounts payable automation; reprint licence of 2025.', ['Northlake', 'analyst', 'comparison', 'reprint'], 'tom', 380, 214, expires=-9),
    asset('fallstudie-kestner', 'fallstudie-kestner-maschinenbau.pdf', 'case-study', [C, D], [CFO, OPS], [FLOW], 'Kestner Maschinenbau verarbeitet XRechnung und Papier in einem Weg: 5.400 Rechnungen im Monat, Abschluss in vier Tagen.', ['Maschinenbau', 'XRechnung', 'SAP', 'GoBD'], 'lena', 131, 127, language='de'),
    asset('fiche-pay', 'fiche-solution-fennwick-pay.pdf', 'solution-sheet', [C], [CFO, BUY], [PAY], 'Fennwick Pay en deux pages : paiements, contrôle des coordonnées bancaires, escomptes.', ['paiements', 'fraude', 'Factur-X'], 'lena', 41, 41, language='fr'),
    asset('reference-meridale', 'Reference letter Meridale Health.pdf', 'testimonial', [D], [CIO, SEC], [FLOW], 'Signed letter of the CIO of Meridale Health, eleven clinics: why they chose Fennwick and what their auditors said. Scanned.', ['reference', 'health', 'signed letter'], 'tom', 164, 150),
    asset('pitch-deck', 'fennwick-pitch-deck.pptx', 'pitch-deck', [A, C], [CFO, OPS], [FLOW, PAY], 'The first meeting: the price of being slow, how it works, proof, plan. Twelve slides with notes.', ['first meeting', 'deck', 'overview'], 'tom', 21, 21),
    asset('qbr-deck', 'quarterly-business-review-template.pptx', 'pitch-deck', [R], [CFO, OPS], [FLOW, PAY], 'Quarterly business review with the numbers of Halden Cold Storage as an example: value, adoption, next steps.', ['QBR', 'review', 'renewal', 'value'], 'ana', 103, 88),
    asset('comparison-three', 'fennwick-ledgerloop-oakbill-compared.pptx', 'competitor-comparison', [C, D], [BUY, CIO], [FLOW, PAY], 'Fennwick, Ledgerloop and Oakbill side by side: match, payments, price at three volumes, questions for the evaluation.', ['Ledgerloop', 'Oakbill', 'comparison'], 'lena', 37, 37, audience='internal'),
    asset('webinar-month-end', 'webinar-month-end-in-four-days.pptx', 'webinar', [A], [OPS, TEAM], [], 'Slides of the webinar on month-end: where nine days go, and the five habits of teams that close in four.', ['month-end', 'webinar', 'close'], 'tom', 118, 110),
    asset('business-case', 'the-business-case-in-six-slides.pptx', 'pitch-deck', [D], [CFO], [FLOW, PAY], 'For the board: cost of today, investment, return, risk, plan and what we ask for, ready to fill in.', ['board', 'business case', 'ROI'], 'ana', 52, 26),
    asset('proposal-template', 'proposal-template.docx', 'proposal-template', [D], [BUY, CFO], [FLOW, PAY], 'Proposal with goals, scope, plan, price and terms; marked places to fill in.', ['proposal', 'template', 'terms'], 'tom', 66, 66),
    asset('call-script', 'discovery-call-script.docx', 'call-script', [A, C], [OPS, TEAM], [FLOW], 'Discovery call of twenty-five minutes: opening, questions, numbers to get, next step.', ['discovery', 'questions', 'call'], 'lena', 240, 236, audience='internal'),
    asset('renewal-playbook', 'renewal-and-expansion-playbook.docx', 'playbook', [R], [CFO, CIO], [FLOW, PAY], 'From day 270 to signature: signals, meetings, offers and what to do when usage falls.', ['renewal', 'expansion', 'churn', 'health score'], 'ana', 87, 60, audience='internal'),
    asset('roi-calculator', 'fennwick-roi-calculator.xlsx', 'roi-calculator', [C, D], [CFO], [FLOW, PAY], 'Six inputs, three years, payback month; Brightwater Foods filled in as the example.', ['ROI', 'payback', 'business case', 'calculator'], 'tom', 62, 33),
    asset('pricing', 'Pricing 2026.xlsx', 'pricing-sheet', [D], [BUY], [FLOW, PAY], 'Plans, bands, payments, implementation and discounts for 2026, with a quote sheet that adds up.', ['price', 'plans', 'discounts', 'quote'], 'ana', 310, 64, audience='internal', expires=40, earlier=[('Pricing 2025.xlsx', 668)]),
    asset('evaluation-checklist', 'vendor-evaluation-checklist.xlsx', 'competitor-comparison', [C], [BUY, SEC], [FLOW, PAY], 'Twenty-four criteria with weights to compare vendors. Replaced by the comparison deck and the security pack.', ['RFP', 'criteria', 'scoring'], 'tom', 420, 400, status='archived'),
    asset('architecture-picture', 'fennwick-architecture.png', 'solution-sheet', [C, D], [CIO, SEC], [FLOW, PAY], 'One picture: systems, gateway, regions, people, and what flows between them.', ['architecture', 'integration', 'diagram'], 'tom', 91, 91, title='Architecture on one picture'),
    asset('quote-card-halden', 'quote-card-halden.jpg', 'testimonial', [A], [OPS, TEAM], [FLOW], 'Marius Dahl of Halden Cold Storage on five questions a day; for mails and social posts.', ['quote', 'logistics', 'social'], 'lena', 73, 73, title='Quote card: Marius Dahl, Halden'),
    asset('demo-approve', 'demo-approve-from-anywhere.webm', 'demo-video', [A, C, R], [TEAM, OPS], [FLOW], 'Sixteen seconds: an invoice arrives, is matched, asks one question and posts.', ['demo', 'approval', 'video'], 'tom', 27, 27, title='Demo: an invoice in sixteen seconds'),
]


def rate(asset, *rows):
    out = []
    for by, value, stage, persona, days, *rest in rows:
        r = {'asset': asset, 'by': by, 'value': value, 'stage': stage, 'persona': persona, 'daysAgo': days}
        comment = next((x for x in rest if isinstance(x, str)), None)
        if comment: r['comment'] = comment
        if True in rest: r['onEarlierVersion'] = True
        out.append(r)
    return out


RATINGS = (
    rate('roi-story-brightwater', ('priya', 5, D, CFO, 3, 'The month-by-month line on page 2 ended the discussion about payback.'), ('marcus', 5, D, CFO, 9), ('sofie', 4, C, CFO, 12), ('diego', 5, D, CFO, 17, 'CFO copied the two tables into her own paper.'), ('hannah', 4, D, CFO, 25, 'A German one with the same depth would help.'), ('claire', 5, D, CFO, 31), ('ana', 5, D, CFO, 40), ('tom', 4, C, CFO, 55), ('lena', 5, D, CFO, 58))
    + rate('flow-one-pager', ('priya', 4, A, CFO, 8), ('marcus', 4, A, OPS, 11, 'Good door opener; the four numbers on top are what people repeat.'), ('sofie', 3, C, TEAM, 14), ('diego', 4, A, OPS, 20), ('hannah', 5, A, TEAM, 22), ('claire', 2, A, CFO, 120, 'Numbers are from last year.', True), ('tom', 3, C, OPS, 150, True), ('lena', 3, A, CFO, 180, True))
    + rate('data-sheet', ('priya', 4, C, CIO, 10), ('marcus', 4, C, CIO, 19, 'Connections table answers most of it. NetSuite subsidiaries are missing.'), ('diego', 3, C, OPS, 30))
    + rate('case-halden', ('marcus', 5, C, OPS, 6, 'Every head of operations knows that Friday pile.'), ('sofie', 5, C, OPS, 13), ('diego', 4, C, TEAM, 21), ('hannah', 4, C, OPS, 33), ('priya', 3, C, OPS, 60, 'Fine for logistics, hard to carry over to services.'))
    + rate('security-pack', ('priya', 5, D, SEC, 5, 'Review done in four days. The ten questions are the ten questions.'), ('marcus', 5, D, SEC, 16), ('sofie', 4, D, CIO, 24), ('hannah', 5, D, SEC, 29, 'Works for DORA customers as well.'), ('claire', 4, C, SEC, 38), ('ana', 5, D, SEC, 50))
    + rate('implementation-guide', ('sofie', 4, R, TEAM, 15), ('diego', 5, D, TEAM, 28, 'The tolerance table alone is worth a meeting.'), ('marcus', 4, D, CIO, 52), ('hannah', 3, D, CIO, 9, 'Still says nine weeks; my last two took seven. Please check.'))
    + rate('battlecard-ledgerloop', ('priya', 5, C, BUY, 4, 'Asked for accuracy on line items. They went quiet.'), ('marcus', 4, D, CFO, 10), ('sofie', 4, C, OPS, 15), ('diego', 5, D, BUY, 18), ('hannah', 4, C, CFO, 23), ('claire', 3, D, BUY, 26, 'Their new plan for small teams is not in here.'), ('ana', 4, D, CFO, 27), ('tom', 3, C, OPS, 210, True))
    + rate('emails-first-meeting', ('diego', 4, C, CFO, 12), ('claire', 3, C, OPS, 36), ('hannah', 4, C, SEC, 20, 'Mail 3 saves me a week every time.'))
    + rate('pay-faq', ('priya', 4, D, CFO, 22), ('claire', 4, C, SEC, 35))
    + rate('objection-handling', ('marcus', 5, C, CFO, 7, 'I read “too expensive” before every second call.'), ('sofie', 4, D, CFO, 13), ('diego', 4, C, OPS, 19), ('claire', 5, C, CFO, 32))
    + rate('state-of-ap', ('priya', 4, A, CFO, 30), ('sofie', 3, A, OPS, 45, 'Ten pages; buyers read the two charts on page 4.'), ('hannah', 4, A, CFO, 64))
    + rate('analyst-wayfinder', ('marcus', 3, C, CIO, 140), ('claire', 2, D, BUY, 33, 'Buyer noticed that it is the 2025 edition.'))
    + rate('fallstudie-kestner', ('hannah', 5, D, CFO, 39, 'GoBD-Absatz auf Seite 2 hat den Wirtschaftsprüfer überzeugt.'))
    + rate('reference-meridale', ('sofie', 3, D, CIO, 70, 'Strong letter, but I can’t search it and can’t copy a sentence.'))
    + rate('pitch-deck', ('priya', 4, A, CFO, 5), ('marcus', 3, C, OPS, 8, 'Slide 4 is great. Twelve slides are two too many for thirty minutes.'), ('diego', 4, A, CFO, 11), ('hannah', 4, C, CFO, 14))
    + rate('qbr-deck', ('sofie', 4, R, OPS, 34), ('claire', 5, R, CFO, 62, 'Customer asked to keep the value slide for their own board.'))
    + rate('comparison-three', ('diego', 4, D, BUY, 9), ('marcus', 4, C, CIO, 25), ('priya', 3, D, BUY, 31, 'Oakbill column is thin.'))
    + rate('business-case', ('priya', 5, D, CFO, 17), ('hannah', 4, D, CFO, 28))
    + rate('proposal-template', ('marcus', 2, D, BUY, 20, 'Takes an hour to fill in; half of it never gets read.'), ('claire', 3, D, BUY, 37))
    + rate('call-script', ('priya', 1, A, OPS, 16, 'Nobody talks like this. The opening cost me the first minute.'), ('marcus', 2, C, OPS, 29, 'Questions are good, the order is not.'), ('diego', 1, A, TEAM, 46, 'Still quotes the old price and the old touchless rate.'), ('claire', 2, A, TEAM, 58), ('sofie', 3, C, TEAM, 90))
    + rate('renewal-playbook', ('sofie', 4, R, CFO, 41))
    + rate('roi-calculator', ('priya', 5, D, CFO, 4, 'Filled in live in the meeting. Six numbers, done.'), ('marcus', 5, D, CFO, 13), ('diego', 4, C, CFO, 27), ('hannah', 5, D, CFO, 35), ('claire', 4, D, CFO, 42, 'Discount line needs a warning when terms are missing.'))
    + rate('pricing', ('marcus', 4, D, BUY, 18), ('claire', 3, D, BUY, 44, 'Bands above 20,000 are “on request”, and so is every question.'), ('diego', 4, D, BUY, 53), ('priya', 3, D, BUY, 400, True))
    + rate('demo-approve', ('marcus', 4, A, TEAM, 10, 'Plays well at the start of a call.'))
    + rate('architecture-picture', ('priya', 5, C, CIO, 23), ('sofie', 4, D, SEC, 48))
)

REQUESTS = [
    {'key': 'r-renewal-terms', 'title': 'Renewal terms explained for purchasing', 'need': 'One page that explains bands, price adjustment and notice periods in a renewal, for the person in purchasing who was not there three years ago.', 'why': 'Two renewals are stuck with purchasing, and we have nothing for them after signature.', 'stage': R, 'persona': BUY, 'type': 'one-pager', 'by': 'claire', 'neededInDays': 9, 'daysAgo': 3, 'votes': ['marcus', 'sofie', 'priya'], 'dealValue': 184000, 'comments': [{'by': 'marcus', 'text': 'Oakbill offers a price lock for three years. They ask what ours is.', 'daysAgo': 2}], 'status': 'new', 'size': 'small'},
    {'key': 'r-netsuite-subsidiaries', 'title': 'NetSuite with many subsidiaries: how does it work?', 'need': 'Two paragraphs and a picture on OneWorld: which subsidiary gets the bill, intercompany, currencies.', 'why': 'Came up in three calls in two weeks.', 'stage': C, 'persona': CIO, 'type': 'solution-sheet', 'by': 'priya', 'daysAgo': 1.5, 'votes': ['diego'], 'dealValue': 96000, 'status': 'new'},
    {'key': 'r-security-awareness', 'title': 'Payment fraud in plain words, for security people who do not know us yet', 'need': 'A short paper on changed bank details and false suppliers, without selling anything.', 'why': 'Security leads join early now and we have only the pack, which assumes that they know us.', 'stage': A, 'persona': SEC, 'type': 'white-paper', 'by': 'hannah', 'neededInDays': 30, 'daysAgo': 12, 'votes': ['priya', 'marcus', 'diego', 'claire'], 'dealValue': 320000, 'comments': [{'by': 'tom', 'text': 'The Trust Office has the cases of 2025. I can take three of them, without names.', 'daysAgo': 10}, {'by': 'hannah', 'text': 'The €1.9m one, please.', 'daysAgo': 9}], 'status': 'accepted', 'answeredBy': 'tom', 'answeredDaysAgo': 10, 'size': 'large'},
    {'key': 'r-oakbill', 'title': 'Battlecard: Oakbill', 'need': 'The same as for Ledgerloop: what they say, what is true, what to ask, where they win.', 'why': 'Met them in five deals since summer, lost two.', 'stage': D, 'persona': BUY, 'type': 'battlecard', 'by': 'diego', 'neededInDays': -4, 'daysAgo': 19, 'votes': ['marcus', 'priya', 'sofie', 'hannah'], 'dealValue': 275000, 'comments': [{'by': 'lena', 'text': 'I have talked to two customers who left them. Need one price list from this year.', 'daysAgo': 8}, {'by': 'diego', 'text': 'Sent you the offer from the Calder deal.', 'daysAgo': 6}], 'status': 'in-progress', 'answeredBy': 'lena', 'answeredDaysAgo': 17, 'size': 'medium'},
    {'key': 'r-german-roi', 'title': 'ROI story Brightwater in German', 'need': 'Translation of the four pages, with German words for the ledger lines.', 'why': 'Finance directors here do not read four pages of English.', 'stage': D, 'persona': CFO, 'type': 'case-study', 'by': 'hannah', 'neededInDays': 5, 'daysAgo': 14, 'votes': ['sofie'], 'dealValue': 142000, 'comments': [{'by': 'lena', 'text': 'Translation is done; Brightwater has to agree to the German quote.', 'daysAgo': 2}], 'status': 'in-review', 'answeredBy': 'lena', 'answeredDaysAgo': 12, 'size': 'medium'},
    {'key': 'r-board-slides', 'title': 'Six slides for a board meeting', 'need': 'A business case that a CFO can take into the board as it is, with our numbers and room for theirs.', 'why': 'CFOs rebuild our deck every time.', 'stage': D, 'persona': CFO, 'type': 'pitch-deck', 'by': 'priya', 'daysAgo': 71, 'votes': ['claire', 'hannah'], 'dealValue': 210000, 'status': 'fulfilled', 'answeredBy': 'ana', 'answeredDaysAgo': 52, 'fulfilledWith': 'business-case', 'size': 'medium'},
    {'key': 'r-ledgerloop-update', 'title': 'Ledgerloop battlecard: new prices', 'need': 'Their add-on prices for match and Peppol as of this autumn.', 'why': 'The old card has list prices only.', 'stage': C, 'persona': BUY, 'type': 'battlecard', 'by': 'marcus', 'daysAgo': 45, 'votes': ['diego', 'sofie'], 'status': 'fulfilled', 'answeredBy': 'lena', 'answeredDaysAgo': 29, 'fulfilledWith': 'battlecard-ledgerloop', 'size': 'small'},
    {'key': 'r-travel', 'title': 'Sheet on travel expenses', 'need': 'How we handle travel expenses, as Ledgerloop does.', 'why': 'Asked in an RFP.', 'stage': C, 'persona': CFO, 'type': 'solution-sheet', 'by': 'marcus', 'daysAgo': 38, 'votes': [], 'dealValue': 60000, 'status': 'declined', 'answeredBy': 'ana', 'answeredDaysAgo': 35, 'reason': 'We do not offer travel expenses and have no date for it. The battlecard says how to answer: say so, and turn to the match.', 'size': 'small'},
    {'key': 'r-video-pay', 'title': 'Short video: a changed bank account is held', 'need': 'Twenty seconds like the approval demo, for Fennwick Pay.', 'why': 'Nobody believes the call-back step until they see it.', 'stage': C, 'persona': SEC, 'type': 'demo-video', 'by': 'sofie', 'neededInDays': 21, 'daysAgo': 8, 'votes': ['claire', 'priya'], 'comments': [{'by': 'tom', 'text': 'Accepted; I have the screens from the security pack.', 'daysAgo': 6}], 'status': 'accepted', 'answeredBy': 'tom', 'answeredDaysAgo': 6, 'size': 'medium'},
]

# How often each asset was opened or shared in the last ninety days, and how many pages there are to land on.
USE = {'roi-story-brightwater': (34, 4), 'implementation-guide': (26, 5), 'security-pack': (22, 6), 'roi-calculator': (18, 3), 'battlecard-ledgerloop': (17, 1), 'objection-handling': (14, 1), 'pitch-deck': (13, 12), 'case-halden': (13, 2), 'flow-one-pager': (12, 1), 'data-sheet': (9, 3),
       'pricing': (9, 4), 'business-case': (6, 6), 'comparison-three': (6, 6), 'emails-first-meeting': (6, 1), 'state-of-ap': (5, 10), 'qbr-deck': (4, 8), 'pay-faq': (4, 1), 'architecture-picture': (4, 1), 'proposal-template': (4, 1), 'call-script': (5, 1), 'analyst-wayfinder': (3, 5), 'fallstudie-kestner': (3, 2), 'renewal-playbook': (2, 1), 'reference-meridale': (2, 2), 'demo-approve': (2, 1)}


def uses(assets):
    r, out = random.Random(2026), []
    reps = [k for k, _, role in COLLEAGUES if role == 'rep']
    by_key = {a['key']: a for a in assets}
    for key, (count, pages) in USE.items():
        if key not in by_key: continue
        a = by_key[key]
        oldest = min(90, a['publishedDaysAgo'])
        for i in range(count):
            shared = a['audience'] == 'customer' and i % 3 == 2
            by = r.choice(reps) if key != 'fallstudie-kestner' else 'hannah'
            use = {'asset': key, 'by': by, 'kind': 'shared' if shared else 'viewed', 'daysAgo': round(max(.1, oldest * r.random() ** 1.7), 1)}
            if pages > 1 and not shared: use['page'] = r.randint(1, pages)
            out.append(use)
    return sorted(out, key=lambda u: u['daysAgo'])


def main():
    assets = [a for a in ASSETS if (OUT.parent / a['file']).exists()]
    for a in assets:
        if 'earlierVersions' in a:
            a['earlierVersions'] = [v for v in a['earlierVersions'] if (OUT.parent / v['file']).exists()]
            if not a['earlierVersions']: del a['earlierVersions']
    keys = {a['key'] for a in assets}
    with_earlier = {a['key'] for a in assets if 'earlierVersions' in a}
    ratings = [r for r in RATINGS if r['asset'] in keys and (not r.get('onEarlierVersion') or r['asset'] in with_earlier)]
    requests = [r for r in REQUESTS if r.get('fulfilledWith', next(iter(keys))) in keys]
    manifest = {'hub': {'name': 'Fennwick sales content'}, 'products': [{'id': FLOW, 'name': 'Fennwick Flow'}, {'id': PAY, 'name': 'Fennwick Pay'}],
                'colleagues': [{'key': k, 'name': n, 'role': r} for k, n, r in COLLEAGUES], 'assets': assets, 'ratings': ratings, 'requests': requests, 'uses': uses(assets)}
    (OUT.parent / 'manifest.json').write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + '\n')
    print(len(assets), 'assets', len(ratings), 'ratings', len(requests), 'requests', len(manifest['uses']), 'uses; without a file:', [a['key'] for a in ASSETS if a['key'] not in keys])


if __name__ == '__main__':
    main()
