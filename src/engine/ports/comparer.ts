import type { ComparedPage, MarkedPage } from '../../contract/compare.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { PassingReason } from '../../shared/vocabulary/unsearchable.ts';

/** Where the kept texts of two versions lie; absent where a version has none. */
export type TwoTexts = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Pages of either, from 1. */
export type TwoPages = { readonly from?: number | undefined; readonly to?: number | undefined };

/** How much of a comparison has been done: pages of both versions. */
export type ComparingProgress = { readonly done: number; readonly total: number };

/** Why nothing was compared: the bytes of one are no text, or it took too much time or memory. */
export type NotCompared =
  | { readonly compared: 'unreadable'; readonly side: 'from' | 'to' }
  | { readonly compared: 'failed'; readonly reason: PassingReason };

/** Compares kept texts (what `BlobStore.putJson` stored) in a thread of its own; never throws on a text's account. */
export interface TextComparer {
  /**
   * Which page of one became which of the other, and how many words came and went. In the order of the later version, removed pages where they
   * were. Rejects with an `AbortError` when it is cancelled.
   */
  compareTexts(
    texts: TwoTexts,
    options?: {
      readonly signal?: Cancellation | undefined;
      readonly onProgress?: (progress: ComparingProgress) => void;
    },
  ): Promise<{ readonly compared: 'texts'; readonly pages: readonly ComparedPage[] } | NotCompared>;
  /** A page of each, or of one alone, with the words that came and went marked. */
  compareTextPages(
    texts: TwoTexts,
    pages: TwoPages,
  ): Promise<
    { readonly compared: 'pages'; readonly from?: MarkedPage; readonly to?: MarkedPage } | NotCompared
  >;
}
