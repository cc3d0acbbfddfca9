import type { AssetSummary } from '../../contract/assets.ts';
import type { SearchableReport } from '../../contract/maintenance.ts';
import type { Completion, LikeInput, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { SearchWords, Synonyms } from '../ports/search-words.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { StepProgress, TextOf } from './bring-in-step.ts';
import type { SimilarAsset } from './similar-text.ts';

/** Search as the rest of the engine sees it. */

/** What searching needs. */
export type SearchPorts = {
  /** The catalog as it is now. The same map as long as nothing has changed. */
  readonly summaries: () => ReadonlyMap<string, AssetSummary>;
  /** Those of them that may be found by the person here; all where absent. */
  readonly visible?: () => ReadonlyMap<string, AssetSummary>;
  readonly textOf: TextOf;
  readonly textIndex: TextIndex;
  readonly clock: Clock;
  /** What the hub calls things; without it no operator has values and no word a second meaning. */
  readonly words?: () => SearchWords;
  /** Told when a damaged index is whole again. */
  readonly mended?: () => void;
  readonly logger?: Logger;
  /** Lets other work of the process run, e.g. `setImmediate` as a promise. */
  readonly breathe?: () => Promise<void>;
};

/** A signal ends what it is given to early. */
export type Options = { readonly signal?: Cancellation };

/** How a search may differ from what the hub says: with other synonyms than those that are saved. */
export type FindOptions = Options & { readonly synonyms?: readonly Synonyms[] };

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
  /** Titles, spelling forgiven; all assets but archived ones, or those alone that reps may use. */
  titles(query: string, limit: number, usable?: boolean): AssetSummary[];
  /** Assets that speak of the same as a text, best first; `score` from 0 to 1. */
  similarText(text: string, limit: number): Promise<SimilarAsset[]>;
  /** Brings the index in step with the catalog; calls while one runs end with a run that has seen their changes. */
  sync(options?: Options): Promise<SyncOutcome>;
  report(): Promise<SearchableReport>;
  /** Builds the index anew beside the old one, which answers until it is done. Ending early leaves the old one. */
  rebuild(options?: Options): AsyncIterable<StepProgress>;
  close(): Promise<void>;
}
