/** What made-up sales documents say: sentences of their kind, of a buying stage, of a persona, and of nothing in particular. `%c` is a customer, `%p` a product, `%r` a rival. */

export type Kind = {
  readonly type: string;
  /** How often it is for each stage: the first most. */
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  /** What folders and files of the kind are called. */
  readonly folders: readonly string[];
  readonly names: readonly string[];
  readonly en: readonly string[];
  readonly de: readonly string[];
};

export const KINDS: readonly Kind[] = [
  {
    type: 'case-study',
    stages: ['decision', 'consideration'],
    personas: ['head-of-operations', 'cfo'],
    folders: ['02 Case studies', 'Customer stories', 'References', 'Referenzen', 'Fallstudien'],
    names: ['%c case study', '%c story', '%c saves with %p', 'Referenz %c', '%c'],
    en: [
      '%c went live with %p within nine weeks and reports the results after one year.',
      'Before the project, %c worked with spreadsheets and lost orders every week.',
      '“We would do it again at once”, says the head of logistics at %c.',
      'The challenge: three sites, two systems and no common view of stock.',
      'The result at %c: nine percent less scrap and a payback of seven months.',
    ],
    de: [
      '%c hat %p in neun Wochen eingeführt und zieht nach einem Jahr Bilanz.',
      'Vor dem Projekt arbeitete %c mit Tabellen und verlor jede Woche Aufträge.',
      '„Wir würden es sofort wieder tun“, sagt die Logistikleiterin von %c.',
      'Das Ergebnis bei %c: neun Prozent weniger Ausschuss nach sieben Monaten.',
    ],
  },
  {
    type: 'battlecard',
    stages: ['decision', 'consideration'],
    personas: ['procurement-manager', 'cio'],
    folders: ['Battlecards', 'Competition', 'Wettbewerb', 'Compete'],
    names: ['%r battlecard', 'Against %r', '%r', 'How we win %r', 'Wettbewerb %r'],
    en: [
      'How we win against %r: ask about the migration and who pays for it.',
      'Trap question to set: how does %r handle a plant without a network?',
      'Their pitch: cheap to begin with. Our answer: look at year three.',
      'Internal only. Do not forward. Weaknesses of %r seen in the last deals.',
      'Landmines: support hours, hidden modules, per-user pricing of %r.',
    ],
    de: [
      'So gewinnen wir gegen %r: nach der Migration fragen und wer sie bezahlt.',
      'Nur intern. Schwächen von %r aus den letzten Abschlüssen.',
      'Ihre Behauptung: günstiger Einstieg. Unsere Antwort: das dritte Jahr ansehen.',
    ],
  },
  {
    type: 'pitch-deck',
    stages: ['consideration', 'awareness'],
    personas: ['cio', 'head-of-operations'],
    folders: ['Decks', 'Presentations', 'Präsentationen', '01 Pitch'],
    names: ['%p pitch deck', '%p overview deck', 'Company presentation', '%p', 'Präsentation %p'],
    en: [
      'Agenda: who we are, what has changed in your industry, what %p does, next steps.',
      'Our vision: every plant decides on facts of this very minute.',
      'Three modules, one platform: %p from the order to the invoice.',
      'Founded in 2009, 320 people, offices in four countries.',
      'Next steps: a workshop with your team and a pilot in one plant.',
    ],
    de: [
      'Agenda: wer wir sind, was sich in Ihrer Branche ändert, was %p leistet.',
      'Unsere Vision: jedes Werk entscheidet nach Fakten dieser Minute.',
      'Nächste Schritte: ein Workshop mit Ihrem Team und ein Pilot in einem Werk.',
    ],
  },
  {
    type: 'pricing-sheet',
    stages: ['decision'],
    personas: ['procurement-manager', 'cfo'],
    folders: ['Prices', 'Pricing', 'Preise', '05 Price lists'],
    names: ['%p price list', 'Prices %p', 'Preisliste %p', 'Rates', '%p list'],
    en: [
      'List price per user and month, billed yearly; discounts from 50 users on.',
      'Edition Basic: EUR 39. Edition Plus: EUR 59. Edition Enterprise: on request.',
      'Prices exclude VAT and travel; valid until the end of the quarter.',
      'Set-up fee of %p: EUR 4,900 once, training per day EUR 1,200.',
    ],
    de: [
      'Listenpreis je Nutzer und Monat, jährlich im Voraus; Rabatte ab 50 Nutzern.',
      'Alle Preise zuzüglich Mehrwertsteuer und Reisekosten.',
      'Einrichtung von %p: einmalig 4.900 Euro, Schulung je Tag 1.200 Euro.',
    ],
  },
  {
    type: 'white-paper',
    stages: ['awareness'],
    personas: ['cio', 'cfo'],
    folders: ['White papers', 'Thought leadership', 'Whitepaper', 'Studies'],
    names: ['%p white paper', 'The cost of waiting', 'State of planning', 'Whitepaper Planung', 'Trends'],
    en: [
      'This paper examines why planning fails where data is older than a shift.',
      'Chapter 2 describes the method of the survey among 412 manufacturers.',
      'According to the literature, delays grow with every manual hand-over.',
      'Conclusion: companies that close the loop spend less on rework.',
    ],
    de: [
      'Dieses Papier untersucht, warum Planung scheitert, wenn Daten älter als eine Schicht sind.',
      'Kapitel 2 beschreibt die Methode der Umfrage unter 412 Herstellern.',
      'Fazit: wer den Kreis schließt, gibt weniger für Nacharbeit aus.',
    ],
  },
  {
    type: 'security-pack',
    stages: ['decision'],
    personas: ['it-security-lead'],
    folders: ['Security', 'Trust', 'Sicherheit', 'InfoSec'],
    names: [
      '%p security overview',
      'Encryption and keys',
      'Penetration test summary',
      'Sicherheit %p',
      'TOMs',
    ],
    en: [
      'Data is encrypted at rest with AES-256 and in transit with TLS 1.3.',
      'The penetration test of spring found no critical issue in %p.',
      'Sub-processors, retention periods and deletion are listed in annex B.',
      'Single sign-on by SAML 2.0, roles by least privilege, logs kept for a year.',
    ],
    de: [
      'Daten werden mit AES-256 verschlüsselt, unterwegs mit TLS 1.3.',
      'Der Penetrationstest im Frühjahr fand keine kritische Lücke in %p.',
      'Unterauftragnehmer, Aufbewahrung und Löschung stehen in Anlage B.',
    ],
  },
  {
    type: 'implementation-guide',
    stages: ['retention'],
    personas: ['team-lead', 'head-of-operations'],
    folders: ['Onboarding', 'Rollout', 'Einführung', 'Implementation'],
    names: ['%p implementation guide', 'First 30 days', 'Go-live checklist', 'Einführung %p', 'Setup'],
    en: [
      'Week 1: name the key users, import the master data, check the interfaces.',
      'Step 4: switch on the shift calendar and test one order from end to end.',
      'Checklist before go-live: backups, roles, labels, a fallback on paper.',
      'After go-live: collect questions daily, answer them in the evening.',
    ],
    de: [
      'Woche 1: Schlüsselanwender benennen, Stammdaten übernehmen, Schnittstellen prüfen.',
      'Schritt 4: Schichtkalender einschalten und einen Auftrag ganz durchspielen.',
      'Prüfliste vor dem Start: Sicherungen, Rollen, Etiketten, Papier für den Notfall.',
    ],
  },
  {
    type: 'data-sheet',
    stages: ['consideration'],
    personas: ['team-lead', 'cio'],
    folders: ['Data sheets', 'Product', 'Datenblätter', 'Specs'],
    names: ['%p data sheet', '%p technical data', 'Datenblatt %p', '%p spec', 'Interfaces'],
    en: [
      'Interfaces: REST, OPC UA, CSV import; limits per tenant are in table 3.',
      'Supported browsers and systems; minimum bandwidth 2 Mbit/s per plant.',
      'Capacity of %p: 4,000 orders a day, 600 machines, 90 days of history.',
      'Dimensions, protection class and temperature range of the gateway.',
    ],
    de: [
      'Schnittstellen: REST, OPC UA, CSV; Grenzen je Mandant in Tabelle 3.',
      'Leistung von %p: 4.000 Aufträge am Tag, 600 Maschinen, 90 Tage Verlauf.',
      'Abmessungen, Schutzart und Temperaturbereich des Gateways.',
    ],
  },
  {
    type: 'email-template',
    stages: ['awareness', 'retention'],
    personas: ['team-lead', 'cfo'],
    folders: ['Email templates', 'Outreach', 'Mails', 'Sequences'],
    names: ['First touch %p', 'Follow-up after demo', 'Renewal mail', 'Mail %p', 'Breakup'],
    en: [
      'Subject: a question about your planning at {{company}}',
      'Hi {{first name}}, I saw that you are hiring planners at {{company}}.',
      'Would twenty minutes on Thursday suit you? If not, tell me who is right.',
      'Kind regards, {{sender}}. P.S. the story of %c is attached.',
    ],
    de: [
      'Betreff: eine Frage zur Planung bei {{Firma}}',
      'Guten Tag {{Name}}, mir fiel auf, dass Sie Planer suchen.',
      'Passen Ihnen zwanzig Minuten am Donnerstag? Wenn nicht, wer wäre richtig?',
    ],
  },
  {
    type: 'faq',
    stages: ['consideration', 'decision'],
    personas: ['it-security-lead', 'procurement-manager'],
    folders: ['FAQ', 'Questions', 'Häufige Fragen', 'Q&A'],
    names: ['%p FAQ', 'Questions of buyers', 'Fragen zu %p', 'RFP answers', 'FAQ'],
    en: [
      'Question: can we keep our own labels? Answer: yes, in every edition.',
      'Question: what happens without a network? Answer: work goes on for a day.',
      'Question: how long does an update take? Answer: minutes, at night.',
      'Question: who owns the data? Answer: you do, and you can export all of it.',
    ],
    de: [
      'Frage: können wir eigene Etiketten behalten? Antwort: ja, in jeder Ausgabe.',
      'Frage: was geschieht ohne Netz? Antwort: die Arbeit geht einen Tag weiter.',
      'Frage: wem gehören die Daten? Antwort: Ihnen, und Sie können alle ausführen.',
    ],
  },
];

export const STAGE_SAYS: Readonly<Record<string, readonly string[]>> = {
  awareness: [
    'Many teams do not know how much time planning by hand costs.',
    'Is this a problem worth solving at all?',
  ],
  consideration: [
    'Compare three ways to solve it: build, buy, or adapt what you have.',
    'What to look for in a solution.',
  ],
  decision: [
    'The business case: return in seven months, risk shared.',
    'Why this vendor and not another one.',
  ],
  retention: [
    'You have signed: how to get more out of it in the second year.',
    'Renewal, expansion and training.',
  ],
};

export const PERSONA_SAYS: Readonly<Record<string, readonly string[]>> = {
  cfo: ['Cash flow and payback stay predictable.', 'What the finance department asks first.'],
  cio: ['Fewer systems to run and a clean integration landscape.', 'Architecture at a glance.'],
  'head-of-operations': ['Throughput of the plant rises, errors fall.', 'From shift to shift.'],
  'it-security-lead': ['Controls, audits and questionnaires answered in advance.', 'No new attack surface.'],
  'procurement-manager': [
    'Comparable offers and fair terms of contract.',
    'Terms of renewal are in writing.',
  ],
  'team-lead': ['A tool that the team likes and learns in an hour.', 'Day-to-day work without manual steps.'],
};

export const PLAIN: readonly string[] = [
  'Our customers work in machinery, food and packaging.',
  'Contact your account manager for further information.',
  'All trademarks belong to their owners.',
  'This document was made with care; errors remain possible.',
  'The figures are averages of the last four quarters.',
  'Please see the appendix for details and definitions.',
  'We look forward to your questions and remarks.',
  'Planning connects sales, production and purchasing.',
];
export const PLAIN_DE: readonly string[] = [
  'Unsere Kunden arbeiten im Maschinenbau, mit Lebensmitteln und Verpackungen.',
  'Ihr Ansprechpartner gibt Ihnen gerne weitere Auskunft.',
  'Alle Angaben sind ohne Gewähr und können sich ändern.',
  'Die Zahlen sind Mittelwerte der letzten vier Quartale.',
  'Einzelheiten und Begriffe finden Sie im Anhang.',
];
export const CUSTOMERS =
  'Harborline Brightwater Nordvik Halden Corvane Lumenta Ostrava Tessel Quillon Marrow Pellham Sundby'.split(
    ' ',
  );
export const RIVALS = 'Planora Syncwell Factoro Gridwise Optiplan Shiftly'.split(' ');
export const PRODUCTS = ['Flow', 'Beam', 'Anchor'];

/** The industries of customers: each has the customers that lie so far apart in the list. */
export const INDUSTRIES = ['Food', 'Machinery', 'Packaging', 'Chemicals'] as const;
/** The regions that the made-up vendor sells in. */
export const REGIONS = { de: 'DACH', en: 'International' } as const;
