/** Words by which a content type of the default taxonomy is told, in the languages that folders are named in; its own name counts in any case. */
const WORDS: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/battle ?cards?|kill ?sheets?|wettbewerbskarten?/u, 'battlecard'],
  [
    /competitors?|competitive|comparisons?|versus|vs|wettbewerb(er|svergleich)?|vergleich|comparatif|concurrents?|comparativa|competidores/u,
    'competitor-comparison',
  ],
  [
    /testimonials?|quote cards?|(reference|customer) letters?|kundenstimmen?|zitate|témoignages?|testimonios?/u,
    'testimonial',
  ],
  [
    /case stud(y|ies)|(customer|success) stor(y|ies)|(customer )?references?( stor(y|ies))?|fallstudien?|fallbeispiele?|referenz(en|bericht|berichte)?|kundenreferenz(en)?|erfolgsgeschichten?|anwenderberichte?|etudes? de cas|études? de cas|cas clients?|temoignages? clients?|casos? de (exito|éxito)/u,
    'case-study',
  ],
  [/white ?papers?|e ?books?|livres? blancs?|libros? blancos?|fachartikel/u, 'white-paper'],
  [/analysts?|analysten|gartner|forrester|idc|magic quadrant/u, 'analyst-report'],
  [/(one|1) ?pagers?|einseiter|kurzprofile?|kurzübersicht/u, 'one-pager'],
  [
    /solution (sheets?|briefs?|overviews?)|lösungs(blatt|blätter|übersicht)|fiche solution/u,
    'solution-sheet',
  ],
  [
    /(data|fact|spec) ?sheets?|datenbl(att|ätter)|produktbl(att|ätter)|fiches? (technique|produit)s?|fichas? (técnica|de producto)s?/u,
    'data-sheet',
  ],
  [/sales ?cards?|vertriebskarten?/u, 'sales-card'],
  [
    /(roi|tco|payback|savings?) (calculators?|models?|tools?)|(roi|tco|wirtschaftlichkeits?|spar) ?rechner|calculateur|calculadora/u,
    'roi-calculator',
  ],
  [
    /prices?|pricing|price ?lists?|rate cards?|preis(e|liste|listen|blatt|übersicht)?|tarifs?|prix|precios?|tarifas?/u,
    'pricing-sheet',
  ],
  [
    /proposals?|quotations?|sow|statements? of work|contracts?|angebots?(vorlagen?)?|angebote|propositions?|devis|propuestas?/u,
    'proposal-template',
  ],
  [
    /e ?mails?|outreach|cadences?|sequences?|mail ?vorlagen?|e ?mail ?vorlagen?|anschreiben|courriels?|correos?/u,
    'email-template',
  ],
  [
    /(call|talk|phone|discovery) (scripts?|tracks?|guides?|questions)|gesprächs?leitf(aden|äden)|telefonleitf(aden|äden)|scripts? d appel|guion(es)?/u,
    'call-script',
  ],
  [/objections?|einwände|einwand|einwandbehandlung|objeciones/u, 'objection-handling'],
  [
    /faqs?|questions and answers|q a|häufige fragen|fragen und antworten|questions fréquentes|preguntas frecuentes/u,
    'faq',
  ],
  [/play ?books?|vertriebshandb(uch|ücher)/u, 'playbook'],
  [
    /(implementation|onboarding|deployment|rollout|getting started|quick ?start|setup|user) ?(guides?|plans?|manuals?)?|einführungs?(plan|leitfaden)?|einrichtung|inbetriebnahme|handb(uch|ücher)|benutzerhandbuch|mise en œuvre|guide d implantation|guías? de implementación/u,
    'implementation-guide',
  ],
  [/webinars?|webinare|webinaires?/u, 'webinar'],
  [
    /security|soc ?2|iso ?27001|pen ?tests?|privacy|gdpr|dsgvo|dpa|compliance|sicherheit(spaket|skonzept)?|datenschutz|sécurité|seguridad/u,
    'security-pack',
  ],
  [/demos?|walk ?throughs?|product tours?|produkttour|démo|demostración/u, 'demo-video'],
  [
    /pitch(es)?|decks?|presentations?|slides|präsentation(en)?|folien|présentations?|presentaci(ón|ones)/u,
    'pitch-deck',
  ],
];

/** As whole words: `\b` knows ASCII letters alone. First match wins. */
export const TYPE_WORDS = WORDS.map(
  ([{ source }, type]) =>
    [new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u'), type] as const,
);

/** Words of languages, as files and folders are marked by them: the whole word. */
export const LANGUAGE_WORDS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/^(de|ger|deu|german|deutsch|dach|allemand|alemán)$/u, 'de'],
  [/^(en|eng|english|englisch|anglais|inglés|uk|us)$/u, 'en'],
  [/^(fr|fra|fre|french|französisch|français)$/u, 'fr'],
  [/^(es|esp|spa|spanish|spanisch|español|espagnol)$/u, 'es'],
  [/^(it|ita|italian|italienisch|italiano)$/u, 'it'],
  [/^(nl|dutch|niederländisch|nederlands)$/u, 'nl'],
  [/^(pt|por|portuguese|portugiesisch|português)$/u, 'pt'],
  [/^(pl|polish|polnisch|polski)$/u, 'pl'],
];
