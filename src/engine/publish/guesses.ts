import type { Register } from '../../domain/kernel/register.ts';
import type { CatalogState } from '../../domain/registry.ts';
import { singular } from '../../shared/singular.ts';
import type { DocumentKind } from '../ports/extractor.ts';
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
  if (kind === 'pptx') return 'pitch-deck';
  if (kind === 'video') return 'demo-video';
  if (kind === 'audio') return 'webinar';
  if (kind === 'xlsx') return 'pricing-sheet';
  return pageCount <= 2 ? 'one-pager' : 'white-paper';
}

/** What a document and its place say of it. Everything is a guess that a person confirms. */
export type Guesses = {
  readonly title: string;
  /** What of the title says which version it is. */
  readonly note: string;
  readonly type: string | null;
  readonly audience: 'internal' | 'customer' | null;
  readonly language: string | null;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly products: readonly string[];
};

/** Guesses from what was read, the file's name and the folder that it came from; `shared`: many files have its title. */
export function guess(
  document: ReadDocument,
  folder: string,
  taxonomy: CatalogState['taxonomy'],
  shared = false,
): Guesses {
  const { title, note } = proposedTitle(document, shared);
  const place = plainWords(`${folder} ${document.fileName}`);
  const type = guessType(`${place} ${plainWords(title)}`, document, taxonomy);
  return {
    title,
    note,
    type,
    audience: type === null ? null : (taxonomy.types.get(type)?.value.audience ?? null),
    language: document.language ?? null,
    stages: termsNamed(place, taxonomy.stages),
    personas: termsNamed(place, taxonomy.personas),
    products: termsNamed(place, taxonomy.products),
  };
}

function guessType(words: string, document: ReadDocument, taxonomy: CatalogState['taxonomy']): string | null {
  const named = termsNamed(words, taxonomy.types)[0];
  if (named !== undefined) return named;
  const known = (id: string): boolean =>
    taxonomy.types.get(id)?.value.retired === false || isLive(taxonomy, id);
  for (const [pattern, id] of TYPE_WORDS) if (pattern.test(words) && known(id)) return id;
  const byKind = typeByKind(document.kind, document.pageCount);
  if (known(byKind)) return byKind;
  return [...taxonomy.types.values()].find(({ value }) => value.retired !== true)?.value.id ?? null;
}

function isLive(taxonomy: CatalogState['taxonomy'], type: string): boolean {
  const term = taxonomy.types.get(type)?.value;
  return term !== undefined && term.retired !== true;
}

type Term = { readonly id: string; readonly name: string; readonly retired?: boolean | undefined };

/** The terms whose name stands in a text as words, in the plural too: folders are called ‘Case studies’. */
function termsNamed(words: string, terms: ReadonlyMap<string, Register<Term>>): string[] {
  const padded = ` ${inSingular(words)} `;
  const found: string[] = [];
  for (const { value } of terms.values()) {
    if (value.retired === true) continue;
    const name = inSingular(plainWords(value.name));
    if (name !== '' && padded.includes(` ${name} `)) found.push(value.id);
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
