import { z } from 'zod';
import type { Picked } from '../../contract/assembly.ts';
import { MOST_PAGES } from '../../shared/limits.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema, versionIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const pickedSchema = z.object({
  asset: assetIdSchema,
  version: versionIdSchema,
  page: z.number().int().min(1).max(MOST_PAGES).optional(),
});

/** Pages and documents that somebody picks to make something of them. They stay on this device. */
export class Tray {
  readonly #list: DeviceList<Picked>;

  private constructor(list: DeviceList<Picked>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<Tray> {
    return new Tray(await DeviceList.open(local, 'tray', pickedSchema, logger));
  }

  /** In the order in which they are to stand. */
  get items(): readonly Picked[] {
    return this.#list.items;
  }

  /** Replaces all of it, each page once; on disk when it resolves. */
  async keep(items: readonly Picked[]): Promise<void> {
    const known = new Map(items.map((item) => [`${item.version} ${item.page ?? ''}`, item]));
    await this.#list.set([...known.values()]);
  }
}
