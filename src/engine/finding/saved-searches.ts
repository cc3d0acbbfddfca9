import { z } from 'zod';
import type { AssetSummary } from '../../contract/assets.ts';
import {
  type SavedQuery,
  type SavedSearch,
  savedQuerySchema,
  savedSearchIdSchema,
} from '../../contract/finding.ts';
import { ID_PREFIX, newId, type SavedSearchId } from '../../shared/ids.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { SearchService } from '../ports/search-service.ts';
import { invalid, notFound } from '../refusal.ts';
import { compareTitles } from '../search/ordering.ts';
import { DeviceList } from './device-list.ts';

const storedSchema = savedQuerySchema.extend({
  id: savedSearchIdSchema,
  name: z.string(),
  savedAt: z.number(),
  /** What of its result was seen: a key an asset and version. */
  seen: z.array(z.string()),
});
type Stored = z.infer<typeof storedSchema>;

/** More would make the list useless, and every change of the library slow. */
const MOST = 100;

type Ports = Pick<EnginePorts, 'clock' | 'random'>;

/**
 * Searches that are kept on this device, and what of their results is new. New is what came, or came in a new version, since one looked:
 * by what was there then, not by its date, because a colleague's older asset may arrive later.
 */
export class SavedSearches {
  readonly #list: DeviceList<Stored>;
  readonly #search: Pick<SearchService, 'ranking'>;
  readonly #ports: Ports;
  readonly #removed = new Map<string, Stored>();

  private constructor(list: DeviceList<Stored>, search: Pick<SearchService, 'ranking'>, ports: Ports) {
    this.#list = list;
    this.#search = search;
    this.#ports = ports;
  }

  static async open(
    local: Parameters<typeof DeviceList.open>[0],
    search: Pick<SearchService, 'ranking'>,
    ports: Ports & { readonly logger: Logger },
  ): Promise<SavedSearches> {
    const list = await DeviceList.open(local, 'saved-searches', storedSchema, ports.logger);
    return new SavedSearches(list, search, ports);
  }

  /** All of them with what they find now. */
  async list(): Promise<SavedSearch[]> {
    const all: SavedSearch[] = [];
    for (const stored of [...this.#list.items].sort((a, b) => compareTitles(a.name, b.name))) {
      const { seen, ...search } = stored;
      const found = await this.#found(stored);
      const known = new Set(seen);
      all.push({
        ...search,
        total: found.length,
        fresh: found.filter((asset) => !known.has(keyOf(asset))).length,
      });
    }
    return all;
  }

  async save(name: string, query: SavedQuery): Promise<{ id: string }> {
    if (this.#list.items.length >= MOST) {
      throw invalid(
        `There are ${MOST} saved searches already. Delete one that is not needed and save again.`,
      );
    }
    const { random, clock } = this.#ports;
    const id = newId<SavedSearchId>(ID_PREFIX.savedSearch, (count) => random.bytes(count));
    const seen = (await this.#found(query)).map(keyOf);
    await this.#list.set([...this.#list.items, { ...query, id, name, savedAt: clock.now(), seen }]);
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
    const found = await this.#found(stored);
    const known = new Set(stored.seen);
    const fresh = found.filter((asset) => !known.has(keyOf(asset)));
    if (fresh.length > 0) await this.#replace(id, (now) => ({ ...now, seen: found.map(keyOf) }));
    return { fresh: fresh.map((asset) => asset.id) };
  }

  #known(id: string): Stored {
    const stored = this.#list.items.find((item) => item.id === id);
    if (stored === undefined) throw notFound('saved search');
    return stored;
  }

  async #replace(id: string, change: (stored: Stored) => Stored): Promise<void> {
    await this.#list.set(this.#list.items.map((item) => (item.id === id ? change(item) : item)));
  }

  /** Assets with all of its words: one that has only some of them is no news. */
  async #found({ query, filters, context, sort }: SavedQuery): Promise<AssetSummary[]> {
    const ranking = await this.#search.ranking({ query, filters, context, sort });
    return ranking.filter(({ all }) => all).map(({ asset }) => asset);
  }
}

/** Names an asset in its current version; short, because a search may find thousands. */
function keyOf(asset: AssetSummary): string {
  return `${asset.id.slice(2)}${asset.version.id.slice(2, 10)}`;
}
