import type { AssetSummary } from '../../contract/assets.ts';
import type { SearchableReport } from '../../contract/maintenance.ts';
import type { Completion, LikeInput, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import type { Progress } from '../../contract/session.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { PageText } from './extractor.ts';
import type { SearchWords, Synonyms } from './search-words.ts';

/** What the search needs to know of the catalog. */
export type SearchSource = {
  /** All assets: what the index holds. */
  summaries(): ReadonlyMap<string, AssetSummary>;
  /** Those that the person here may see: what is found. */
  visible(): ReadonlyMap<string, AssetSummary>;
  /** The text of a version, empty where there is none. Throws `StorageError` where its blob is missing or damaged. */
  textOf(version: string): Promise<readonly PageText[]>;
  /** What the hub calls things. The same object as long as nothing of it has changed. */
  words(): SearchWords;
  /** Told when a damaged index is whole again: what was searched meanwhile found too little. */
  mended?(): void;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** A title that was found, and what is said beside it. */
export type FoundTitle = {
  readonly asset: string;
  readonly title: string;
  readonly type: string;
  readonly audience: AssetSummary['audience'];
};

/** Finding, as the rest of the engine uses it. */
export interface SearchService {
  /** What resembles an asset or a page of it. */
  like(input: LikeInput, signal?: Cancellation): Promise<SearchResult>;
  /** With `synonyms` as if those were the hub's: for looking at a change before it is saved. */
  find(input: SearchInput, signal?: Cancellation, synonyms?: readonly Synonyms[]): Promise<SearchResult>;
  /** Every asset that a query finds, best first; `all` says whether it has all words as typed. Its limit is not heeded. */
  ranking(
    input: SearchInput,
    synonyms?: readonly Synonyms[],
  ): Promise<readonly { readonly asset: AssetSummary; readonly all: boolean }[]>;
  /** Which words of a query stand where in an asset. */
  why(query: string, asset: AssetSummary): Promise<WhyResult>;
  complete(query: string, cursor: number): Completion;
  /** Titles, spelling forgiven; with `usable` those alone that reps may use. */
  titles(query: string, limit: number, usable?: boolean): Promise<readonly FoundTitle[]>;
  /** Assets that resemble a text, best first; `score` from 0 to 1. */
  similarText(
    text: string,
    limit: number,
  ): Promise<readonly { readonly asset: string; readonly score: number }[]>;
  /** Brings the index up to date with assets that changed; all of them without an argument. */
  sync(changed?: ReadonlySet<string>): Promise<void>;
  report(): Promise<SearchableReport>;
  rebuild(): AsyncIterable<Progress>;
  close(): Promise<void>;
}

/** Opens the search over a catalog. */
export type OpenSearch = (source: SearchSource) => Promise<SearchService>;
