import type { AssetSummary } from '../../contract/assets.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import type { DimensionValues } from '../../shared/dimension-values.ts';
import { says } from '../../shared/says/says.ts';
import { type DimensionField, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { invalid } from '../base/refusal.ts';
import { requiredFields, toldField } from './dimension-fields.ts';
import type { NotTaken } from './take-step.ts';

/** What publishing asks for in a hub beside what it asks for everywhere: terms of the dimensions that are required. Said once, for every way of publishing. */

type Catalog = Holds<TaxonomyPart>;

/** The required dimensions of which values say nothing, in their order. */
export function missingDimensions(catalog: Catalog, values: DimensionValues): DimensionField[] {
  return requiredFields(catalog).filter((field) => (values[field] ?? []).length === 0);
}

/** Why something of that title can't come out with such values; undefined where it can. */
export function notToPublish(catalog: Catalog, title: string, values: DimensionValues): NotTaken | undefined {
  const missing = missingDimensions(catalog, values);
  const [first] = missing;
  if (first === undefined) return undefined;
  const told = says('assets.needs-to-publish', { title, field: toldField(catalog, first) });
  return { code: 'incomplete', missing, says: told };
}

/** The same of an asset, with what is about to be said of it. What is out already stays out. */
export function notToComeOut(
  catalog: Catalog,
  asset: AssetSummary,
  set: DimensionValues = {},
): NotTaken | undefined {
  return asset.released ? undefined : notToPublish(catalog, asset.title, { ...asset, ...set });
}

/** What is given of what an asset lacks, beside what else changes of it: whoever has it already keeps theirs. */
export function filledIn(
  catalog: Catalog,
  asset: AssetSummary,
  given: DimensionValues = {},
): Partial<AssetFields> {
  const missing = missingDimensions(catalog, asset).filter((field) => (given[field] ?? []).length > 0);
  return asset.released
    ? {}
    : ofFields<AssetFields>(missing.map((field) => [field, [...(given[field] ?? [])]]));
}

/** Refuses to publish what lacks something. Throws `Refusal` INVALID that names the field. */
export function checkComplete(catalog: Catalog, title: string, values: DimensionValues): void {
  const why = notToPublish(catalog, title, values);
  if (why !== undefined) throw invalid(why.says, why.missing?.[0]);
}
