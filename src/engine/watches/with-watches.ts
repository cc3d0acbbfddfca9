import type { WithPublishing } from '../publish/with-publishing.ts';
import type { KeptWatches } from './kept-watches.ts';
import type { Watching } from './watching.ts';

/** An open replica with the folders that this device watches. */
export type WithWatches = WithPublishing & { readonly watches: KeptWatches };

/** The same, with what looks into them by itself. */
export type WithWatching = WithWatches & { readonly watching: Watching };
