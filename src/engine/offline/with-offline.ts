import type { WithAssets } from '../assets/with-assets.ts';
import type { Offline } from './offline.ts';

/** An open replica with the files that are kept on this device. */
export type WithOffline = WithAssets & { readonly offline: Offline };
