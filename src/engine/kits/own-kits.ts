import { z } from 'zod';
import { ownKitFieldsSchema } from '../../domain/kits/kit-fields.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import {
  assetIdSchema,
  kitItemIdSchema,
  kitProposalIdSchema,
  ownKitIdSchema,
  versionIdSchema,
} from '../../shared/vocabulary/id-schemas.ts';
import { invalid } from '../base/refusal.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** Kits that a person keeps for themselves: on this device, as saved searches are. Nobody else learns of them until they are proposed. */

const ownKitSchema = z.object({
  id: ownKitIdSchema,
  fields: ownKitFieldsSchema,
  items: z.array(
    z.object({
      item: kitItemIdSchema,
      asset: assetIdSchema,
      pages: z.array(z.tuple([z.number(), z.number()])),
      version: versionIdSchema.nullable(),
      why: z.string(),
      place: z.string(),
    }),
  ),
  madeAt: z.number(),
  updatedAt: z.number(),
  /** What it was last proposed as. */
  proposal: kitProposalIdSchema.optional(),
});
export type OwnKit = z.infer<typeof ownKitSchema>;

/** More would be a library of its own. */
const MOST_OWN = 200;
/** Changes that can be taken back: more than messages on the screen may still offer. */
const MOST_CHANGES = 100;

/** The kits of whoever works at this device. What was discarded can be brought back until the engine ends. */
export class OwnKits {
  readonly #list: DeviceList<OwnKit>;
  readonly #discarded = new Map<string, OwnKit>();
  /** By the name of a change: what there was before it, and what it made of that. */
  readonly #changes = new Map<string, { readonly before: OwnKit; readonly after: OwnKit }>();
  #next = 1;

  private constructor(list: DeviceList<OwnKit>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<OwnKits> {
    return new OwnKits(await DeviceList.open(local, 'own-kits', ownKitSchema, logger));
  }

  /** The same list as long as nothing has changed. */
  all(): readonly OwnKit[] {
    return this.#list.items;
  }

  known(id: string): OwnKit | undefined {
    return this.#list.items.find((kit) => kit.id === id);
  }

  /** Keeps a kit: a new one, or a known one as it is now. Throws `Refusal` where there are too many. */
  async keep(kit: OwnKit): Promise<void> {
    const items = this.#list.items;
    if (this.known(kit.id) !== undefined)
      return this.#list.set(items.map((one) => (one.id === kit.id ? kit : one)));
    if (items.length >= MOST_OWN) throw invalid(says('kits.too-many-own', { most: MOST_OWN }));
    return this.#list.set([...items, kit]);
  }

  /** Changes a known kit, and says under which name that is taken back. */
  async change(before: OwnKit, after: OwnKit): Promise<string> {
    await this.keep(after);
    const name = String(this.#next);
    this.#next += 1;
    this.#changes.set(name, { before, after });
    for (const old of [...this.#changes.keys()].slice(0, -MOST_CHANGES)) this.#changes.delete(old);
    return name;
  }

  /** Takes a change back; not where anything was changed in the kit since. Of several changes the last one first. */
  async takeBack(id: string, name: string): Promise<boolean> {
    const change = this.#changes.get(name);
    if (change === undefined || change.after.id !== id || this.known(id) !== change.after) return false;
    this.#changes.delete(name);
    await this.keep(change.before);
    return true;
  }

  async discard(id: string): Promise<boolean> {
    const kit = this.known(id);
    if (kit === undefined) return false;
    this.#discarded.set(id, kit);
    await this.#list.set(this.#list.items.filter((one) => one !== kit));
    return true;
  }

  async restore(id: string): Promise<boolean> {
    const kit = this.#discarded.get(id);
    if (kit === undefined) return false;
    this.#discarded.delete(id);
    await this.keep(kit);
    return true;
  }
}
