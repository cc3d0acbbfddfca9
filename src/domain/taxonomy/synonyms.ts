/** Words that people use for the same thing: abbreviations, translations, the field's jargon. */

import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';

/** The list of the taxonomy that holds the terms of a facet. */
export const TERM_LISTS = {
  stage: 'stages',
  persona: 'personas',
  type: 'types',
  product: 'products',
} as const satisfies Readonly<Record<TermFacet, string>>;

/** What a group of words means: one another, or a term of the taxonomy. */
export type SynonymMeaning =
  | { readonly facet: 'same' }
  | { readonly facet: TermFacet; readonly term: string };

/** A group that a new hub starts with. */
export type SynonymGroup = {
  readonly id: string;
  readonly words: readonly string[];
  readonly means: SynonymMeaning;
};

const same = (id: string, ...words: string[]): SynonymGroup => ({ id, words, means: { facet: 'same' } });
const term = (facet: TermFacet, of: string, ...words: string[]): SynonymGroup => ({
  id: `${facet}-${of}`,
  words,
  means: { facet, term: of },
});

/** The usual abbreviations and second names of the default taxonomy; a lead can change them. */
export const DEFAULT_SYNONYMS: readonly SynonymGroup[] = [
  term('stage', 'awareness', 'TOFU', 'top of funnel'),
  term('stage', 'consideration', 'MOFU', 'middle of funnel'),
  term('stage', 'decision', 'BOFU', 'bottom of funnel'),
  term('stage', 'retention', 'post-sales', 'post-purchase'),
  term('persona', 'cfo', 'CFO', 'economic buyer', 'chief financial officer', 'finance director'),
  term('persona', 'cio', 'CIO', 'chief information officer', 'IT director'),
  term('persona', 'head-of-operations', 'COO', 'chief operating officer', 'operations director'),
  term('persona', 'it-security-lead', 'CISO', 'chief information security officer'),
  term('persona', 'procurement-manager', 'CPO', 'chief procurement officer', 'purchasing manager'),
  term('type', 'battlecard', 'kill sheet', 'competitive card'),
  term('type', 'one-pager', 'one-sheet', 'leave-behind'),
  term('type', 'data-sheet', 'spec sheet'),
  term('type', 'case-study', 'success story', 'customer story', 'reference story'),
  term('type', 'pitch-deck', 'slide deck', 'sales deck', 'presentation'),
  term('type', 'pricing-sheet', 'price list', 'rate card'),
  term('type', 'call-script', 'talk track'),
  term('type', 'faq', 'FAQ', 'frequently asked questions'),
  same('roi', 'ROI', 'return on investment'),
  same('tco', 'TCO', 'total cost of ownership'),
  same('rfp', 'RFP', 'request for proposal'),
  same('rfi', 'RFI', 'request for information'),
  same('poc', 'POC', 'proof of concept'),
  same('sla', 'SLA', 'service level agreement'),
  same('sso', 'SSO', 'single sign-on'),
  same('mfa', 'MFA', '2FA', 'multi-factor authentication', 'two-factor authentication'),
  same('gdpr', 'GDPR', 'DSGVO', 'RGPD', 'general data protection regulation'),
  same('smb', 'SMB', 'SME', 'small and medium-sized businesses'),
];
