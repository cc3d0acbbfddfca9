import type { AssetSummary } from '../../contract/assets.ts';
import type { KitSummary } from '../../contract/kit-summary.ts';
import type { SearchableReport } from '../../contract/maintenance.ts';
import type { Completion, LikeInput, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Later } from '../base/base-ports.ts';
import type { PageText } from '../ports/extractor.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { StepProgress, TextOf } from './bring-in-step.ts';
import type { TitlesAsked } from './find-titles.ts';
import type { SimilarAsset } from './similar-text.ts';
import type { SearchWords, Synonyms } from './words/search-words.ts';

/** Search as the rest of the engine sees it. */

/** A kit as it is searched: beside the assets, as a row of its own. */
export type FoundKit = {
  readonly kit: KitSummary;
  /** What an asset would have to be to be found as the kit is; its version has the kit’s id. */
  readonly row: AssetSummary;
  /** What is said of how to run it, and what it holds. */
  readonly pages: readonly PageText[];
};

/** What is searched: the catalog as the rest of the engine has it. */
type SearchSource = {
  /** All assets: what the index holds. The same map as long as nothing has changed. */
  summaries(): ReadonlyMap<string, AssetSummary>;
  /** Those of them that may be found by the person here; all where absent. */
  visible?(): ReadonlyMap<string, AssetSummary>;
  /** Kits that may be found by the person here, by id; the same map as long as nothing of them has changed. */
  kits?(): ReadonlyMap<string, FoundKit>;
  /** The text of a version, empty where there is none. Throws `StorageError` where its blob is missing or damaged. */
  readonly textOf: TextOf;
  /** What the hub calls things, the same object as long as nothing of it has changed; without it no operator has values. */
  words?(): SearchWords;
  /** Told when a damaged index is whole again: what was searched meanwhile found too little. */
  mended?(): void;
  readonly clock: Clock;
  readonly logger?: Logger;
};

/** What searching needs. */
export type SearchPorts = SearchSource & {
  readonly textIndex: TextIndex;
  /** Lets other work of the process run, e.g. `setImmediate` as a promise. */
  readonly breathe?: () => Promise<void>;
  /** Does later what must not be done after each of many changes; without it that is done at once. */
  readonly later?: Later;
};

/** Opens the search over a catalog. */
export type OpenSearch = (source: SearchSource) => Promise<Search>;

/** A signal ends what it is given to early. */
export type Options = { readonly signal?: Cancellation | undefined };

/** How a search may differ from what the hub says: with other synonyms than those that are saved. */
export type FindOptions = Options & { readonly synonyms?: readonly Synonyms[] | undefined };

/** Assets in the order of a search. */
export type Ranking = readonly { readonly asset: AssetSummary; readonly all: boolean }[];

/** What was brought in step: how many assets were written and taken out. */
export type SyncOutcome = { readonly put: number; readonly removed: number };

/** Finding, and keeping the index in step with the catalog. */
export interface Search {
  /** Answers any query. A damaged index is mended on the way, and the answer says so in its hint. Throws `SearchCancelled`. */
  find(input: SearchInput, options?: FindOptions): Promise<SearchResult>;
  /** What resembles an asset or a page of it; by its title, tags and summary where it has no text. */
  like(input: LikeInput, options?: Options): Promise<SearchResult>;
  /** Every asset that a query finds, best first; `all` says whether it has all words as typed. None while a damaged index is mended. */
  ranking(input: SearchInput, options?: FindOptions): Promise<Ranking>;
  /** Which words of a query stand where in an asset. */
  why(query: string, asset: AssetSummary): Promise<WhyResult>;
  /** What the word at the cursor may become. */
  complete(query: string, cursor: number): Completion;
  /** Titles, spelling forgiven, of all assets but archived ones. */
  titles(query: string, asked: TitlesAsked): AssetSummary[];
  /** Names of kits, spelling forgiven. */
  kitNames(query: string, limit: number): KitSummary[];
  /** Assets that speak of the same as a text, best first; `score` from 0 to 1. */
  similarText(text: string, limit: number): Promise<SimilarAsset[]>;
  /** Brings the index in step with the catalog; calls while one runs end with a run that has seen their changes. */
  sync(options?: Options): Promise<SyncOutcome>;
  report(): Promise<SearchableReport>;
  /** Builds the index anew beside the old one, which answers until it is done. Ending early leaves the old one. */
  rebuild(options?: Options): AsyncIterable<StepProgress>;
  close(): Promise<void>;
}
