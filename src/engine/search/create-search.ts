import type { AssetSummary } from '../../contract/assets.ts';
import type { IndexReport } from '../../contract/maintenance.ts';
import type { Completion, LikeInput, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { NO_WORDS, type SearchWords, type Synonyms } from '../ports/search-words.ts';
import { type IndexEntry, type TextIndex, TextIndexError } from '../ports/text-index.ts';
import { planStep, type StepProgress, type TextOf, takeStep } from './bring-in-step.ts';
import { StandingsKeeper } from './catalog-standings.ts';
import { explainAsset, type FindDeps, findAssets, findRanking } from './find-assets.ts';
import { TitleFinder } from './find-titles.ts';
import { indexReport } from './index-report.ts';
import { moreLike } from './more-like.ts';
import { completeQuery } from './query/complete.ts';
import { type SimilarAsset, similarAssets } from './similar-text.ts';
import { Spelling } from './spelling.ts';

/** What searching needs. */
export type SearchPorts = {
  /** The catalog as it is now. The same map as long as nothing has changed. */
  readonly summaries: () => ReadonlyMap<string, AssetSummary>;
  readonly textOf: TextOf;
  readonly textIndex: TextIndex;
  readonly clock: Clock;
  /** What the hub calls things; without it no operator has values and no word a second meaning. */
  readonly words?: () => SearchWords;
  readonly logger?: Logger;
  /** Lets other work of the process run, e.g. `setImmediate` as a promise. */
  readonly breathe?: () => Promise<void>;
};

type Options = { readonly signal?: Cancellation };

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
  /** Every asset that a query finds, best first; `all` says whether it has all words as typed. None while a damaged index is mended. */
  /** What resembles an asset or a page of it; by its title, tags and summary where it has no text. */
  like(input: LikeInput, options?: Options): Promise<SearchResult>;
  ranking(input: SearchInput, options?: FindOptions): Promise<Ranking>;
  /** Which words of a query stand where in an asset. */
  why(query: string, asset: AssetSummary): Promise<WhyResult>;
  /** What the word at the cursor may become. */
  complete(query: string, cursor: number): Completion;
  /** Titles, spelling forgiven; all assets but archived ones. */
  titles(query: string, limit: number): AssetSummary[];
  /** Assets that speak of the same as a text, best first; `score` from 0 to 1. */
  similarText(text: string, limit: number): Promise<SimilarAsset[]>;
  /** Brings the index in step with the catalog; calls while one runs end with a run that has seen their changes. */
  sync(options?: Options): Promise<SyncOutcome>;
  report(): Promise<IndexReport>;
  /** Builds the index anew beside the old one, which answers until it is done. Ending early leaves the old one. */
  rebuild(options?: Options): AsyncIterable<StepProgress>;
  close(): Promise<void>;
}

/** Makes the search over a catalog. Call `sync` once at the start and after every change of the catalog. */
export function createSearch(ports: SearchPorts): Search {
  return new CatalogSearch(ports);
}

class CatalogSearch implements Search {
  readonly #ports: SearchPorts;
  readonly #spelling: Spelling;
  readonly #titles = new TitleFinder();
  #entries = new Map<string, IndexEntry>();
  #assets: (string | undefined)[] = [];
  /** Rises whenever rows change hands. */
  #rowsVersion = 0;
  readonly #standings = new StandingsKeeper();
  #loaded: Promise<void> | undefined;
  /** Whatever writes runs one after the other. */
  #work: Promise<unknown> = Promise.resolve();
  #waiting: Promise<SyncOutcome> | undefined;
  #mending: Promise<void> | undefined;
  /** How many assets wait for the index in the run that is under way. */
  #behind = 0;
  #closed = false;

  constructor(ports: SearchPorts) {
    this.#ports = ports;
    this.#spelling = new Spelling(ports.textIndex, ports.breathe);
  }

  async find(input: SearchInput, options: FindOptions = {}): Promise<SearchResult> {
    try {
      await this.#load();
      const result = await this.#find(input, options);
      if (this.#mending !== undefined) return { ...result, hint: MENDING };
      return this.#behind === 0 || result.hint !== undefined
        ? result
        : { ...result, hint: stillReading(this.#behind) };
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
      return { ...(await this.#find({ ...input, query: '' }, options)), total: 0, hits: [], hint: MENDING };
    }
  }

  async ranking(input: SearchInput, options: FindOptions = {}): Promise<Ranking> {
    try {
      await this.#load();
      return await findRanking(input, this.#deps(options));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
      return [];
    }
  }

  async like(input: LikeInput, options: Options = {}): Promise<SearchResult> {
    const asset = this.#ports.summaries().get(input.asset);
    const pages = asset === undefined ? [] : await this.#textOf(asset.version.id);
    const wanted = input.page === undefined ? pages : pages.slice(input.page - 1, input.page);
    const ofPages = wanted.map(({ text }) => text).join('\n');
    const said = asset === undefined ? '' : [asset.title, ...asset.tags, asset.summary].join('\n');
    const text = ofPages.trim() === '' || input.page === undefined ? `${said}\n${ofPages}` : ofPages;
    try {
      await this.#load();
      return await moreLike({ text, asset: input.asset }, input, this.#deps(options));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
      return {
        ...(await moreLike({ text: '', asset: input.asset }, input, this.#deps(options))),
        hint: MENDING,
      };
    }
  }

  async why(query: string, asset: AssetSummary): Promise<WhyResult> {
    try {
      await this.#load();
      return await explainAsset(query, asset, this.#deps({}));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
      return { words: [], all: true };
    }
  }

  complete(query: string, cursor: number): Completion {
    const { words, clock } = this.#ports;
    return completeQuery(query, cursor, words?.() ?? NO_WORDS, clock.now());
  }

  titles(query: string, limit: number): AssetSummary[] {
    return this.#titles.find(this.#ports.summaries(), query, limit);
  }

  async similarText(text: string, limit: number): Promise<SimilarAsset[]> {
    try {
      await this.#load();
      return await similarAssets(
        text,
        limit,
        this.#ports.textIndex,
        this.#ports.summaries(),
        (row) => this.#assets[row],
      );
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
      return [];
    }
  }

  sync(options: Options = {}): Promise<SyncOutcome> {
    // One that has not begun yet will see this caller's changes too.
    if (this.#waiting !== undefined) return this.#waiting;
    const run = this.#queue(() => {
      this.#waiting = undefined;
      return this.#syncOrMend(options);
    });
    this.#waiting = run;
    return run;
  }

  async report(): Promise<IndexReport> {
    try {
      await this.#load();
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#mend();
    }
    return indexReport(this.#ports.summaries(), this.#entries);
  }

  async *rebuild(options: Options = {}): AsyncIterable<StepProgress> {
    let release: () => void = () => undefined;
    const turn = this.#work;
    // Holds everything else that writes back until the new index is in place.
    this.#work = new Promise<void>((resolve) => {
      release = resolve;
    });
    try {
      await turn.catch(() => undefined);
      yield* this.#replace(options);
    } finally {
      release();
    }
    await this.sync(options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#work.catch(() => undefined);
    await this.#ports.textIndex.close();
  }

  /** No pages where the text is not on this device: then the title speaks. */
  async #textOf(version: string): ReturnType<TextOf> {
    try {
      return await this.#ports.textOf(version);
    } catch (error) {
      if (error instanceof StorageError) return [];
      throw error;
    }
  }

  #find(input: SearchInput, options: FindOptions): Promise<SearchResult> {
    return findAssets(input, this.#deps(options));
  }

  #deps({ signal, synonyms }: FindOptions): FindDeps {
    const { clock, textIndex, breathe } = this.#ports;
    const words = this.#ports.words?.() ?? NO_WORDS;
    return {
      words: synonyms === undefined ? words : { ...words, synonyms },
      index: textIndex,
      spelling: this.#spelling,
      clock,
      catalog: this.#standings.get({
        summaries: this.#ports.summaries(),
        entries: this.#entries,
        rows: this.#rowsVersion,
        now: clock.now(),
      }),
      breathe: breathe ?? (() => Promise.resolve()),
      signal,
    };
  }

  /** Reads what the index holds, once. */
  #load(): Promise<void> {
    this.#loaded ??= this.#readEntries().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #readEntries(): Promise<void> {
    this.#entries = new Map(await this.#ports.textIndex.entries());
    this.#assets = [];
    for (const [asset, { row }] of this.#entries) this.#assets[row] = asset;
    this.#rowsVersion += 1;
    this.#spelling.forget();
  }

  #queue<Value>(task: () => Promise<Value>): Promise<Value> {
    const next = this.#work.then(task, task);
    this.#work = next.catch(() => undefined);
    return next;
  }

  async #syncOrMend(options: Options): Promise<SyncOutcome> {
    try {
      return await this.#step(options);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.#startAnew();
      return this.#step(options);
    }
  }

  async #step({ signal }: Options): Promise<SyncOutcome> {
    await this.#load();
    const { textIndex, textOf, logger, breathe = () => Promise.resolve() } = this.#ports;
    const step = planStep(this.#ports.summaries(), this.#entries);
    const outcome = { put: 0, removed: 0 };
    const target = { writer: textIndex, entries: this.#entries, textOf, logger, signal, breathe };
    this.#behind = step.put.length;
    try {
      for await (const { done, total, written, removed } of takeStep(step, target)) {
        for (const asset of removed) this.#forgetAsset(asset);
        for (const [asset, entry] of written) {
          this.#forgetAsset(asset);
          this.#entries.set(asset, entry);
          this.#assets[entry.row] = asset;
        }
        this.#rowsVersion += 1;
        this.#behind = Math.min(this.#behind, total - done);
        outcome.put += written.size;
        outcome.removed += removed.length;
        if (this.#closed) break;
      }
    } finally {
      this.#behind = 0;
    }
    if (outcome.put >= MUCH_WRITTEN && !this.#closed)
      await textIndex.tidy(signal === undefined ? {} : { signal });
    if (outcome.put + outcome.removed > 0) {
      this.#spelling.forget();
      logger?.info('index-in-step', outcome);
    }
    // Another run would only change the words again.
    if (this.#waiting === undefined) void this.#prepareSpelling();
    return outcome;
  }

  /** Reads the words in the background, so that no keystroke waits for them. */
  async #prepareSpelling(): Promise<void> {
    try {
      await this.#spelling.prepare();
    } catch (error) {
      if (this.#closed) return;
      if (isDamage(error)) void this.#mend();
      this.#ports.logger?.warn('words-not-read', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  #forgetAsset(asset: string): void {
    const old = this.#entries.get(asset);
    if (old === undefined) return;
    this.#entries.delete(asset);
    if (this.#assets[old.row] === asset) this.#assets[old.row] = undefined;
  }

  /** Throws the damaged index away and fills it again in the background, while searches go on with what is there. */
  #mend(): Promise<void> {
    this.#mending ??= this.#queue(async () => {
      await this.#startAnew();
      await this.#step({});
    })
      .catch((error: unknown) => {
        this.#ports.logger?.error('index-not-mended', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      })
      .finally(() => {
        this.#mending = undefined;
      });
    return this.#mending;
  }

  async #startAnew(): Promise<void> {
    this.#ports.logger?.warn('index-damaged');
    await this.#ports.textIndex.reset();
    this.#loaded = undefined;
    await this.#load();
  }

  async *#replace({ signal }: Options): AsyncIterable<StepProgress> {
    const { textIndex, textOf, logger, breathe = () => Promise.resolve() } = this.#ports;
    const replacement = await textIndex.replacement();
    let committed = false;
    try {
      const step = { put: [...this.#ports.summaries().values()], remove: [] };
      yield { done: 0, total: step.put.length };
      const target = { writer: replacement, entries: new Map(), textOf, logger, signal, breathe };
      for await (const { done, total } of takeStep(step, target)) yield { done, total };
      if (signal?.aborted === true || this.#closed) return;
      if (step.put.length >= MUCH_WRITTEN) await replacement.tidy();
      await replacement.commit();
      committed = true;
      this.#loaded = undefined;
      await this.#load();
      logger?.info('index-rebuilt', { assets: this.#entries.size });
    } finally {
      if (!committed) await replacement.discard();
    }
  }
}

/** From so many assets on the index is tidied after they were written: searches take a third less then. */
const MUCH_WRITTEN = 300;

const MENDING = 'The search index was damaged and is being made again: for a moment not everything is found.';

/** Said while the index is filled: what is not found yet may be found in a moment. */
function stillReading(count: number): string {
  return `Still reading ${count === 1 ? 'one document' : `${count} documents`}: in a moment more may be found.`;
}

function isDamage(error: unknown): boolean {
  return error instanceof TextIndexError && error.failure === 'damaged';
}
