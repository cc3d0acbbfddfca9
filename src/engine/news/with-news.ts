import type { WithAssets } from '../assets/with-assets.ts';
import type { WithSeen } from '../seen/with-seen.ts';
import type { Arrivals } from './arrivals.ts';

/** An open replica that knows what is new in it. */
export type WithNews = WithAssets & WithSeen & { readonly arrivals: Arrivals };
