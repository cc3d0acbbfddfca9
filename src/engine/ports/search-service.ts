import type { AssetSummary } from '../../contract/assets.ts';
import type { IndexReport } from '../../contract/maintenance.ts';
import type { LikeInput, SearchInput, SearchResult } from '../../contract/search.ts';
import type { Progress } from '../../contract/session.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';

/** A page of text as it was extracted. */
export type IndexedPage = { readonly label: string; readonly text: string };

/** What the search needs to know of the catalog. */
export type SearchSource = {
  summaries(): ReadonlyMap<string, AssetSummary>;
  /** The text of a version, empty where there is none. Throws `StorageError` where its blob is missing or damaged. */
  textOf(version: string): Promise<readonly IndexedPage[]>;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Finding, as the rest of the engine uses it. */
export interface SearchService {
  find(input: SearchInput, signal?: Cancellation): Promise<SearchResult>;
  /** What resembles an asset or a page of it. */
  like(input: LikeInput, signal?: Cancellation): Promise<SearchResult>;
  /** Every asset that a query finds, best first; `all` says whether it has all words as typed. Its limit is not heeded. */
  ranking(input: SearchInput): Promise<readonly { readonly asset: AssetSummary; readonly all: boolean }[]>;
  titles(query: string, limit: number): Promise<readonly { asset: string; title: string; type: string }[]>;
  /** Ids of assets that resemble a text, best first. */
  similarText(text: string, limit: number): Promise<readonly string[]>;
  /** Brings the index up to date with assets that changed; all of them without an argument. */
  sync(changed?: ReadonlySet<string>): Promise<void>;
  report(): Promise<IndexReport>;
  rebuild(): AsyncIterable<Progress>;
  close(): Promise<void>;
}

/** Opens the search over a catalog. */
export type OpenSearch = (source: SearchSource) => Promise<SearchService>;
