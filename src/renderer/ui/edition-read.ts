import type { Hit } from '../../contract/search.ts';

/** What one reads of a hit: of language editions the one that the words were found in. */
export function readOf({ asset, foundIn }: Pick<Hit, 'asset' | 'foundIn'>): Hit['asset'] {
  return foundIn ?? asset;
}
