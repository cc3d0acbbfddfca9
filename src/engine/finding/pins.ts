import { z } from 'zod';
import type { AssetSummary } from '../../contract/assets.ts';
import { assetIdSchema } from '../../contract/common.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const pinSchema = z.object({ asset: assetIdSchema, at: z.number() });

/** Assets that the person at this device keeps at hand. */
export class Pins {
  readonly #list: DeviceList<z.infer<typeof pinSchema>>;

  private constructor(list: DeviceList<z.infer<typeof pinSchema>>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<Pins> {
    return new Pins(await DeviceList.open(local, 'pins', pinSchema, logger));
  }

  /** Pinned last first. */
  assets(assetOf: (id: string) => AssetSummary | undefined): AssetSummary[] {
    const pinned = [...this.#list.items]
      .sort((a, b) => b.at - a.at)
      .flatMap(({ asset }) => assetOf(asset) ?? []);
    // Two that were pinned may have been made one.
    return [...new Map(pinned.map((asset) => [asset.id, asset])).values()].filter(
      (asset) => !isPutAway(asset),
    );
  }

  /** All that are pinned, whatever became of them. */
  ids(): readonly string[] {
    return this.#list.items.map(({ asset }) => asset);
  }

  /** The same with when each was pinned (milliseconds since 1970). */
  all(): readonly { readonly asset: string; readonly at: number }[] {
    return this.#list.items;
  }

  /** `ids`: all that lead to the asset. Says whether that changed something. A pin that is set again keeps its place. */
  async set(asset: string, ids: readonly string[], pinned: boolean, at: number): Promise<boolean> {
    const others = this.#list.items.filter((pin) => !ids.includes(pin.asset));
    if (pinned === others.length < this.#list.items.length) return false;
    await this.#list.set(pinned ? [...others, { asset, at }] : others);
    return true;
  }
}
