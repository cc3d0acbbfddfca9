/** The five decks of the sample hub. Run after pictures.py; thumbnails are put in by thumbnails.py. */
import { join } from 'node:path';
import {
  bullets,
  C,
  card,
  columns,
  deck,
  line,
  OUT,
  picture,
  quote,
  slide,
  stat,
  table,
  text,
} from './deck-kit.mjs';

const write = (p, name) => p.writeFile({ fileName: join(OUT, name), compression: true });

const pitch = () => {
  const p = deck('Fennwick in thirty minutes', 'First meeting', 'Tom Whitlock');
  slide(
    p,
    'Cover',
    'Your invoices, decided instead of typed',
    'Before you begin: how many invoices a month, which ERP, who is in the room. If the CFO is alone, go to slide 3 at once.',
    'Fennwick Flow and Fennwick Pay in thirty minutes',
  );

  let s = slide(
    p,
    'Content',
    'What we heard from you',
    'Read these aloud and stop. If one is wrong, correct it on the slide. This is the most important minute of the meeting.',
  );
  card(
    s,
    'Invoices',
    '[number] a month at [number] sites, arriving by mail, post, portal and network.',
    0.7,
    1.9,
    3.8,
    2.3,
  );
  card(
    s,
    'Days',
    'About [number] days until an invoice is approved. Month-end takes [number] working days.',
    4.75,
    1.9,
    3.8,
    2.3,
  );
  card(
    s,
    'Money',
    'Suppliers offer discounts on [share] of spend; most of them lapse. Duplicates: nobody knows.',
    8.8,
    1.9,
    3.8,
    2.3,
  );
  card(
    s,
    'And what you want',
    'Growth without a larger back office, a close that does not depend on three people, and payments that nobody can redirect by mail.',
    0.7,
    4.4,
    11.9,
    2.1,
    true,
  );

  s = slide(
    p,
    'Content',
    'Being slow has a price, and it is in no budget',
    'The numbers are medians of our survey of 438 teams. Ask: which of these lines do you measure today? Usually none.',
  );
  table(
    s,
    [
      ['Line', 'Median team', 'Best quarter', 'For 100,000 invoices and €100m of spend'],
      ['Cost of an invoice', '€9.40', '€3.60', '€580,000 a year'],
      ['Discounts taken, of those offered', '14%', '61%', '€103,000 a year'],
      ['Days until approval', '11.8', '4.1', 'Late fees, blocked deliveries'],
      ['Paid a false invoice', '7% of teams', '1% of teams', 'One case: up to €1.9m'],
    ],
    0.7,
    1.85,
    11.9,
    [4.2, 2.2, 2.2, 3.3],
    17,
  );
  text(s, 'Source: Fennwick Research, The state of accounts payable 2026', 0.7, 5.1, 9, 0.3, {
    fontSize: 11,
    color: C.grey,
  });
  card(
    s,
    'The question to take home',
    'Which of your invoices did a person touch last month, and why?',
    0.7,
    5.45,
    11.9,
    1.2,
    true,
  );

  s = slide(
    p,
    'Content',
    'An invoice waits eleven days for nineteen minutes of work',
    'Walk through the columns. The two tall ones are questions without context and receipts that are booked late. Neither is solved by scanning.',
  );
  columns(
    p,
    s,
    'Days an invoice waits, median of 438 teams',
    ['Mailbox', 'Entry', 'Receipt', 'Buyer’s answer', 'Approver', 'Next run'],
    [['Days', [1.9, 1.3, 2.8, 3.1, 2.4, 0.3]]],
    0.6,
    1.7,
    7.6,
    4.9,
    { format: '0.0' },
  );
  bullets(
    s,
    [
      '3.1 days for an answer to “please check”',
      '2.8 days for a receipt that nobody booked',
      '2.4 days for an approver who is travelling',
      'Reading the invoice: less than a minute',
    ],
    8.6,
    1.9,
    4,
    2.9,
    18,
  );
  card(s, 'So', 'Better scanning works on four percent of the problem.', 8.6, 4.85, 4, 1.4, true);

  s = slide(
    p,
    'Section',
    'How Fennwick works',
    'Switch to the demo here if you have one. Otherwise the next three slides are enough.',
    'Four steps, one question, one trail',
  );
  s.addShape('line', { x: 0.7, y: 6.6, w: 11.9, h: 0, line: { color: C.mid, width: 1 } });

  s = slide(
    p,
    'Content',
    'Only what differs goes to a person',
    'Show with their own example: what differs most often? Packaging prices? Freight waiting time? Then it is that card.',
  );
  picture(
    s,
    'invoice',
    0.7,
    1.8,
    7.3,
    'Screen of Fennwick Flow: an invoice beside what was read, order and receipt agree',
  );
  bullets(
    s,
    [
      'Reads headers at 97.8%, lines at 94.1%, and says by field when it is unsure',
      'Matches order, receipt and price by line',
      'Tolerances by category, not one for all',
      'The question names the line, the contract price and a proposal',
    ],
    8.4,
    1.85,
    4.2,
    3.4,
    17,
  );
  stat(s, '74%', 'touchless, median customer after six months', 8.4, 5.15, 4.2);

  s = slide(
    p,
    'Content',
    'The inbox empties itself',
    'Point at the price difference: 4.2 percent, above tolerance, the buyer has been asked already. The clerk did nothing.',
  );
  picture(
    s,
    'inbox',
    0.7,
    1.8,
    7.3,
    'Screen of Fennwick Flow: an inbox with seven invoices and their states',
  );
  bullets(
    s,
    [
      'Seven invoices: four post today, one waits for a manager, one asked a buyer',
      'Approve in mail, Teams or on the phone',
      'Deputies step in on their own',
      'Every decision is signed and kept for ten years',
    ],
    8.4,
    1.85,
    4.2,
    3.4,
    17,
  );
  stat(s, '3.6 days', 'from arrival to approval at Halden, before: 14.2', 8.4, 5.15, 4.2);

  s = slide(
    p,
    'Content',
    'Payments that nobody can redirect by mail',
    'For treasury and security. The 214 are changed bank details only; in total 1,671 payments worth 38.2 million were held in 2025.',
  );
  picture(
    s,
    'pay',
    0.7,
    1.8,
    7.3,
    'Screen of Fennwick Pay: a run with two payments held because bank details changed',
  );
  bullets(
    s,
    [
      'A changed bank account locks the supplier',
      'Released after a call to a number that was known before',
      'Duplicates over companies and years',
      'Discounts that earn more than your cost of capital',
    ],
    8.4,
    1.85,
    4.2,
    3.4,
    17,
  );
  stat(s, '214', 'changed bank details stopped in 2025, all customers', 8.4, 5.15, 4.2);

  s = slide(
    p,
    'Content',
    'Brightwater Foods: paid back within seven months',
    'Send the ROI story afterwards. Say the sentence about the discounts: without negotiated terms, payback is in month twelve.',
  );
  line(
    p,
    s,
    'Cumulative net benefit, thousand euros, by month',
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    [['Net benefit', [-141, -154, -160, -151, -123, -85, -38, 12, 65, 117, 170, 223, 275]]],
    0.6,
    1.7,
    7.6,
    4.9,
  );
  stat(s, '€576,000', 'benefits in year one, from the ledger', 8.6, 1.85, 4);
  stat(s, '€412,000', 'discounts a year, from month four', 8.6, 3.5, 4);
  stat(s, '€3.40', 'cost of an invoice, before: €9.80', 8.6, 5.15, 4);

  s = slide(
    p,
    'Content',
    'Nine weeks, with three to five days of your IT',
    'Median of 140 projects; fastest five weeks, slowest nineteen. The two things that decide: supplier data and one person with time.',
  );
  table(
    s,
    [
      ['Weeks', 'What happens', 'You', 'We'],
      [
        '1 to 3',
        'Connection, proof on 2,000 old invoices',
        'ERP administrator, 3 days',
        'Gateway, 38 checks',
      ],
      ['1 to 4', 'Supplier data clean-up', 'AP lead', 'List of duplicates and gaps'],
      ['3 to 5', 'Rules and tolerances by category', 'AP lead, buyers', 'Proposal from the proof'],
      ['5 to 6', 'Pilot at one site', 'Clerks, site manager', 'A call every morning'],
      ['7 to 9', 'Roll-out in waves', 'Sites', 'Training in 12 minutes'],
    ],
    0.7,
    1.85,
    11.9,
    [1.3, 4.4, 3.1, 3.1],
    17,
  );
  card(
    s,
    'Expect the bump',
    'In the first two weeks exceptions rise by half, because errors that nobody saw are now seen.',
    0.7,
    5.3,
    11.9,
    1.3,
  );

  s = slide(
    p,
    'Content',
    'Who says so',
    'Choose one voice that resembles the person in front of you. Drop the other two.',
  );
  quote(
    s,
    'I would have signed for the discounts alone. What surprised me is the quiet.',
    'Aoife Brennan, finance director, Brightwater Foods',
    0.7,
    1.9,
    3.7,
  );
  quote(
    s,
    'Now they answer five questions a day, standing next to a truck.',
    'Marius Dahl, head of operations, Halden Cold Storage',
    4.8,
    1.9,
    3.7,
  );
  quote(
    s,
    'The close on day four was no goal. It just happened.',
    'Petra Kestner, managing director, Kestner Maschinenbau',
    8.9,
    1.9,
    3.7,
  );
  stat(s, '612', 'customers in 14 countries', 0.7, 4.9, 3.7);
  stat(s, '41 million', 'invoices in 2025', 4.8, 4.9, 3.7);
  stat(s, '99.97%', 'availability, last twelve months', 8.9, 4.9, 3.7);

  s = slide(
    p,
    'Content',
    'The next ten working days',
    'Do not leave without a date for the data and a name. The check is free and obliges to nothing; say both.',
  );
  table(
    s,
    [
      ['Day', 'Step', 'Who'],
      ['1', 'You send two years of supplier postings, without names', '[name], finance'],
      ['2', 'You send 500 invoices, forty of them unfair', '[name], accounts payable'],
      ['3 to 8', 'We find duplicates, lapsed discounts, late fees; Flow reads the 500', 'Fennwick'],
      ['9', 'One hour: the result, line by line', 'All of us'],
      ['10', 'You decide whether there is a case', '[name], CFO'],
    ],
    0.7,
    1.85,
    11.9,
    [1.4, 7.6, 2.9],
    18,
  );
  card(
    s,
    'Costs nothing, obliges to nothing',
    'You keep the list of duplicates in any case.',
    0.7,
    5.35,
    11.9,
    1.2,
    true,
  );
  return write(p, 'fennwick-pitch-deck.pptx');
};

const qbr = () => {
  const p = deck('Quarterly business review', 'Template with an example', 'Ana Reyes', 'title-rings', true);
  slide(
    p,
    'Cover',
    'Quarterly business review',
    'Replace the numbers by those of the report “Flow health”. Send the deck two days before; in the meeting, talk about slide 6.',
    'Halden Cold Storage and Fennwick · third quarter of 2026',
  );
  let s = slide(
    p,
    'Content',
    'The quarter in one minute',
    'One good thing, one bad thing, one decision. Never more.',
  );
  stat(s, '76%', 'touchless, goal 70%', 0.7, 1.9, 2.7);
  stat(s, '3.6 days', 'until approval, goal 4.0', 3.75, 1.9, 2.7);
  stat(s, '€11,400', 'freight overcharge found a month', 6.8, 1.9, 2.7);
  stat(s, '2%', 'returned to supplier, goal 1%', 9.85, 1.9, 2.7);
  card(s, 'Good', 'Month-end closed on day five in all three months.', 0.7, 4.1, 3.8, 2.1);
  card(
    s,
    'Not good',
    'Tromsø still returns invoices by post. Two hauliers cause a third of all exceptions.',
    4.75,
    4.1,
    3.8,
    2.1,
  );
  card(
    s,
    'To decide',
    'Show gate times to hauliers before they invoice: yes or no, and from when?',
    8.8,
    4.1,
    3.8,
    2.1,
    true,
  );
  s = slide(
    p,
    'Content',
    'Value since go-live',
    'The CFO keeps this slide. Everything on it must be traceable to a ledger account; put the account in the notes. Freight: 7310. Late fees: 7795.',
  );
  columns(
    p,
    s,
    'Value by quarter, thousand euros',
    ['Q1', 'Q2', 'Q3'],
    [
      ['Freight overcharge', [9, 28, 34]],
      ['Late fees avoided', [3, 9, 9]],
      ['Overtime avoided', [4, 15, 19]],
    ],
    0.6,
    1.7,
    7.4,
    4.9,
  );
  table(
    s,
    [
      ['Since March', '€ thousand'],
      ['Freight overcharge found', '71'],
      ['Late fees avoided', '21'],
      ['Overtime avoided', '38'],
      ['Sum', '130'],
      ['Fees paid in the same time', '38'],
    ],
    8.3,
    1.95,
    4.3,
    [3, 1.3],
    16,
  );
  s = slide(
    p,
    'Content',
    'Adoption by site',
    'Name the site manager who does well, by name. Offer help to the one who does not, in private.',
  );
  table(
    s,
    [
      ['Site', 'Touchless', 'Days', 'Open over 5 days', 'Approvers on phone'],
      ['Bergen', '81%', '2.9', '3', '92%'],
      ['Oslo', '79%', '3.1', '6', '88%'],
      ['Trondheim', '78%', '3.3', '4', '90%'],
      ['Stavanger', '75%', '3.8', '7', '71%'],
      ['Bodø', '73%', '4.0', '5', '83%'],
      ['Tromsø', '62%', '5.6', '19', '40%'],
    ],
    0.7,
    1.85,
    11.9,
    [3.1, 2.2, 2.2, 2.2, 2.2],
    17,
    0.46,
  );
  card(
    s,
    'What helps Tromsø',
    'An afternoon on site, gate booking on the phone, letters to eleven suppliers who still send paper.',
    0.7,
    5.3,
    11.9,
    1.3,
  );
  s = slide(
    p,
    'Content',
    'Exceptions: where they come from',
    'Two hauliers make a third. Bring the list with names on paper, not on the slide.',
  );
  columns(
    p,
    s,
    'Exceptions by first reason, percent',
    ['Waiting time', 'Surcharge', 'No order', 'Receipt late', 'Other'],
    [
      ['Q2', [31, 24, 18, 15, 12]],
      ['Q3', [38, 22, 14, 14, 12]],
    ],
    0.6,
    1.7,
    7.6,
    4.9,
  );
  bullets(
    s,
    [
      'Waiting time grows in share because all else shrinks',
      'Two hauliers make 34 percent of all exceptions',
      'Blanket orders for pallets solved “no order” at three sites',
    ],
    8.6,
    2.1,
    4,
    3,
    18,
  );
  s = slide(
    p,
    'Content',
    'Decision: gate times for hauliers',
    'Let the head of operations present this slide. Our part is to be quiet for five minutes.',
  );
  card(
    s,
    'For',
    'Half of the remaining questions would not arise. Hauliers asked for it. Two weeks of work.',
    0.7,
    1.9,
    5.8,
    2.2,
  );
  card(
    s,
    'Against',
    'Hauliers see when a gate was late, too. Claims may rise in the first month.',
    6.8,
    1.9,
    5.8,
    2.2,
  );
  card(
    s,
    'Proposal',
    'Begin with four hauliers in Bergen on 1 December; look at claims and questions after four weeks; then all.',
    0.7,
    4.4,
    11.9,
    1.9,
    true,
  );
  s = slide(
    p,
    'Content',
    'Service and support',
    'If there was an incident, this slide comes second and says what changed.',
  );
  table(
    s,
    [
      ['Topic', 'Promised', 'This quarter'],
      ['Availability', '99.9%', '99.98%'],
      ['Tickets, median answer', '4 hours', '1 hour 50'],
      ['Severity 1', '30 minutes', 'none'],
      ['Open requests to product', '–', '3: cut reports by gate, Norwegian holidays, Excel export'],
    ],
    0.7,
    1.85,
    11.9,
    [4, 3, 4.9],
    18,
    0.8,
  );
  s = slide(
    p,
    'Content',
    'The next ninety days',
    'Three actions, each with a name and a date. Read them aloud at the end.',
  );
  table(
    s,
    [
      ['Action', 'Who', 'By'],
      ['Gate times for four hauliers in Bergen', 'Marius Dahl, Fennwick', '1 December'],
      ['Afternoon in Tromsø', 'Ingrid Solheim, Fennwick', '12 December'],
      ['Check two years of postings for Fennwick Pay', 'CFO, Fennwick', '20 January'],
    ],
    0.7,
    1.85,
    11.9,
    [6.5, 3.4, 2],
    18,
  );
  card(
    s,
    'Goals for the next quarter',
    '80 percent touchless; fewer than ten invoices open longer than five days, over all sites; returned to supplier at 1 percent.',
    0.7,
    4.6,
    11.9,
    1.5,
    true,
  );
  return write(p, 'quarterly-business-review-template.pptx');
};

const comparison = () => {
  const p = deck(
    'Fennwick, Ledgerloop and Oakbill compared',
    'Internal only',
    'Lena Hofmann',
    'title-columns',
  );
  slide(
    p,
    'Cover',
    'Fennwick, Ledgerloop and Oakbill compared',
    'Internal. Do not send. Say what is on slide 5 in your own words, and never speak of security of others.',
    'Internal only · October 2026 · 31 and 12 deals of the last twelve months',
  );
  let s = slide(
    p,
    'Content',
    'On one page',
    'The last line matters most. If the buyer is in the left column of it, do not fight.',
  );
  table(
    s,
    [
      ['', 'Fennwick', 'Ledgerloop', 'Oakbill'],
      ['Comes from', 'Matching', 'Scanning', 'Construction'],
      ['Header fields, Northlake test', '97.6%', '97.9%', '96.8%'],
      ['Lines with freight', '93%', '72%', '80%'],
      ['Would post without touch', '69%', '41%', '57%'],
      ['Payments', 'Fennwick Pay', 'Export file', 'Partner'],
      ['First posting', '9 weeks', '3 weeks, capture only', '14 weeks'],
      ['Best for', 'Orders, freight, 3,000+', 'Simple, under 3,000', 'Building projects'],
    ],
    0.7,
    1.8,
    11.9,
    [3.4, 2.9, 2.9, 2.7],
    18,
    0.58,
  );
  s = slide(
    p,
    'Content',
    'Price at three volumes',
    'Our number includes match, archive and Peppol. Theirs does not; the second bar adds what buyers of that size asked for. Sources: offers seen in deals, not lists.',
  );
  columns(
    p,
    s,
    'Euros a month',
    ['2,500 invoices', '7,500 invoices', '20,000 invoices'],
    [
      ['Fennwick', [2300, 5400, 11600]],
      ['Ledgerloop with add-ons', [3100, 9600, 24200]],
      ['Oakbill', [2900, 7100, 13900]],
    ],
    0.6,
    1.7,
    7.9,
    4.9,
    { format: '#,##0' },
  );
  table(
    s,
    [
      ['Invoices a month', 'Fennwick', 'Ledgerloop', 'Oakbill'],
      ['2,500', '€2,300', '€3,100', '€2,900'],
      ['7,500', '€5,400', '€9,600', '€7,100'],
      ['20,000', '€11,600', '€24,200', '€13,900'],
    ],
    8.6,
    2.0,
    4.2,
    [1.05, 1.05, 1.15, 0.95],
    12,
    0.45,
  );
  text(
    s,
    'Below 1,500 invoices without orders, Ledgerloop is cheaper than we are. Say so.',
    8.6,
    4.6,
    4,
    1.2,
    { fontSize: 16, bold: true, color: C.coral },
  );
  s = slide(
    p,
    'Content',
    'Won and lost',
    'Ask the rep before you repeat a reason. “Price” is what losers write; in five of eight cases the buyer told us later that it was the demo.',
  );
  table(
    s,
    [
      ['Against', 'Deals', 'Won', 'First reason when won', 'First reason when lost'],
      ['Ledgerloop', '31', '19', 'Lines and freight', 'Small and simple'],
      ['Oakbill', '12', '7', 'Time to first posting', 'Project accounting'],
      ['Both', '5', '4', 'Payments', 'Known from before'],
    ],
    0.7,
    1.85,
    11.9,
    [2.3, 1.3, 1.3, 3.5, 3.5],
    17,
    0.55,
  );
  card(
    s,
    'Where we lose',
    'When the evaluation is written by somebody who scans. Bring accuracy on line items into the criteria before the list is sent.',
    0.7,
    4.4,
    5.8,
    2.1,
  );
  card(
    s,
    'Where we win',
    'When forty unfair invoices are read in front of the team, and the four unsure ones are marked as unsure.',
    6.8,
    4.4,
    5.8,
    2.1,
    true,
  );
  s = slide(
    p,
    'Content',
    'Questions to place early',
    'One a meeting. A list of five sounds like a trap, because it is one.',
  );
  bullets(
    s,
    [
      '“Ninety-nine percent of what: characters, fields, or lines?”',
      '“Who builds the match with goods receipts, and what does it cost in year three?”',
      '“What happens, step by step, when a supplier changes its bank?”',
      '“May we talk to a customer with more than 5,000 invoices and our ERP?”',
      '“How do we get everything out, on the day we leave?”',
    ],
    0.7,
    1.9,
    11.9,
    3.6,
    21,
  );
  card(
    s,
    'Never say',
    'That they are insecure, small, or about to be sold. Their certificates are the same as ours.',
    0.7,
    5.4,
    11.9,
    1.2,
    true,
  );
  s = slide(
    p,
    'Content',
    'Oakbill: what we know, and what we do not',
    'This column is thin. A battlecard is asked for; if you have met them, tell Lena.',
  );
  card(
    s,
    'Known',
    'Deep in construction: retention money, partial invoices, measured work. Good at “unsure” by field. Few people outside their home market.',
    0.7,
    1.9,
    5.8,
    2.9,
  );
  card(
    s,
    'Not known',
    'Price above 20,000 invoices; who builds their payments; whether the price lock of three years is in the contract or in the slide.',
    6.8,
    1.9,
    5.8,
    2.9,
  );
  text(s, 'Heard something? One line to Lena Hofmann is enough.', 0.7, 5.2, 11, 0.5, {
    fontSize: 18,
    bold: true,
    color: C.teal,
  });
  return write(p, 'fennwick-ledgerloop-oakbill-compared.pptx');
};

const webinar = () => {
  const p = deck('Month-end in four days', 'Webinar', 'Tom Whitlock', 'title-days');
  slide(
    p,
    'Cover',
    'Month-end in four days',
    'Forty minutes and twenty of questions. 312 registered, 148 came. Begin on time.',
    'Where nine days go, and the five habits of teams that close in four',
  );
  let s = slide(p, 'Content', 'Who is talking', 'Thirty seconds each. Ingrid is why people came.');
  card(
    s,
    'Ingrid Solheim',
    'Leads accounts payable at Halden Cold Storage. Seven people, six sites, 7,200 invoices a month. Was the sceptic.',
    0.7,
    1.9,
    5.8,
    2.4,
  );
  card(
    s,
    'Jonas Lindqvist',
    'Has led 38 introductions at Fennwick. Keeps a list of what went wrong.',
    6.8,
    1.9,
    5.8,
    2.4,
  );
  text(s, 'Ask in the chat at any time. We answer the five with most thumbs.', 0.7, 4.8, 11.5, 0.6, {
    fontSize: 20,
    bold: true,
    color: C.teal,
  });
  s = slide(
    p,
    'Content',
    'Poll: how long does your close take?',
    'Leave the poll open for a minute. In the live session: 8.6 days on average.',
  );
  columns(
    p,
    s,
    'Answers in the live session, percent of 131',
    ['up to 4 days', '5 to 6', '7 to 8', '9 to 10', 'more'],
    [['Answers', [9, 18, 27, 31, 15]]],
    0.7,
    1.7,
    11.9,
    4.9,
  );
  s = slide(
    p,
    'Content',
    'Nine days, and where they go',
    'Halden before 2026. Every line is waiting, not work. Ask Ingrid for the story of the missing box.',
  );
  table(
    s,
    [
      ['Waiting for', 'Days', 'Why'],
      ['Invoices that lie at a site', '2.0', 'Signed on Fridays'],
      ['Receipts that are booked late', '2.2', 'Booked by the office, not at the gate'],
      ['Answers of buyers', '1.9', '“Please check” without context'],
      ['Accruals by estimate', '1.6', 'Nobody knows what is still to come'],
      ['Corrections of corrections', '1.3', 'Two people, two lists'],
    ],
    0.7,
    1.85,
    11.9,
    [4.6, 1.6, 5.7],
    20,
    0.72,
  );
  s = slide(p, 'Section', 'Five habits', 'From here on, Ingrid.', 'None of them is software');
  s = slide(
    p,
    'Content',
    'Habits one and two: at the gate, with the line',
    'Ingrid: “We bought eleven phones and a roll of tape.” The tape marks where the pallet stands while it is booked.',
  );
  card(
    s,
    '1  Book the receipt at the gate',
    'On the phone, in the same hour. 1.6 days of waiting gone. Costs: eleven phones, one afternoon a site.',
    0.7,
    1.9,
    5.8,
    3,
  );
  card(
    s,
    '2  Ask with the line',
    'Line, contract price, difference, proposal. Answers in half a day instead of three. A form in a mail is enough to begin.',
    6.8,
    1.9,
    5.8,
    3,
  );
  stat(s, '4.2 days', 'of waiting gone, with eleven phones and one form', 0.7, 5.2, 11.9);
  s = slide(
    p,
    'Content',
    'Habits three and four: tolerances and ten calls',
    'Show the table of the implementation guide, page 4, if somebody asks for numbers.',
  );
  card(
    s,
    '3  Tolerances by category',
    'Packaging 4 percent, raw material 1, freight fifteen minutes. Look once a month at what people override.',
    0.7,
    1.9,
    5.8,
    3,
  );
  card(
    s,
    '4  Call ten suppliers',
    'The ten with most exceptions. Ask for one thing: the order number, in one place. 9 points touchless.',
    6.8,
    1.9,
    5.8,
    3,
  );
  stat(s, '25 points', 'touchless between teams that look monthly and teams that do not', 0.7, 5.2, 11.9);
  s = slide(
    p,
    'Content',
    'Habit five: one number on the wall',
    'The number is the habit that keeps the others alive. At Halden it is on paper, next to the coffee machine.',
  );
  text(s, '4', 0.7, 1.9, 5.5, 2.6, { fontSize: 190, bold: true, color: C.mid });
  text(s, 'invoices older than five days, at all sites, this morning', 0.7, 4.85, 5.5, 1, { fontSize: 22 });
  bullets(
    s,
    [
      'Count only what is older than five days',
      'Write it where people stand',
      'Never ask who; ask what it waits for',
      'Look at it every morning, for one minute',
    ],
    6.8,
    2.2,
    5.8,
    3.4,
    26,
  );
  s = slide(
    p,
    'Content',
    'Begin on Monday',
    'End here. Questions. Send the white paper tomorrow morning, not the pitch deck.',
  );
  table(
    s,
    [
      ['When', 'Do', 'Costs'],
      ['Monday', 'Count invoices older than five days', '10 minutes'],
      ['Tuesday', 'Ask three clerks what the oldest one waits for', '20 minutes'],
      ['Wednesday', 'New form for questions to buyers', '1 hour'],
      ['This month', 'One gate, one phone', '€180'],
      ['Next month', 'Three tolerances', '2 hours'],
    ],
    0.7,
    1.85,
    11.9,
    [2.4, 7, 2.5],
    21,
    0.72,
  );
  return write(p, 'webinar-month-end-in-four-days.pptx');
};

const businessCase = () => {
  const p = deck('The business case in six slides', 'For the board', 'Ana Reyes', 'title-curve');
  slide(
    p,
    'Cover',
    'Accounts payable: the business case',
    'Written for a CFO to present. No Fennwick logo after this slide if the customer prefers: change the layout, not the slides.',
    'Six slides for the board · example: Brightwater Foods',
  );
  let s = slide(
    p,
    'Content',
    'What today costs us',
    'Every number with its ledger account. Boards forgive estimates, not surprises.',
  );
  stat(s, '€2.1m', 'a year to handle 216,000 invoices', 0.7, 1.9, 3.7);
  stat(s, '€511,000', 'discounts offered by suppliers that lapse', 4.8, 1.9, 3.7);
  stat(s, '14.8 days', 'until an invoice is approved', 8.9, 1.9, 3.7);
  card(
    s,
    'Not in these numbers',
    'Duplicates that nobody has looked for, deliveries blocked by unpaid suppliers, and the two people on whom month-end depends.',
    0.7,
    4.3,
    11.9,
    1.8,
  );
  s = slide(
    p,
    'Content',
    'What we ask for, and what comes back',
    'If somebody asks about hours saved: left out on purpose. 21,400 hours are on the last line of the appendix.',
  );
  table(
    s,
    [
      ['€ thousand', 'Year 1', 'Year 2', 'Year 3', 'Sum'],
      ['Early-payment discounts', '268', '412', '412', '1,092'],
      ['Overtime and agency staff', '121', '150', '150', '421'],
      ['Duplicates and over-payments', '84', '105', '105', '294'],
      ['Late fees', '57', '68', '68', '193'],
      ['Audit and archive', '46', '57', '57', '160'],
      ['Benefits', '576', '792', '792', '2,160'],
      ['One-off cost', '−141', '0', '0', '−141'],
      ['Running cost', '−160', '−160', '−160', '−479'],
      ['Net', '275', '632', '632', '1,540'],
    ],
    0.7,
    1.75,
    7.6,
    [3.2, 1.1, 1.1, 1.1, 1.1],
    15,
    0.46,
  );
  columns(
    p,
    s,
    'Net by year, thousand euros',
    ['Year 1', 'Year 2', 'Year 3'],
    [['Net', [275, 632, 632]]],
    8.6,
    1.7,
    4.2,
    3.4,
  );
  stat(s, 'Month 7', 'payback; month 12 without discounts', 8.7, 5.2, 3.9);
  s = slide(
    p,
    'Content',
    'What can go wrong',
    'Put your own risk first. A board that finds one you did not name will find a second.',
  );
  table(
    s,
    [
      ['Risk', 'Sign', 'Then', 'Worth'],
      [
        'Supplier data is worse than thought',
        'Proof under 35% touchless',
        'Four more weeks, €18,000',
        '−€40,000',
      ],
      [
        'Suppliers withdraw discounts',
        'Terms at renewal',
        'Plan without: still pays back in month 12',
        '−€1,092,000',
      ],
      ['Sites keep paper', 'Touchless under 50% in month 4', 'Letters, gate booking, a visit', '−€60,000'],
      ['Vendor is sold', 'News', 'Export any time; 12 months at the old price', '€0'],
    ],
    0.7,
    1.85,
    11.9,
    [3.6, 3, 3.7, 1.6],
    17,
    0.85,
  );
  s = slide(
    p,
    'Content',
    'Plan and control',
    'The right to stop after ninety days is in the proposal. Say it here.',
  );
  table(
    s,
    [
      ['Date', 'Step', 'We go on if'],
      ['Week 3', 'Proof on 2,000 old invoices', 'At least 45% would post without a touch'],
      ['Week 6', 'First plant live', 'Under ten open longer than five days'],
      ['Week 11', 'All plants live', 'Paper under 10%'],
      ['Day 90', 'Review by internal audit', 'Benefits within 20% of the plan'],
    ],
    0.7,
    1.85,
    11.9,
    [1.8, 4.6, 5.5],
    18,
  );
  card(
    s,
    'Right to stop',
    'Until day 90 the contract can be ended without a reason. Paid until then: €64,000 at most.',
    0.7,
    5.0,
    11.9,
    1.4,
    true,
  );
  s = slide(p, 'Content', 'What we ask the board to decide', 'One sentence. Then be quiet.');
  text(
    s,
    'Approve €300,500 for the first year, of which €141,000 once, to introduce Fennwick Flow and Fennwick Pay at six plants, with the right to stop after ninety days.',
    0.7,
    2.0,
    11.6,
    2,
    { fontSize: 27, bold: true, color: C.teal },
  );
  stat(s, '92%', 'return in the first year', 0.7, 4.7, 3.7);
  stat(s, '249%', 'return over three years', 4.8, 4.7, 3.7);
  stat(s, '€1.54m', 'net over three years', 8.9, 4.7, 3.7);
  return write(p, 'the-business-case-in-six-slides.pptx');
};

for (const make of [pitch, qbr, comparison, webinar, businessCase]) await make();
