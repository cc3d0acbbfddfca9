/**
 * What is remembered of the pages of assets so that near-duplicates are found without reading a text again: derived from catalog and blobs,
 * thrown away and made again at will. What the bytes mean is the engine's (`near/pages/pack-prints.ts`).
 */

/** The prints of one asset's pages. */
export type StoredPrints = {
  readonly asset: string;
  /** Changes whenever its pages do. */
  readonly fingerprint: string;
  readonly prints: Uint8Array;
};

/** Every method throws `TextIndexError` where the file is damaged or the disk refuses. The file is opened when it is first asked for. */
export interface PrintStore {
  /** The fingerprints of all assets that it holds. */
  fingerprints(): ReadonlyMap<string, string>;
  /** The next assets behind one, in the order of their ids; from the first one on behind ''. */
  after(asset: string, limit: number): readonly StoredPrints[];
  /** Takes assets out and adds or replaces others, all or none. */
  apply(changes: { readonly put: readonly StoredPrints[]; readonly remove: readonly string[] }): void;
  /** Throws everything away and starts empty, whatever state the file is in. */
  reset(): void;
  close(): void;
}
