/** What came of testing a place. Messages are sentences for people: what is wrong, what to do. */
export type PlaceTest =
  | {
      readonly ok: true;
      /** The quickest of some small requests, and writing a megabyte, where that was tried. Milliseconds. */
      readonly latencyMs: number;
      readonly putMs?: number;
      /** What is good to know although it works. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly code: string; readonly message: string };
