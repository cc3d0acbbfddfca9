import type { WithSearch } from '../search/with-search.ts';
import type { WithSeen } from '../seen/with-seen.ts';
import type { WithLanguages } from '../variants/with-variants.ts';
import type { KeptKits } from './kept-kits.ts';
import type { Kits } from './kits.ts';
import type { OwnKits } from './own-kits.ts';

/** An open replica with its kits, and those that the person here keeps for themselves. */
export type WithKits = WithSearch &
  WithLanguages &
  WithSeen & {
    readonly kits: Kits;
    readonly ownKits: OwnKits;
    readonly keptKits: KeptKits;
    /** What is pinned is kept on this device. */
    readonly offline: { wantedChanged(): void };
  };
