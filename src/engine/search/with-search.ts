import type { WithAssets } from '../assets/with-assets.ts';
import type { BackgroundIndexing } from './background-indexing.ts';
import type { Search } from './search.ts';

/** An open replica whose assets can be searched. */
export type WithSearch = WithAssets & { readonly search: Search; readonly indexing: BackgroundIndexing };
