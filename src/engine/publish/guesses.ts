import type { RowFields } from '../../contract/publish-rows.ts';
import type { Holds } from '../../domain/kernel/holds.ts';
import type { RulesPart } from '../../domain/rules/rules.ts';
import { allTerms, audienceOfType, knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { type DimensionField, dimensionFieldsIn, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { AUDIENCES, type Audience, type DocumentKind } from '../../shared/vocabulary/assets.ts';
import { ruledFor } from '../rules/rules.ts';
import { isInUse, NamedTerms, plainWords } from '../suggestions/named-terms.ts';
import { proposedTitle } from './file-names.ts';
import type { ReadDocument } from './read-document.ts';

/** What stays to be guessed from the kind and the length when no word says anything. */
function typeByKind(kind: DocumentKind, pageCount: number): string {
  if (kind === 'pptx' || kind === 'odp') return 'pitch-deck';
  if (kind === 'email') return 'email-template';
  if (kind === 'video') return 'demo-video';
  if (kind === 'audio') return 'webinar';
  if (kind === 'xlsx' || kind === 'ods') return 'pricing-sheet';
  return pageCount <= 2 ? 'one-pager' : 'white-paper';
}

/** What rules, a document and its place say of it where nothing is learned from the library: for imports in one go. */
export function plainGuesses(
  document: ReadDocument,
  folder: string,
  catalog: Holds<TaxonomyPart & RulesPart>,
): {
  readonly type: string | null;
  readonly audience: Audience | null;
  readonly language: string | null;
  readonly products: string[];
  readonly stages: string[];
  readonly personas: string[];
} & { readonly [Field in DimensionField]?: string[] } {
  const ruled = ruledFor({ catalog }, folder, document.fileName);
  const type = ruled.type?.values[0] ?? typeOf(document, folder, catalog);
  const audience = AUDIENCES.find((one) => ruled.audience?.values.includes(one));
  const terms = dimensionFieldsIn(ruled).map((field) => [field, [...(ruled[field]?.values ?? [])]] as const);
  return {
    ...ofFields<RowFields>(terms),
    type,
    stages: [...(ruled.stages?.values ?? [])],
    personas: [...(ruled.personas?.values ?? [])],
    audience: audience ?? (type === null ? null : (audienceOfType(catalog, type) ?? null)),
    language: ruled.language?.values[0] ?? document.language ?? null,
    products: [
      ...(ruled.products?.values ??
        new NamedTerms(catalog).named(plainWords(`${folder} ${document.fileName}`), 'product')),
    ],
  };
}

/** Of what kind a document is where nobody said it, and a draft or an import in one go needs to know: by its names, else by its kind and length. */
export function typeOf(document: ReadDocument, folder: string, catalog: Holds<TaxonomyPart>): string | null {
  const { title } = proposedTitle(document, false);
  const named = new NamedTerms(catalog).typeNamed(plainWords(`${folder} ${document.fileName} ${title}`));
  if (named !== undefined) return named;
  const byKind = typeByKind(document.kind, document.pageCount);
  if (isInUse(knownTerm(catalog, 'type', byKind))) return byKind;
  return allTerms(catalog, 'type').find(isInUse)?.id ?? null;
}
