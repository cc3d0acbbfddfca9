import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { aboutField } from '../../shared/vocabulary/asset-fields.ts';
import { boundsOfList } from '../assets/dimension-fields.ts';
import type { SuggestedField } from './tagged-document.ts';

/** Values of a list that are suggested at most. */
const MOST = 3;

/** How many values of a field are suggested at most: of what has one value, one. */
export function mostValues(catalog: Holds<TaxonomyPart>, field: SuggestedField): number {
  return aboutField(field).kind === 'terms' ? Math.min(MOST, boundsOfList(catalog, field).most) : 1;
}
