import type { WithAssets } from '../assets/with-assets.ts';
import type { NearFinder } from './near-finder.ts';

/** An open replica whose near-duplicates can be found. */
export type WithNear = WithAssets & { readonly near: NearFinder };
