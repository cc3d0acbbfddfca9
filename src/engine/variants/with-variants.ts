import type { WithAssets } from '../assets/with-assets.ts';
import type { PreferredLanguages } from './preferred-languages.ts';

/** Who goes by the languages that the person here prefers. */
export type WithLanguages = { readonly languages: PreferredLanguages };

/** An open replica whose assets have language editions. */
export type WithVariants = WithAssets & WithLanguages;
