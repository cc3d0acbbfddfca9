import Fuse, { type IFuseOptions } from 'fuse.js';
import type { AssetSummary } from '../../contract/assets.ts';
import { isPutAway, isUsable } from '../../domain/assets/asset-state.ts';
import { languageRank } from './query/families.ts';
import { newestAt } from './query/ordering.ts';
import { foldTitle } from './words/fold.ts';
import { GramIndex } from './words/gram-index.ts';

/** Titles for the palette and for pickers, spelling forgiven. */

const CANDIDATES = 400;
type Title = { readonly asset: AssetSummary; readonly folded: string };
const FUSE_OPTIONS: IFuseOptions<Title> = {
  keys: ['folded'],
  includeScore: true,
  useExtendedSearch: true,
  ignoreLocation: true,
  threshold: 0.4,
};

type Prepared = {
  readonly of: ReadonlyMap<string, AssetSummary>;
  readonly titles: readonly Title[];
  readonly grams: GramIndex;
};

/** What is found, and how. */
export type TitlesAsked = {
  readonly limit: number;
  /** Only what reps may use. */
  readonly usable?: boolean | undefined;
  /** Codes of languages, the preferred one first: language editions are one title then. */
  readonly languages?: readonly string[] | undefined;
};

/** Finds titles. What it prepares lasts until the catalog is another one. */
export class TitleFinder {
  #prepared: Prepared | undefined;

  find(
    summaries: ReadonlyMap<string, AssetSummary>,
    query: string,
    { limit, usable = false, languages = [] }: TitlesAsked,
  ): AssetSummary[] {
    const words = foldTitle(query);
    const wanted = (asset: AssetSummary): boolean => !usable || isUsable(asset.state);
    const { titles, grams } = this.#prepare(summaries);
    if (words === '') {
      const newest = titles
        .map(({ asset }) => asset)
        .filter(wanted)
        .sort((a, b) => newestAt(b) - newestAt(a) || (a.id < b.id ? -1 : 1));
      return oneOfEach(newest, languages).slice(0, limit);
    }
    // fuse.js looks at every title with every word; over ten thousand that takes longer than a keystroke may.
    const near = grams
      .nearest(words, CANDIDATES, 'part')
      .flatMap((at) => titles[at] ?? [])
      .filter(({ asset }) => wanted(asset));
    const found = new Fuse(near, FUSE_OPTIONS).search(words.slice(0, 200), { limit: limit * 2 });
    const best = found
      .map(({ item, score }) => ({ item, score: score ?? 1, starts: item.folded.startsWith(words) ? 0 : 1 }))
      .sort((a, b) => a.starts - b.starts || a.score - b.score || (a.item.folded < b.item.folded ? -1 : 1))
      .map(({ item }) => item.asset);
    return oneOfEach(best, languages).slice(0, limit);
  }

  #prepare(summaries: ReadonlyMap<string, AssetSummary>): Prepared {
    const before = this.#prepared;
    if (before?.of === summaries) return before;
    const titles: Title[] = [];
    for (const asset of summaries.values()) {
      if (isPutAway(asset)) continue;
      const old = before?.titles[titles.length];
      const folded = old?.asset.title === asset.title ? old.folded : foldTitle(asset.title);
      titles.push({ asset, folded });
    }
    // A view or a rating makes a new catalog, but no new titles.
    const same =
      before !== undefined &&
      before.titles.length === titles.length &&
      titles.every(({ folded }, at) => folded === before.titles[at]?.folded);
    const grams = same ? before.grams : new GramIndex(titles.map(({ folded }) => folded));
    this.#prepared = { of: summaries, titles, grams };
    return this.#prepared;
  }
}

/** Of language editions among what was found the preferred one, where the first of them stands; all where no language is preferred. */
function oneOfEach(found: readonly AssetSummary[], languages: readonly string[]): readonly AssetSummary[] {
  if (languages.length === 0 || found.every(({ variant }) => variant === undefined)) return found;
  const preferred = new Map<string, AssetSummary>();
  for (const asset of found) {
    const { original = asset.id } = asset.variant ?? {};
    const known = preferred.get(original);
    const rank = (one: AssetSummary): number => languageRank(one.language, languages);
    if (known === undefined || rank(asset) < rank(known)) preferred.set(original, asset);
  }
  return [...preferred.values()];
}
