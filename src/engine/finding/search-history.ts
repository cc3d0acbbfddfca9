import { z } from 'zod';
import type { RecentSearch, Unanswered } from '../../contract/finding.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import { foldTitle } from '../search/words/fold.ts';

const entrySchema = z.object({
  words: z.string(),
  at: z.number(),
  results: z.number(),
  stage: z.string().optional(),
  persona: z.string().optional(),
});

/** A search that ended on this device, with its words. */
type SearchEntry = z.infer<typeof entrySchema>;

/** As many are kept; older ones are forgotten. */
const MOST = 500;

/** What was searched for on this device. The words stay here unless the hub's policy shares them. */
export class SearchHistory {
  readonly #list: DeviceList<SearchEntry>;
  #forgotten: readonly SearchEntry[] = [];

  private constructor(list: DeviceList<SearchEntry>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<SearchHistory> {
    return new SearchHistory(await DeviceList.open(local, 'search-history', entrySchema, logger));
  }

  async note(entry: SearchEntry): Promise<void> {
    if (foldTitle(entry.words) === '') return;
    await this.#list.set([...this.#list.items, entry].slice(-MOST));
  }

  /** The last searches, newest first; the same words once, as they were typed last. */
  recent(limit: number): RecentSearch[] {
    const byWords = new Map<string, RecentSearch>();
    for (const { words, at, results } of [...this.#list.items].reverse()) {
      const key = wordsKey(words);
      if (!byWords.has(key)) byWords.set(key, { words, at, results });
      if (byWords.size === limit) break;
    }
    return [...byWords.values()];
  }

  /** Those that found nothing. */
  unanswered(from: number): Unanswered[] {
    return unansweredOf(this.#list.items.filter(({ results, at }) => results === 0 && at >= from));
  }

  /** Forgets everything, or searches with these words; says how many. */
  async forget(words: string | undefined): Promise<number> {
    const key = words === undefined ? undefined : wordsKey(words);
    const gone = this.#list.items.filter((entry) => key === undefined || wordsKey(entry.words) === key);
    if (gone.length === 0) return 0;
    this.#forgotten = gone;
    await this.#list.set(this.#list.items.filter((entry) => !gone.includes(entry)));
    return gone.length;
  }

  /** Takes the last forgetting back. */
  async restore(): Promise<number> {
    const back = this.#forgotten;
    this.#forgotten = [];
    await this.#list.set([...this.#list.items, ...back].sort((a, b) => a.at - b.at).slice(-MOST));
    return back.length;
  }
}

/** Searches that are the same to people: case, accents, punctuation and spaces aside. */
function wordsKey(words: string): string {
  return foldTitle(words);
}

/** Searches in vain by their words, those that were tried most often first. */
function unansweredOf(searches: Iterable<SearchEntry>): Unanswered[] {
  const byWords = new Map<string, SearchEntry[]>();
  for (const search of searches) {
    const key = wordsKey(search.words);
    const same = byWords.get(key);
    if (same === undefined) byWords.set(key, [search]);
    else same.push(search);
  }
  return [...byWords.values()]
    .map((same) => {
      const last = same.reduce((a, b) => (b.at >= a.at ? b : a));
      const stage = mostFrequent(same.flatMap((entry) => entry.stage ?? []));
      const persona = mostFrequent(same.flatMap((entry) => entry.persona ?? []));
      return {
        words: last.words,
        times: same.length,
        lastAt: last.at,
        ...(stage === undefined ? {} : { stage }),
        ...(persona === undefined ? {} : { persona }),
      };
    })
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.words < b.words ? -1 : 1));
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
