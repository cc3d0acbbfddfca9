import type { Says } from '../../shared/says/says.ts';

/** What came of testing a place: what is wrong, what to do. */
export type PlaceTest =
  | {
      readonly ok: true;
      /** The quickest of some small requests, and writing a megabyte, where that was tried. Milliseconds. */
      readonly latencyMs: number;
      readonly putMs?: number;
      /** What is good to know although it works. */
      readonly notes: readonly Says[];
    }
  | { readonly ok: false; readonly code: string; readonly says: Says };
