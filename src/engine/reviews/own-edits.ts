import { z } from 'zod';
import type { AssetChanges } from '../../contract/assets.ts';
import type { Overwritten } from '../../contract/reviews.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import type { AssetState } from '../../domain/assets/assets.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { ownStamp } from '../../domain/kernel/order.ts';
import { ownerOfDevice } from '../../domain/people/people-selectors.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import {
  type AssetField,
  fieldsIn,
  isAssetField,
  isDimensionField,
  ofFields,
} from '../../shared/vocabulary/asset-fields.ts';
import { assetIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { editAssets } from '../assets/assets.ts';
import { nameOfDimension } from '../assets/dimension-fields.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { fieldParts } from '../history/field-parts.ts';
import { DeviceList } from '../live/device-list.ts';
import { timeOfStamp } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** How many of one's own edits are watched: the last ones. */
const WATCHED = 200;
/** Whoever changes something after more days means something new. */
const TOLD_WITHIN_DAYS = 14;

const editSchema = z.object({
  asset: assetIdSchema,
  field: z.custom<AssetField>((name) => typeof name === 'string' && isAssetField(name)),
  /** What was written here, and by which write. */
  value: z.unknown(),
  stamp: z.string(),
  /** The write of somebody else that counts in its place. */
  over: z.string().optional(),
});
type Edit = z.infer<typeof editSchema>;

type Field = { readonly asset: string; readonly field: AssetField };

/** What was edited on this device and changed by somebody else soon after, or at the same time elsewhere: the later one counts, and who wrote the earlier is told. */
export class OwnEdits {
  readonly #catalog: LiveCatalog;
  readonly #list: DeviceList<Edit>;
  readonly #edits: Map<string, Edit>;
  readonly #logger: Logger;
  /** Edits changed since the list was written. */
  #unkept = false;
  #keeping: Promise<void> | undefined;

  private constructor(catalog: LiveCatalog, list: DeviceList<Edit>, logger: Logger) {
    this.#catalog = catalog;
    this.#list = list;
    this.#logger = logger;
    this.#edits = new Map(list.items.map((edit) => [keyOf(edit), edit]));
    catalog.onFold(({ touched, refolded }) => {
      const assets = refolded
        ? new Set([...this.#edits.values()].map(({ asset }) => asset))
        : touched.entries.assets;
      for (const asset of assets) this.#look(asset);
      if (this.#unkept) this.#keeping ??= this.#keep();
    });
  }

  static async open(catalog: LiveCatalog, local: LocalStore, logger: Logger): Promise<OwnEdits> {
    return new OwnEdits(catalog, await DeviceList.open(local, 'own-edits', editSchema, logger), logger);
  }

  /** Keeps what is watched. */
  async close(): Promise<void> {
    await this.#keeping;
    await this.#save();
  }

  /** At once, as a process that is killed closes nothing; what changes meanwhile with the next write. */
  async #keep(): Promise<void> {
    try {
      while (this.#unkept) await this.#save();
    } catch (error) {
      this.#logger.warn('own-edits-not-saved', { error: nameOfError(error) });
    } finally {
      this.#keeping = undefined;
    }
  }

  async #save(): Promise<void> {
    this.#unkept = false;
    await this.#list.set([...this.#edits.values()]);
  }

  /** What of one's own edits was written over, the newest first. */
  overwritten({ catalog, summaries }: WithAssets): Overwritten[] {
    return [...this.#edits.values()]
      .flatMap(({ asset, field, value, over }): Overwritten[] => {
        const summary = summaries.seen(asset);
        const theirs = knownAsset(catalog, asset)?.fields[field]?.value;
        const by = over === undefined ? undefined : ownerOfDevice(catalog, deviceOf(over));
        if (summary === undefined || over === undefined || by === undefined) return [];
        return [
          {
            asset,
            title: summary.title,
            field,
            ...(isDimensionField(field) && { dimension: nameOfDimension(catalog, field) }),
            by: catalog.member(by),
            at: timeOfStamp(over),
            mine: fieldParts(catalog, field, value),
            theirs: fieldParts(catalog, field, theirs),
          },
        ];
      })
      .sort((a, b) => b.at - a.at);
  }

  /** Gives a field again the value that was written over. Throws `Refusal`. */
  async restore(replica: WithAssets, field: Field): Promise<{ undo?: string }> {
    const edit = this.#edits.get(keyOf(field));
    if (edit?.over === undefined) throw invalid(says('history.no-earlier-value'), 'field');
    const set = ofFields<AssetChanges>([[field.field, edit.value]]);
    const { undo } = await editAssets(replica, [field.asset], set);
    return undo === undefined ? {} : { undo };
  }

  /** They have seen it. Says whether that is news. */
  async see(field: Field): Promise<boolean> {
    if (!this.#edits.delete(keyOf(field))) return false;
    await this.close();
    return true;
  }

  #look(id: string): void {
    const asset = knownAsset(this.#catalog, id);
    if (asset !== undefined) for (const field of fieldsIn(asset.fields)) this.#lookAt(asset, field);
  }

  #lookAt(asset: AssetState, field: AssetField): void {
    const register = asset.fields[field];
    if (register === undefined) return;
    const stamp = ownStamp(register.stamp);
    const key = keyOf({ asset: asset.id, field });
    const mine = this.#edits.get(key);
    if (deviceOf(stamp) === this.#catalog.replica.device) {
      if (mine?.stamp === stamp || (asset.added !== undefined && ownStamp(asset.added.stamp) === stamp))
        return;
      this.#unkept = true;
      this.#edits.delete(key);
      this.#edits.set(key, { asset: asset.id, field, value: register.value, stamp });
      for (const old of [...this.#edits.keys()].slice(0, -WATCHED)) this.#edits.delete(old);
    } else if (mine !== undefined && mine.over !== stamp) {
      this.#unkept = true;
      const isLong = timeOfStamp(stamp) - timeOfStamp(mine.stamp) > TOLD_WITHIN_DAYS * DAY_MS;
      if (isLong) this.#edits.delete(key);
      else this.#edits.set(key, { ...mine, over: stamp });
    }
  }
}

function keyOf({ asset, field }: Field): string {
  return `${asset} ${field}`;
}

function deviceOf(stamp: string): string {
  return stamp.split('|')[1] ?? '';
}
