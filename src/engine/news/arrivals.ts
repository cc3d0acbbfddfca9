import type { AssetSummary } from '../../contract/assets.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { isNews } from '../../domain/assets/news.ts';
import { bothPlaces, type JournalPlace } from '../live/journal-place.ts';
import { renewedAt } from './whats-new.ts';
import type { WithNews } from './with-news.ts';

/** What is shown can be looked at for as long as so many later answers were given. */
const MARKS_KEPT = 50;

/** What colleagues published, renewed or released since the engine was opened, or since somebody looked at it. */
type ArrivedAssets = {
  readonly assets: AssetSummary[];
  readonly total: number;
  /** Stands for what was there at this answer: looking at it makes just that seen. */
  readonly mark: number;
};

/**
 * What came while one works. It begins where the replica stood when it was opened (or with what the hub had when one came in), not with what
 * a window happened to ask for first.
 */
export class Arrivals {
  #from: JournalPlace;
  readonly #marks = new Map<number, JournalPlace>();
  #lastMark = 0;

  constructor(from: JournalPlace) {
    this.#from = from;
  }

  /** The newest first. */
  async list(replica: WithNews, limit: number): Promise<ArrivedAssets> {
    const covers = await replica.places.covers(this.#from);
    const { catalog, summaries } = replica;
    const mark = this.#remember(replica.soFar());
    const self = catalog.selfId();
    const assets = [...summaries.visible().values()].filter((asset) => {
      const state = knownAsset(catalog, asset.id);
      if (state === undefined || !isUsable(asset.state) || asset.version.addedBy?.id === self) return false;
      return isNews(state, asset.version.id, covers);
    });
    assets.sort((a, b) => renewedAt(b) - renewedAt(a));
    return { assets: assets.slice(0, limit), total: assets.length, mark };
  }

  /** Counts what was shown under a mark as seen. Says whether the mark is still known. */
  look(mark: number): boolean {
    const place = this.#marks.get(mark);
    if (place === undefined) return false;
    this.#from = bothPlaces(this.#from, place);
    return true;
  }

  #remember(place: JournalPlace): number {
    this.#lastMark += 1;
    this.#marks.set(this.#lastMark, place);
    this.#marks.delete(this.#lastMark - MARKS_KEPT);
    return this.#lastMark;
  }
}
