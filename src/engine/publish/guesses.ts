import type { Holds } from '../../domain/kernel/holds.ts';
import { allTerms, audienceOfType, knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { singular } from '../../shared/singular.ts';
import type { Audience, DocumentKind } from '../../shared/vocabulary/assets.ts';
import { cleanText } from '../search/words/fold.ts';
import { proposedTitle } from './file-names.ts';
import type { ReadDocument } from './read-document.ts';

/** Words by which a content type of the default taxonomy is told; its own name counts in any case. First match wins. */
const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bbattle ?cards?\b/, 'battlecard'],
  [/\b(competitor|competitive|comparison|versus|vs)\b/, 'competitor-comparison'],
  [/\b(case stud(y|ies)|customer stor(y|ies)|success stor(y|ies)|reference story)\b/, 'case-study'],
  [/\b(white ?paper|e ?book)\b/, 'white-paper'],
  [/\b(analyst|gartner|forrester|idc|magic quadrant)\b/, 'analyst-report'],
  [/\b(one|1) ?pagers?\b/, 'one-pager'],
  [/\bsolution (sheet|brief|overview)\b/, 'solution-sheet'],
  [/\b(data|fact|spec) ?sheets?\b/, 'data-sheet'],
  [/\bsales ?card\b/, 'sales-card'],
  [/\b(roi|tco|payback|savings?) (calculator|model|tool)\b/, 'roi-calculator'],
  [/\b(price|prices|pricing|rate card)\b/, 'pricing-sheet'],
  [/\b(proposal|quote|sow|statement of work|contract)\b/, 'proposal-template'],
  [/\b(e ?mails?|outreach|cadence|sequence)\b/, 'email-template'],
  [/\b(call|talk|phone|discovery) (script|track|guide|questions)\b/, 'call-script'],
  [/\bobjections?\b/, 'objection-handling'],
  [/\b(faqs?|questions and answers|q a)\b/, 'faq'],
  [/\bplay ?book\b/, 'playbook'],
  [
    /\b(implementation|onboarding|deployment|rollout|getting started|quick ?start|setup|user) ?(guide|plan|manual)?\b/,
    'implementation-guide',
  ],
  [/\bwebinar\b/, 'webinar'],
  [/\b(testimonials?|quotes)\b/, 'testimonial'],
  [/\b(security|soc ?2|iso ?27001|pen ?test|privacy|gdpr|dpa|compliance)\b/, 'security-pack'],
  [/\b(demo|walk ?through|product tour)\b/, 'demo-video'],
  [/\b(pitch|deck|presentation|slides)\b/, 'pitch-deck'],
];

/** What stays to be guessed from the kind and the length when no word says anything. */
function typeByKind(kind: DocumentKind, pageCount: number): string {
  if (kind === 'pptx' || kind === 'odp') return 'pitch-deck';
  if (kind === 'email') return 'email-template';
  if (kind === 'video') return 'demo-video';
  if (kind === 'audio') return 'webinar';
  if (kind === 'xlsx' || kind === 'ods') return 'pricing-sheet';
  return pageCount <= 2 ? 'one-pager' : 'white-paper';
}

/** What a document and its place say of it. Everything is a guess that a person confirms. */
export type Guesses = {
  readonly title: string;
  /** What of the title says which version it is. */
  readonly note: string;
  readonly type: string | null;
  readonly audience: Audience | null;
  readonly language: string | null;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly products: readonly string[];
};

/** Guesses from what was read, the file's name and the folder that it came from; `shared`: many files have its title. */
export function guess(
  document: ReadDocument,
  folder: string,
  catalog: Holds<TaxonomyPart>,
  shared = false,
): Guesses {
  const { title, note } = proposedTitle(document, shared);
  const place = plainWords(`${folder} ${document.fileName}`);
  const type = guessType(`${place} ${plainWords(title)}`, document, catalog);
  return {
    title,
    note,
    type,
    audience: type === null ? null : (audienceOfType(catalog, type) ?? null),
    language: document.language ?? null,
    stages: termsNamed(place, allTerms(catalog, 'stage')),
    personas: termsNamed(place, allTerms(catalog, 'persona')),
    products: termsNamed(place, allTerms(catalog, 'product')),
  };
}

function guessType(words: string, document: ReadDocument, catalog: Holds<TaxonomyPart>): string | null {
  const named = termsNamed(words, allTerms(catalog, 'type'))[0];
  if (named !== undefined) return named;
  const known = (id: string): boolean => isLive(knownTerm(catalog, 'type', id));
  for (const [pattern, id] of TYPE_WORDS) if (pattern.test(words) && known(id)) return id;
  const byKind = typeByKind(document.kind, document.pageCount);
  if (known(byKind)) return byKind;
  return allTerms(catalog, 'type').find(isLive)?.id ?? null;
}

function isLive(term: Pick<Term, 'retired'> | undefined): boolean {
  return term !== undefined && term.retired !== true;
}

type Term = { readonly id: string; readonly name: string; readonly retired?: boolean | undefined };

/** The terms whose name stands in a text as words, in the plural too: folders are called ‘Case studies’. */
function termsNamed(words: string, terms: readonly Term[]): string[] {
  const padded = ` ${inSingular(words)} `;
  const found: string[] = [];
  for (const term of terms) {
    if (!isLive(term)) continue;
    const name = inSingular(plainWords(term.name));
    if (name !== '' && padded.includes(` ${name} `)) found.push(term.id);
  }
  return found;
}

function inSingular(words: string): string {
  return words.split(' ').map(singular).join(' ');
}

/** Lower case, words parted by single spaces. */
function plainWords(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
