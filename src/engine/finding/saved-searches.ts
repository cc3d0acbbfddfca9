import { z } from 'zod';
import type { AssetSummary } from '../../contract/assets.ts';
import { type SavedQuery, type SavedSearch, savedQuerySchema } from '../../contract/finding.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { isTouched } from '../../domain/assets/news.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import { savedSearchIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { DeviceList } from '../live/device-list.ts';
import {
  type Covers,
  type JournalPlace,
  type JournalPlaces,
  journalPlaceSchema,
} from '../live/journal-place.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { compareTitles } from '../search/query/ordering.ts';
import type { Search } from '../search/search.ts';

const storedSchema = savedQuerySchema.extend({
  id: savedSearchIdSchema,
  name: z.string(),
  savedAt: z.number(),
  /** What of its result was seen: a key an asset and version. */
  seen: z.array(z.string()),
  /** What of the hub was known when somebody looked last; absent in searches of earlier versions. */
  place: journalPlaceSchema.optional(),
});
type Stored = z.infer<typeof storedSchema>;

/** More would make the list useless, and every change of the library slow. */
const MOST = 100;

type Ports = Pick<BasePorts, 'clock' | 'random'>;

/** What a saved search looks into. */
export type SavedIn = {
  readonly search: Pick<Search, 'ranking'>;
  readonly catalog: Pick<LiveCatalog, 'state'>;
  readonly places: Pick<JournalPlaces, 'covers'>;
  /** What of the hub is known by now. */
  readonly soFar: () => JournalPlace;
};

/**
 * Searches that are kept on this device, and what of their results is new. New is what came, came in a new version or came to fit since one
 * looked: by what the journals held at that moment, not by dates, because a colleague's older asset may arrive later, and not by what the
 * index found then, because it may have been behind.
 */
export class SavedSearches {
  readonly #list: DeviceList<Stored>;
  readonly #replica: SavedIn;
  readonly #ports: Ports;
  readonly #removed = new Map<string, Stored>();

  private constructor(list: DeviceList<Stored>, replica: SavedIn, ports: Ports) {
    this.#list = list;
    this.#replica = replica;
    this.#ports = ports;
  }

  static async open(
    local: Parameters<typeof DeviceList.open>[0],
    replica: SavedIn,
    ports: Ports & { readonly logger: Logger },
  ): Promise<SavedSearches> {
    const list = await DeviceList.open(local, 'saved-searches', storedSchema, ports.logger);
    return new SavedSearches(list, replica, ports);
  }

  /** All of them with what they find now. */
  async list(): Promise<SavedSearch[]> {
    const all: SavedSearch[] = [];
    for (const stored of [...this.#list.items].sort((a, b) => compareTitles(a.name, b.name))) {
      const { seen: _seen, place: _place, ...search } = stored;
      const { found, fresh } = await this.#look(stored);
      all.push({ ...search, total: found.length, fresh: fresh.length });
    }
    return all;
  }

  /** What they ask for, without looking. */
  kept(): readonly Pick<Stored, 'name' | 'query' | 'filters'>[] {
    return this.#list.items;
  }

  async save(name: string, query: SavedQuery): Promise<{ id: string }> {
    if (this.#list.items.length >= MOST) {
      throw invalid(says('finding.too-many-saved', { most: MOST }));
    }
    const { random, clock } = this.#ports;
    const id = newId(ID_PREFIX.savedSearch, (count) => random.bytes(count));
    // Taken before anything is waited for: what comes while the search is looked up has not been seen.
    const place = this.#replica.soFar();
    const seen = await this.#seenAt(place, await this.#found(query));
    await this.#list.set([...this.#list.items, { ...query, id, name, savedAt: clock.now(), seen, place }]);
    return { id };
  }

  async rename(id: string, name: string): Promise<{ before: string }> {
    const before = this.#known(id).name;
    await this.#replace(id, (stored) => ({ ...stored, name }));
    return { before };
  }

  async remove(id: string): Promise<{ removed: boolean }> {
    const stored = this.#list.items.find((item) => item.id === id);
    if (stored === undefined) return { removed: false };
    this.#removed.set(id, stored);
    await this.#list.set(this.#list.items.filter((item) => item.id !== id));
    return { removed: true };
  }

  async restore(id: string): Promise<{ restored: boolean }> {
    const stored = this.#removed.get(id);
    if (stored === undefined) return { restored: false };
    this.#removed.delete(id);
    await this.#list.set([...this.#list.items, stored]);
    return { restored: true };
  }

  /** The new ones of its result; from now on they count as seen. */
  async look(id: string): Promise<{ fresh: string[] }> {
    const stored = this.#known(id);
    const place = this.#replica.soFar();
    const { found, fresh } = await this.#look(stored);
    if (fresh.length > 0) await this.#replace(id, (now) => ({ ...now, seen: found.map(keyOf), place }));
    return { fresh: fresh.map((asset) => asset.id) };
  }

  #known(id: string): Stored {
    const stored = this.#list.items.find((item) => item.id === id);
    if (stored === undefined) throw notFound('saved-search');
    return stored;
  }

  async #replace(id: string, change: (stored: Stored) => Stored): Promise<void> {
    await this.#list.set(this.#list.items.map((item) => (item.id === id ? change(item) : item)));
  }

  /** What it finds now, and what of that is new since somebody looked. */
  async #look(stored: Stored): Promise<{ found: AssetSummary[]; fresh: AssetSummary[] }> {
    const found = await this.#found(stored);
    const known = new Set(stored.seen);
    const covers = stored.place && (await this.#replica.places.covers(stored.place));
    const fresh = found.filter(
      (asset) => !known.has(keyOf(asset)) && (covers === undefined || this.#isTouched(asset, covers)),
    );
    return { found, fresh };
  }

  /** Keys of those that were found and stood within the place as they stand now. */
  async #seenAt(place: JournalPlace, found: readonly AssetSummary[]): Promise<string[]> {
    const covers = await this.#replica.places.covers(place);
    return found.filter((asset) => !this.#isTouched(asset, covers)).map(keyOf);
  }

  #isTouched(asset: AssetSummary, covers: Covers): boolean {
    const state = knownAsset(this.#replica.catalog, asset.id);
    return state !== undefined && isTouched(state, covers);
  }

  /** Assets with all of its words: one that has only some of them is no news. */
  async #found({ query, filters, context, sort }: SavedQuery): Promise<AssetSummary[]> {
    const ranking = await this.#replica.search.ranking({ query, filters, context, sort });
    return ranking.filter(({ all }) => all).map(({ asset }) => asset);
  }
}

/** Names an asset in its current version; short, because a search may find thousands. */
function keyOf(asset: AssetSummary): string {
  return `${asset.id.slice(2)}${asset.version.id.slice(2, 10)}`;
}
