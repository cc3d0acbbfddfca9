"""Security pack and implementation guide."""
from brand import *


def box(x, y, w, h, text, sub='', fill='#fff', stroke=MID, colour=TEAL):
    t = f'<text x="{x + w / 2}" y="{y + h / 2 + (0 if sub else 4)}" text-anchor="middle" font-size="11" font-weight="700" fill="{colour}" style="font-family:Manrope">{text}</text>'
    if sub:
        t += f'<text x="{x + w / 2}" y="{y + h / 2 + 13}" text-anchor="middle" font-size="8.5" fill="{colour}" opacity=".8">{sub}</text>'
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="6" fill="{fill}" stroke="{stroke}" stroke-width="1.2"/>{t}'


def arrow(points, dash=False):
    dashes = ' stroke-dasharray="4"' if dash else ''
    return f'<polyline points="{points}" fill="none" stroke="{GREY}" stroke-width="1.5" stroke-linejoin="round" marker-end="url(#a)"{dashes}/>'


DEFS = f'<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="{GREY}"/></marker></defs>'


def data_flow():
    return (f'<svg viewBox="0 0 640 250" width="100%">{DEFS}'
            f'<rect x="2" y="14" width="170" height="226" rx="8" fill="{PAPER}"/><text x="14" y="32" font-size="9" font-weight="700" fill="{GREY}">YOUR NETWORK</text>'
            f'<rect x="236" y="14" width="262" height="226" rx="8" fill="{MIST}"/><text x="248" y="32" font-size="9" font-weight="700" fill="{MID}">FENNWICK, REGION EU (FRANKFURT, DUBLIN)</text>'
            f'<rect x="540" y="14" width="98" height="226" rx="8" fill="{PAPER}"/><text x="552" y="32" font-size="9" font-weight="700" fill="{GREY}">YOUR PEOPLE</text>'
            + box(18, 50, 138, 44, 'ERP', 'orders, receipts, postings') + box(18, 118, 138, 44, 'Gateway', 'outbound only, mutual TLS', fill=TEAL, colour='#fff') + box(18, 186, 138, 40, 'Mail, portal, Peppol', 'documents')
            + box(252, 50, 104, 44, 'Ingress', 'malware scan, TLS 1.3') + box(252, 118, 104, 44, 'Capture', 'isolated workers') + box(252, 186, 104, 40, 'Audit log', 'append-only, 10 years')
            + box(380, 50, 104, 44, 'Match and route') + box(380, 118, 104, 44, 'Archive', 'AES-256, your key') + box(380, 186, 104, 40, 'Key service', 'HSM, per tenant')
            + box(552, 84, 74, 40, 'Approvers', 'SAML, MFA') + box(552, 152, 74, 40, 'Auditors', 'read-only')
            + ''.join(arrow(p) for p in ('87,94 87,116', '156,140 200,140 200,65 250,65', '156,206 214,206 214,80 250,80', '304,94 304,116', '356,140 368,140 368,72 378,72', '432,94 432,116', '484,72 518,72 518,104 550,104', '484,140 518,140 518,172 550,172'))
            + ''.join(arrow(p, True) for p in ('432,186 432,164', '304,162 304,184')) + '</svg>')


def security_pack():
    d = Doc('Security pack for Fennwick Flow and Fennwick Pay')
    d.cover('Security pack', 'What your security team will ask, and what we answer', 'Architecture, controls, certificates, sub-processors and the ten questions that open every review.', ('Fennwick Trust Office · trust@fennwick.example', 'Version 4.2 · September 2026'), art=dots(), cls='night')
    d.page('<div class="kicker">Summary</div><h1>Security on one page</h1><p class="lead">Fennwick processes supplier invoices and payment orders. That is confidential business data with little personal data: names and work addresses of approvers, and bank details of sole traders.</p>'
           + stats(('ISO 27001', 'and 27701, certified since 2019'), ('SOC 2 II', 'twelve months, no exceptions noted'), ('0', 'reportable incidents since 2021'), ('2 h', 'recovery time, tested twice a year'))
           + table(['Area', 'How it is done', 'Evidence'], [
               ['Encryption', 'TLS 1.3 in transit; AES-256 at rest; one key per tenant; customer-held keys in Enterprise', 'Crypto policy 3.1'],
               ['Identity', 'SAML 2.0 or OpenID Connect; SCIM; MFA enforced for administrators; sessions of 8 hours', 'Configuration guide'],
               ['Separation', 'One database schema and one key per tenant; row policies tested in every build', 'Penetration test 2026'],
               ['Our access', 'No standing access to production. Approved, recorded, 4 hours at most, visible in your audit log', 'Access report, monthly'],
               ['Development', 'Two reviewers, signed builds, software bill of materials, scans on every commit', 'SOC 2, CC8'],
               ['Testing', 'Yearly test by an independent firm; bug bounty since 2022; fixes in 7, 30, 90 days', 'Letter of attestation'],
               ['Continuity', 'Two sites, 35 km apart or more; RPO 5 minutes, RTO 2 hours', 'Test record June 2026'],
               ['Deletion', 'On request within 30 days, from backups within 90; certificate of erasure', 'DPA, annex 2']])
           + '<div class="note"><p><b>No training on your documents.</b> Reading models are trained on documents that Fennwick bought or made. Corrections improve your tenant only and are deleted with it.</p></div>')
    d.page('<div class="kicker">Architecture</div><h1>Where the data goes</h1><p>The gateway in your network opens one outbound connection on port 443. Nothing connects inwards. Documents are read by workers that have no network and live for one document.</p>'
           + fig('', data_flow(), 'Dashed lines carry keys and log entries, solid lines carry documents and postings.')
           + '<div class="cols"><div><h2>Data at rest</h2><ul class="tick"><li>Documents and fields: AES-256-GCM, key per tenant in a FIPS 140-3 level 3 module</li><li>Backups: encrypted with a second key, copied every 5 minutes, kept for 35 days</li><li>Search index: encrypted, rebuilt on key rotation, once a year</li><li>Logs: no invoice content, ids and counts only</li></ul></div>'
           '<div><h2>Data in motion</h2><ul class="tick"><li>TLS 1.3 with forward secrecy; 1.2 only for mail gateways</li><li>Mutual certificates between gateway and ingress, rotated every 90 days</li><li>Peppol through our own access point (certified 2023)</li><li>Bank files: EBICS or host-to-host, signed by your users</li></ul></div></div>'
           '<div class="cols" style="margin-top:4mm"><div class="card mist"><h3>Regions</h3><p>EU: Frankfurt, Dublin. US: Ohio. The region is chosen in the contract. Support from Rotterdam, Manchester and Columbus sees data only in recorded sessions that you approve.</p></div><div class="card mist"><h3>Isolation of readers</h3><p>Each document is opened in a throw-away container without network, with 60 seconds and 512 MB. A malicious PDF harms nothing but its own container.</p></div></div>')
    d.page('<div class="kicker">Controls for payments</div><h1>Fennwick Pay: how a euro leaves</h1><div class="c46"><div><p>Most payment fraud does not break encryption. It changes a bank account by mail and waits for Friday. Fennwick Pay assumes that the mail is false.</p><h3>Changed bank details</h3><p>Any change locks the supplier for payments. It is released after a call to a number that was known before, by someone other than the one who entered the change.</p>'
           '<h3>Two people, two devices</h3><p>Runs are released by two people whose sign-ins come from different devices. Limits by amount, supplier and day.</p><h3>Last look</h3><p>Sanctions lists, duplicate check and confirmation of payee run again at release, not only at import.</p></div>'
           f'<div>{ui_pay()}<div class="cap">Two payments held because the bank details changed after approval.</div></div></div>'
           + '<h2>Attempts stopped in 2025, all customers</h2>' + '<div class="cols"><div>' + hbars([('Changed bank details', 214), ('Invoice of a false supplier', 71), ('Duplicate with new number', 1380), ('Payment to listed party', 6)], w=330, label=140, fmt=lambda v: f'{v:,}') + '</div><div><p>1,671 payments worth €38.2m were held and not released. The largest single case was €1.9m: a machine builder’s “new bank”, announced in a mail thread that was real until its last message. A clerk called the number on an old delivery note.</p><p class="small">Source: Fennwick Trust Office, yearly report 2025.</p></div></div>'
           + table(['Check', 'When', 'What it stops'], [['Confirmation of payee', 'Entry and release', 'Name and account do not belong together'], ['Lock after change', '72 hours or call-back', 'Mail that announces a new bank'], ['Duplicate over companies and years', 'Import and release', 'The same invoice with a new number'], ['Sanctions lists', 'Release', 'Listed party, also as owner'], ['Limits by user, supplier, day', 'Release', 'One person, one bad afternoon']]))
    d.page('<div class="kicker">Ten questions</div><h1>The questions that open every review</h1>' + '<div class="cols"><div>' + ''.join(f'<h3>{i}. {q}</h3><p>{a}</p>' for i, (q, a) in enumerate([
        ('Where is our data?', 'In the region of your contract. Backups stay there too.'),
        ('Who at Fennwick can read it?', 'Nobody by default. Support asks; you approve in the product; the session is recorded and listed in your log.'),
        ('Can we hold the keys?', 'Yes, in Enterprise: AWS KMS, Azure Key Vault or your own HSM. Withdraw the key and we cannot read anything within five minutes.'),
        ('Do you train models on our documents?', 'No. See the summary.'),
        ('How fast do you patch?', 'Critical within 7 days, usually within one. High 30, medium 90.')], 1)) + '</div><div>' + ''.join(f'<h3>{i}. {q}</h3><p>{a}</p>' for i, (q, a) in enumerate([
        ('What happens if you are breached?', 'We tell you within 24 hours of confirmation, with what we know and what we do not.'),
        ('Do you have a penetration test?', 'Every year by an independent firm; the summary is in the trust portal, the full report under NDA.'),
        ('Which sub-processors?', 'Five, listed below. Thirty days’ notice before a change; you may object.'),
        ('How do we leave?', 'Export of everything as PDF/A, XML and CSV, at any time, without asking us. Then erasure with a certificate.'),
        ('Are you under NIS2 or DORA?', 'We support customers who are: register entries, audit rights, exit plan and threat-led tests are in annex 5.')], 6)) + '</div></div>'
        + '<h2>Sub-processors</h2>' + table(['Company', 'What for', 'Data', 'Place'], [['Amberline Cloud', 'Hosting, region EU', 'All, encrypted', 'Frankfurt, Dublin'], ['Statehouse Hosting', 'Hosting, region US', 'All, encrypted', 'Ohio'], ['Postbode Mail', 'Notifications', 'Names, work addresses', 'Netherlands'], ['Callguard', 'Confirmation of payee', 'Supplier bank details', 'Belgium'], ['Kirkwall Desk', 'Support tickets', 'What you write in them', 'Ireland']]))
    d.page('<div class="kicker">Certificates and contacts</div><h1>Evidence, and how to get it</h1>' + table(['Document', 'Date', 'Valid until', 'How to get it'], [
        ['ISO/IEC 27001:2022 certificate', 'Mar 2025', 'Mar 2028', 'Attached to this pack'], ['ISO/IEC 27701:2019 certificate', 'Mar 2025', 'Mar 2028', 'Attached to this pack'], ['SOC 2 Type II report', 'Jul 2026', 'Jul 2027', 'Trust portal, NDA'], ['Penetration test, summary', 'May 2026', 'May 2027', 'Trust portal'],
        ['Recovery test record', 'Jun 2026', 'Dec 2026', 'Trust portal'], ['CAIQ 4.0.3, SIG Lite', 'Aug 2026', 'Aug 2027', 'Trust portal, filled in'], ['Data processing agreement', 'v7', '–', 'Legal, signed in a day'], ['IDW PS 880 (archiving, Germany)', 'Nov 2025', 'Nov 2027', 'On request']])
        + '<div class="c64"><div><h2 style="margin-top:2mm">A review in five days</h2>' + table(['Day', 'You', 'We'], [['1', 'Send your questionnaire', 'Send this pack, CAIQ, SIG Lite'], ['2', 'Read, mark open points', 'Open the trust portal for three people'], ['3', 'One hour with our security architect', 'Answer open points in writing'], ['4', 'Legal reads the DPA', 'Counter-sign changes'], ['5', 'Decide', 'File the record']])
        + '</div><div class="card teal"><h3>Who answers</h3><p><b>Dr. Mirjam Kool</b><br>Chief information security officer</p><p><b>Sander Vos</b><br>Data protection officer</p><p>trust@fennwick.example<br>Pager for incidents: +31 10 555 0199, day and night</p><p>Reports of weaknesses are welcome and paid: security.txt on our site.</p></div></div>')
    d.write('fennwick-security-pack.pdf', author='Fennwick Trust Office', subject='Security pack 4.2', keywords='security, ISO 27001, SOC 2, data flow')


def gantt(rows, weeks=9, w=640):
    left, rh = 150, 20
    cw = (w - left) / weeks
    out = []
    for i in range(weeks):
        out.append(f'<text x="{left + cw * (i + .5):.0f}" y="10" font-size="9" text-anchor="middle" fill="{GREY}">week {i + 1}</text><line x1="{left + cw * i:.0f}" x2="{left + cw * i:.0f}" y1="16" y2="{18 + rh * len(rows)}" stroke="{STONE}" stroke-width=".6"/>')
    for k, (name, a, b, c) in enumerate(rows):
        y = 19 + k * rh
        out.append(f'<text x="0" y="{y + 11}" font-size="10" fill="{INK}">{name}</text><rect x="{left + cw * (a - 1) + 2:.0f}" y="{y}" width="{cw * (b - a + 1) - 4:.0f}" height="14" rx="3" fill="{c}"/>')
    return f'<svg viewBox="0 0 {w} {24 + rh * len(rows)}" width="100%">{"".join(out)}</svg>'


def implementation_guide():
    d = Doc('Implementation guide: Fennwick Flow in nine weeks')
    d.cover('Implementation guide', 'Fennwick Flow in nine weeks', 'The plan, the people, the data and the first ninety days, from 140 projects.', ('Fennwick Customer Success', 'Edition 2026'), art=stairs(), cls='light')
    d.page('<div class="kicker">Overview</div><h1>Who does what, and when</h1><p class="lead">Nine weeks is the median of 140 projects; the fastest took five, the slowest nineteen. What made the difference was never the software. It was supplier data, holidays and one person with time.</p>'
           + fig('The plan', gantt([('Kick-off and goals', 1, 1, TEAL), ('ERP connection', 1, 3, MID), ('Supplier data clean-up', 1, 4, AMBER), ('Proof on 2,000 old invoices', 2, 3, MID), ('Rules and tolerances', 3, 5, MID), ('Single sign-on, roles', 3, 4, SOFT), ('Training of clerks', 5, 6, SOFT), ('Pilot: one site', 5, 6, TEAL), ('Training of approvers', 6, 8, SOFT), ('Roll-out in waves', 7, 9, TEAL), ('Handover to support', 9, 9, AMBER)]), 'Amber: yours to do, with our help. These two bars decide about the date.')
           + '<h2>The team</h2>' + table(['Role', 'Who', 'Time', 'Decides about'], [['Sponsor', 'CFO or head of operations', '1 hour a week', 'Goals, conflicts'], ['Project lead', 'AP lead', '2 days a week', 'Rules, tolerances, waves'], ['ERP administrator', 'IT', '3 to 5 days in total', 'Connection, posting'], ['Key users', 'One per site', '2 hours a week', 'Words, habits, training'], ['Consultant', 'Fennwick', '15 to 25 days', 'Method, configuration']]))
    d.page('<div class="kicker">Weeks 1 to 4</div><h1>Connect and clean</h1><div class="cols"><div><h2 style="margin-top:0">ERP connection</h2><ol><li>Create the service user with the role file <i>fennwick-read</i>. It sees orders, receipts, suppliers and cost objects, nothing else.</li><li>Start the gateway container. It needs 2 CPUs, 4 GB and port 443 to the outside.</li><li>Run the connection test: 38 checks, a report that tells which field is missing.</li><li>Load 24 months of orders and receipts. A million lines take about three hours.</li></ol>'
           '<div class="note"><p><b>Common stumble.</b> In SAP, goods receipts without account assignment are not read by default. Tick <i>GR non-valuated</i> in the role file, or a tenth of your invoices will wait for a receipt that exists.</p></div></div>'
           '<div><h2 style="margin-top:0">Supplier data</h2><p>Plan four weeks and start on day one. We send a list with duplicates, dead suppliers, missing VAT numbers and bank accounts that two suppliers share.</p>'
           + fig('What a clean-up finds, share of supplier records', hbars([('Not used for 2 years', 34), ('Duplicates', 12), ('VAT number missing', 9), ('Shared bank account', 2)], '%', w=300, label=120), 'Median of 140 projects.') + '</div></div>'
           '<h2>The proof</h2><p>Before rules are made, 2,000 of your old invoices run through Flow without posting. You see what would have happened: how many touchless, where prices differ, which suppliers send what. Three numbers from the proof go into the plan.</p>'
           + table(['Number', 'Typical', 'If it is lower', 'Then'], [['Header fields read right', '97 to 98%', 'below 95%', 'Look at scans: 200 dpi or better'], ['Orders found', '85 to 95%', 'below 80%', 'Ask suppliers to print the order number'], ['Would post without touch', '45 to 60%', 'below 35%', 'Tolerances, receipts, blanket orders']]))
    d.page('<div class="kicker">Weeks 3 to 6</div><h1>Rules, people, pilot</h1><h2>Start with these tolerances</h2>' + table(['Category', 'Price', 'Quantity', 'Amount at most', 'Why'], [['Raw material', '1%', '0%', '€50', 'Contract prices; errors are real errors'], ['Packaging', '4%', '5%', '€150', 'Index clauses, over-delivery'], ['Freight', '3%', '15 min waiting', '€40', 'Gate times, surcharges'], ['Services', '0%', 'time sheet', '€0', 'Compare with the approved sheet'], ['Office, maintenance', '5%', '1 piece', '€75', 'The question costs more than the difference']])
           + '<div class="cols"><div><h2 style="margin-top:2mm">Train approvers in twelve minutes</h2><p>Approvers need to know three things: where the question comes from, what “Ask” does, and who stands in when they are away. Show it in a team meeting, on the phone, with one of their own invoices.</p></div><div><h2 style="margin-top:2mm">Pilot at one site</h2><ul class="tick"><li>60 suppliers, at least five of them difficult</li><li>Two weeks; a call of fifteen minutes every morning</li><li>Go on when exceptions older than five days are below ten</li></ul></div></div>'
           + f'<div style="width:128mm;margin:2mm auto 0">{ui_inbox()}<div class="cap">The inbox on the first morning of a pilot.</div></div>' +
           '<div class="note"><p><b>Expect the bump.</b> In the first two weeks exceptions rise by half, because errors that nobody saw are now seen. Say so in the kick-off, and it is a finding. Say nothing, and it is a failure.</p></div>')
    d.page('<div class="kicker">Weeks 7 to 9 and after</div><h1>Roll out, then keep it rising</h1><div class="cols"><div>' + fig('Touchless rate after go-live, percent', lines(['wk 1', '2', '4', '8', '12', '18', '26'], [('Top quarter', [41, 48, 60, 71, 78, 82, 84]), ('Median', [34, 38, 49, 60, 66, 71, 74]), ('Without reviews', [33, 36, 45, 51, 53, 54, 54])], w=330, h=205, hi=90), '140 projects. “Without reviews”: no monthly look at exceptions.') + '</div><div><h2 style="margin-top:0">The monthly half hour</h2><p>The grey line is what happens when nobody looks. Every month, with your AP lead:</p><ol><li>Top ten suppliers by exceptions. Ask one of them to change one thing.</li><li>Rules that people override more than half of the time. Change or drop them.</li><li>Approvers who take longer than three days. Name deputies.</li></ol></div></div>'
           + '<h2>Ninety days</h2>' + table(['Day', 'What is true', 'Who says so'], [['1', 'First invoice posted from Flow', 'AP lead'], ['14', 'All sites live; paper returned to suppliers', 'Project lead'], ['30', 'Touchless rate above 45%; no exception older than ten days', 'Report “Flow health”'], ['60', 'Month-end without a search for invoices', 'Controller'], ['90', 'Touchless above 60%; benefits compared with the business case', 'Sponsor, in the first business review']])
           + '<div class="cols"><div class="card mist"><h3>When you get stuck</h3><p>Your consultant stays for thirty days after go-live. Then support answers: severity 1 in 30 minutes, all else the same day. The community of 612 customers meets every first Thursday.</p></div><div class="card teal"><h3>Next steps that pay</h3><p>Fennwick Pay (two weeks, if Flow runs), supplier portal (one week), contract prices (two weeks). Ask for the order that fits your numbers.</p></div></div>')
    d.write('implementation-guide-fennwick-flow.pdf', author='Jonas Lindqvist', subject='Implementation guide', keywords='onboarding, go-live, tolerances')


if __name__ == '__main__':
    security_pack(); implementation_guide()
