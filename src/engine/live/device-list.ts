import { z } from 'zod';
import type { Logger } from '../../shared/ports/logger.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** A list that this device keeps under a name: loaded once, written whole after every change. What does not fit any more is left out. */
export class DeviceList<Item> {
  readonly #local: LocalStore;
  readonly #name: string;
  #items: readonly Item[];

  private constructor(local: LocalStore, name: string, items: readonly Item[]) {
    this.#local = local;
    this.#name = name;
    this.#items = items;
  }

  /** Loads the list; empty where there is none. */
  static async open<Item>(
    local: LocalStore,
    name: string,
    schema: z.ZodType<Item>,
    logger: Logger,
  ): Promise<DeviceList<Item>> {
    const kept = z.array(z.unknown()).safeParse(await local.load(name));
    const items = (kept.success ? kept.data : []).flatMap((item) => {
      const parsed = schema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
    const left = (kept.success ? kept.data.length : 0) - items.length;
    if (left > 0) logger.warn('device-list-items-left-out', { name, count: left });
    return new DeviceList(local, name, items);
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** Replaces the list; resolves when it is on disk. A change made meanwhile begins from this one. */
  async set(items: readonly Item[]): Promise<void> {
    this.#items = items;
    await this.#local.save(this.#name, items);
  }
}
