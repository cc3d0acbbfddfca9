import type { Cancellation } from '../../shared/ports/cancellation.ts';

/**
 * Full text of assets, for finding: derived from catalog and blobs, thrown away and rebuilt at will. It knows rows (one an asset) and
 * pieces (a page, or a part of a long one), matches words and phrases, and cuts snippets. It decides nothing about ranking.
 */

/** One piece of a page, short enough to cut a snippet from quickly. */
export type TextPiece = {
  /** 1-based. */ readonly page: number;
  readonly label: string;
  /** As it is shown: the document's own characters, no control characters. */
  readonly text: string;
  /** As it is looked for (see `prepareText`). */
  readonly sought: string;
  /** The author hid it. */
  readonly hidden: boolean;
  /** Absent for what is seen on its page: it stands in the notes, or is the same on many pages. */
  readonly place?: PiecePlace;
};
export type PiecePlace = 'notes' | 'aside';

/** An asset as it is indexed. Title, tags and summary are prepared (see `prepareText`): no control characters, no U+200B but its own. */
export type IndexedAsset = {
  readonly asset: string;
  /** Changes whenever anything that is indexed changes. */
  readonly fingerprint: string;
  readonly title: string;
  readonly tags: string;
  readonly summary: string;
  readonly pieces: readonly TextPiece[];
  readonly terms: StoredTerms & {
    /** How many words it has. */
    readonly length: number;
    /** For each stem, about how often it stands there, as the engine reads it: from 0 to 63. */
    readonly levels: Uint8Array;
    /** The different words as they stand there, for spelling. */
    readonly words: readonly string[];
  };
};

/** What is kept of an asset's words for ranking: the numbers of its stems, ascending, and what the engine keeps about them. */
export type StoredTerms = { readonly stems: Uint32Array; readonly data: Uint8Array };

/** What was kept of rows' words, by row; it may be looked at until it is released (once; a second time does nothing). */
export type TermsLease = { readonly of: ReadonlyMap<number, StoredTerms>; readonly release: () => void };

/** The rows that have a stem, ascending, with its level in each; see {@link IndexedAsset}. Not to be changed. */
export type StemRows = { readonly rows: Uint32Array; readonly levels: Uint8Array };

/** What the index holds of an asset. */
export type IndexEntry = {
  readonly row: number;
  readonly fingerprint: string;
  readonly pages: number;
  /** How many words it has, as it was said when it was written. */
  readonly length: number;
};

/** Consecutive words, whatever their case, accents and endings; with `prefix` the last one may go on. Any string is allowed. */
export type Phrase = { readonly text: string; readonly prefix: boolean };

/** One thing that was looked for: any of these phrases. Never empty. */
export type PhraseGroup = readonly Phrase[];

/** Weights of title, tags, summary and text. */
export type ColumnWeights = readonly [title: number, tags: number, summary: number, text: number];

/** Rows with their BM25 scores (higher is better), not sorted. */
export type ScoredRows = { readonly rows: Uint32Array; readonly scores: Float64Array };

/** A piece of a row in which some of the groups were found. */
export type PieceMatch = {
  readonly piece: number;
  /** 1-based. */
  readonly page: number;
  /** Positions in the groups that were asked for. */
  readonly groups: readonly number[];
};

/** The text of a piece, and what its page is called. */
export type PieceContent = {
  readonly label: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly place?: PiecePlace;
};

/** What surrounds a match in a shown text; neither character can come from indexed text. */
export const MARK_START = '\u0001';
export const MARK_END = '\u0002';

/** A word of the indexed texts as it stands there (lower case, without accents, not stemmed) and in about how many assets. */
export type VocabularyWord = { readonly word: string; readonly assets: number };

/** The index can't answer: its file is damaged (reset it and index again) or the disk refuses. */
export class TextIndexError extends Error {
  override readonly name = 'TextIndexError';
  readonly failure: 'damaged' | 'unavailable';
  constructor(failure: 'damaged' | 'unavailable', message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** Where assets are written. Long work is cut into slices between which other work goes on. */
export interface TextIndexWriter {
  /**
   * Takes assets out and adds or replaces others. Answers the new entries: when cancelled, of those that were written until then. Failed
   * with a {@link TextIndexError}, nothing has changed. With `tidyFollows`, what is written is left in parts, to be put together by `tidy`.
   */
  apply(
    changes: { readonly put: readonly IndexedAsset[]; readonly remove: readonly string[] },
    options?: { readonly signal?: Cancellation; readonly tidyFollows?: boolean },
  ): Promise<ReadonlyMap<string, IndexEntry>>;
  /** Whether a `tidy` that was to follow has not come to its end, in this process or an earlier one. */
  isUntidy(): Promise<boolean>;
  /** Puts together what much writing left in parts, so that reading is quicker. May be cancelled at any time. */
  tidy(options?: { readonly signal?: Cancellation }): Promise<void>;
}

/** A second index that is filled while the first one answers. */
export interface TextIndexReplacement extends TextIndexWriter {
  /** Takes the place of the first one. */
  commit(): Promise<void>;
  /** Goes away without a trace. */
  discard(): Promise<void>;
}

/** Every method throws {@link TextIndexError} where the file is damaged or the disk refuses. */
export interface TextIndex extends TextIndexWriter {
  /** All entries by asset. */
  entries(): Promise<ReadonlyMap<string, IndexEntry>>;
  /** Rows in which a group is found: in one of the fields beside the text, or anywhere. Each row once, ascending; not to be changed. */
  match(group: PhraseGroup, where: 'title' | 'tags' | 'summary' | 'anywhere'): Promise<Uint32Array>;
  /** BM25 of the rows that have all or any of the groups. */
  score(groups: readonly PhraseGroup[], mode: 'all' | 'any', weights: ColumnWeights): Promise<ScoredRows>;
  /** What was kept of the rows' words; rows that are not there are left out. To be released. */
  terms(rows: readonly number[]): Promise<TermsLease>;
  /** In how many assets each of these stems stands; those in none are left out. */
  stemCounts(stems: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** The rows of each of these stems, in their order. */
  stemRows(stems: readonly number[]): Promise<readonly StemRows[]>;
  /** All pieces of each row in which groups are found, in reading order. A prefix of more than three letters costs much here. */
  pieces(
    groups: readonly PhraseGroup[],
    rows: readonly number[],
  ): Promise<ReadonlyMap<number, readonly PieceMatch[]>>;
  /** The texts of pieces, as they were indexed; pieces that are not there are left out. */
  texts(pieces: readonly number[]): Promise<ReadonlyMap<number, PieceContent>>;
  /** The words of the index that come after a word, in their order: all of them, part by part. */
  wordsAfter(word: string, limit: number): Promise<readonly VocabularyWord[]>;
  /** Words of the index that begin with `start`, those of most assets first. */
  wordsFrom(start: string, limit: number): Promise<readonly VocabularyWord[]>;
  /** Which of these words are in the index. */
  known(words: readonly string[]): Promise<ReadonlySet<string>>;
  /** Throws everything away and starts empty, whatever state the file is in. */
  reset(): Promise<void>;
  replacement(): Promise<TextIndexReplacement>;
  close(): Promise<void>;
}
