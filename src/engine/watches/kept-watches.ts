import { z } from 'zod';
import type { Watch, WatchRule } from '../../contract/watches.ts';
import { says } from '../../shared/says/says.ts';
import { watchIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { invalid, notFound } from '../base/refusal.ts';
import type { Changes } from '../live/changes.ts';
import { DeviceList } from '../live/device-list.ts';

/** More folders, and more files of one, than anybody means; each look goes through all of them. */
const MOST_WATCHES = 20;
export const MOST_FILES = 50_000;

const fileSchema = z.object({
  /** Within the folder, with strokes between names whatever the system. */
  file: z.string(),
  size: z.number(),
  modifiedAt: z.number(),
  sha256: z.string(),
  missing: z.boolean().optional(),
});
const keptSchema = z.object({
  id: watchIdSchema,
  path: z.string(),
  since: z.number(),
  lookedAt: z.number().nullable(),
  away: z.boolean(),
  publish: z.boolean(),
  set: z.object({
    type: z.string().nullable().optional(),
    stages: z.array(z.string()).optional(),
    personas: z.array(z.string()).optional(),
    products: z.array(z.string()).optional(),
    tags: z.array(z.string()).optional(),
  }),
  files: z.array(fileSchema),
});

/** A file as it was when somebody looked last. */
export type KeptFile = z.infer<typeof fileSchema>;
/** A folder that is watched, with what was in it. */
export type KeptWatch = z.infer<typeof keptSchema>;

/** The folders that this device watches. Nobody else learns of them: paths mean something on one device only. */
export class KeptWatches {
  readonly #list: DeviceList<KeptWatch>;
  readonly #ports: BasePorts;
  readonly #changes: Pick<Changes, 'emit'>;
  readonly #removed = new Map<string, KeptWatch>();
  /** When each was looked at last, in this run of the engine. */
  readonly #lookedAt = new Map<string, number>();

  private constructor(list: DeviceList<KeptWatch>, ports: BasePorts, changes: Pick<Changes, 'emit'>) {
    this.#list = list;
    this.#ports = ports;
    this.#changes = changes;
  }

  static async open(ports: BasePorts, changes: Pick<Changes, 'emit'>): Promise<KeptWatches> {
    const list = await DeviceList.open(ports.home.local, 'watches', keptSchema, ports.logger);
    return new KeptWatches(list, ports, changes);
  }

  get all(): readonly KeptWatch[] {
    return this.#list.items;
  }

  /** Watches a folder from now on. Throws `Refusal` where it is none, or one that is watched in part already. */
  async add(given: string, rule: WatchRule): Promise<Watch> {
    const { sources } = this.#ports.home;
    const path = sources.whole(given);
    const { files, unreadable } = await sources.walk([path]);
    const isFolder = !unreadable.some((one) => one.path === path) && !files.some((one) => one.path === path);
    if (!isFolder) throw invalid(says('watches.no-folder', { path }));
    if (files.length > MOST_FILES) throw invalid(says('watches.too-many-files', { path, most: MOST_FILES }));
    const within = (inner: string, outer: string): boolean =>
      inner === outer ||
      inner.startsWith(outer.endsWith(sources.separator) ? outer : outer + sources.separator);
    const other = this.all.find((watch) => within(path, watch.path) || within(watch.path, path));
    if (other !== undefined) throw invalid(says('watches.overlaps', { path: other.path }));
    if (this.all.length >= MOST_WATCHES) throw invalid(says('watches.too-many', { most: MOST_WATCHES }));
    const watch: KeptWatch = {
      id: newId(ID_PREFIX.watch, (count) => this.#ports.random.bytes(count)),
      path,
      since: this.#ports.clock.now(),
      lookedAt: null,
      away: false,
      ...rule,
      files: [],
    };
    await this.#set([...this.all, watch]);
    return this.#view(watch);
  }

  /** What was found of a folder, where it is still watched. A look that found nothing new writes nothing. */
  async looked(watch: KeptWatch, isNew: boolean): Promise<void> {
    this.#lookedAt.set(watch.id, this.#ports.clock.now());
    if (isNew) await this.#set(this.all.map((kept) => (kept.id === watch.id ? watch : kept)));
  }

  /** The folders as they are told. */
  views(): Watch[] {
    return this.all.map((watch) => this.#view(watch));
  }

  async remove(id: string): Promise<{ removed: boolean }> {
    const watch = this.all.find((kept) => kept.id === id);
    if (watch === undefined) throw notFound('watch');
    this.#removed.set(id, watch);
    await this.#set(this.all.filter((kept) => kept.id !== id));
    return { removed: true };
  }

  async restore(id: string): Promise<{ restored: boolean }> {
    const watch = this.#removed.get(id);
    if (watch === undefined) return { restored: false };
    this.#removed.delete(id);
    await this.#set([...this.all, watch]);
    return { restored: true };
  }

  async #set(watches: readonly KeptWatch[]): Promise<void> {
    await this.#list.set(watches);
    this.#changes.emit('watches');
  }

  #view({ files, ...watch }: KeptWatch): Watch {
    const missing = files.filter((one) => one.missing === true).length;
    const lookedAt = this.#lookedAt.get(watch.id) ?? watch.lookedAt;
    return { ...watch, lookedAt, files: files.length, missing };
  }
}
