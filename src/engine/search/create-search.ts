import type { AssetSummary } from '../../contract/assets.ts';
import type { KitSummary } from '../../contract/kit-summary.ts';
import type { SearchableReport } from '../../contract/maintenance.ts';
import type { Completion, LikeInput, SearchInput, SearchResult, WhyResult } from '../../contract/search.ts';
import { StorageError } from '../../shared/errors.ts';
import { says } from '../../shared/says/says.ts';
import type { StepProgress, TextOf } from './bring-in-step.ts';
import { explainAsset, type FindDeps, findAssets, findRanking } from './find-assets.ts';
import { TitleFinder, type TitlesAsked } from './find-titles.ts';
import { IndexKeeper, isDamage } from './index-keeper.ts';
import { indexReport } from './index-report.ts';
import { moreLike } from './more-like.ts';
import { partsToFind } from './pieces.ts';
import { StandingsKeeper } from './query/catalog-standings.ts';
import { completeQuery } from './query/complete.ts';
import type { FindOptions, FoundKit, Options, Ranking, Search, SearchPorts, SyncOutcome } from './search.ts';
import { type SimilarAsset, similarAssets } from './similar-text.ts';
import { NO_WORDS } from './words/search-words.ts';
import { Spelling } from './words/spelling.ts';

const NO_KITS: ReadonlyMap<string, FoundKit> = new Map();

/** Makes the search over a catalog. Call `sync` once at the start and after every change of the catalog. */
export function createSearch(ports: SearchPorts): Search {
  return new CatalogSearch(ports);
}

class CatalogSearch implements Search {
  readonly #ports: SearchPorts;
  readonly #spelling: Spelling;
  readonly #keeper: IndexKeeper;
  readonly #titles = new TitleFinder();
  readonly #kitNames = new TitleFinder();
  /** Kits as titles are looked for; the same map as long as the kits are the same. */
  #kitRows:
    | { readonly of: ReadonlyMap<string, FoundKit>; readonly rows: ReadonlyMap<string, AssetSummary> }
    | undefined;
  readonly #standings = new StandingsKeeper();

  constructor(ports: SearchPorts) {
    this.#ports = ports;
    this.#spelling = new Spelling(ports.textIndex, ports.breathe);
    this.#keeper = new IndexKeeper({ ...ports, ...this.#indexed() }, this.#spelling);
  }

  async find(input: SearchInput, options: FindOptions = {}): Promise<SearchResult> {
    try {
      await this.#keeper.load();
      const result = await this.#find(input, options);
      if (this.#keeper.isMending) return { ...result, hints: [says('search.mending')] };
      return this.#keeper.behind === 0 || result.hints.length > 0
        ? result
        : { ...result, hints: [says('search.still-reading', { count: this.#keeper.behind })] };
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
      return {
        ...(await this.#find({ ...input, query: '' }, options)),
        total: 0,
        hits: [],
        hints: [says('search.mending')],
      };
    }
  }

  async ranking(input: SearchInput, options: FindOptions = {}): Promise<Ranking> {
    try {
      await this.#keeper.load();
      return await findRanking(input, this.#deps(options));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
      return [];
    }
  }

  async like(input: LikeInput, options: Options = {}): Promise<SearchResult> {
    const asset = this.#visible().get(input.asset);
    const pages = asset === undefined ? [] : await this.#textOf(asset.version.id);
    const parts = partsToFind(pages, asset?.version.findsHidden === true);
    const wanted = parts.filter(({ page }) => input.page === undefined || page === input.page);
    const ofPages = wanted.map(({ text }) => text).join('\n');
    const said = asset === undefined ? '' : [asset.title, ...asset.tags, asset.summary].join('\n');
    const text = ofPages.trim() === '' || input.page === undefined ? `${said}\n${ofPages}` : ofPages;
    try {
      await this.#keeper.load();
      return await moreLike({ text, asset: input.asset }, input, this.#deps(options));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
      return {
        ...(await moreLike({ text: '', asset: input.asset }, input, this.#deps(options))),
        hints: [says('search.mending')],
      };
    }
  }

  async why(query: string, asset: AssetSummary): Promise<WhyResult> {
    try {
      await this.#keeper.load();
      return await explainAsset(query, asset, this.#deps({}));
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
      return { words: [], all: true, titled: false };
    }
  }

  complete(query: string, cursor: number): Completion {
    const { words, clock } = this.#ports;
    return completeQuery(query, cursor, words?.() ?? NO_WORDS, clock.now());
  }

  titles(query: string, asked: TitlesAsked): AssetSummary[] {
    return this.#titles.find(this.#visible(), query, asked);
  }

  kitNames(query: string, limit: number): KitSummary[] {
    const kits = this.#kits();
    if (this.#kitRows?.of !== kits)
      this.#kitRows = { of: kits, rows: new Map([...kits].map(([id, { row }]) => [id, row])) };
    return this.#kitNames
      .find(this.#kitRows.rows, query, { limit })
      .flatMap(({ id }) => kits.get(id)?.kit ?? []);
  }

  async similarText(text: string, limit: number): Promise<SimilarAsset[]> {
    try {
      await this.#keeper.load();
      return await similarAssets(text, limit, this.#ports.textIndex, this.#visible(), (row) =>
        this.#keeper.assetOf(row),
      );
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
      return [];
    }
  }

  async report(): Promise<SearchableReport> {
    try {
      await this.#keeper.load();
    } catch (error) {
      if (!isDamage(error)) throw error;
      void this.#keeper.mend();
    }
    return indexReport(this.#visible(), this.#keeper.entries);
  }

  sync(options: Options = {}): Promise<SyncOutcome> {
    return this.#keeper.sync(options);
  }

  rebuild(options: Options = {}): AsyncIterable<StepProgress> {
    return this.#keeper.rebuild(options);
  }

  async close(): Promise<void> {
    await this.#keeper.close();
    await this.#ports.textIndex.close();
  }

  /** What the index holds: the assets, and the kits that the person here may find. */
  #indexed(): Pick<SearchPorts, 'summaries' | 'textOf'> {
    return {
      summaries: () => {
        const [assets, kits] = [this.#ports.summaries(), this.#kits()];
        if (kits.size === 0) return assets;
        return new Map([...assets, ...[...kits].map(([id, { row }]) => [id, row] as const)]);
      },
      textOf: async (version) => this.#kits().get(version)?.pages ?? this.#ports.textOf(version),
    };
  }

  #kits(): ReadonlyMap<string, FoundKit> {
    return this.#ports.kits?.() ?? NO_KITS;
  }

  #visible(): ReadonlyMap<string, AssetSummary> {
    return (this.#ports.visible ?? this.#ports.summaries)();
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
      kits: this.#kits(),
      catalog: this.#standings.get({
        summaries: this.#visible(),
        kits: this.#kits(),
        entries: this.#keeper.entries,
        rows: this.#keeper.rowsVersion,
        now: clock.now(),
      }),
      breathe: breathe ?? (() => Promise.resolve()),
      signal,
    };
  }
}
