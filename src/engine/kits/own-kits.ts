import { z } from 'zod';
import { kitFieldsSchema } from '../../domain/kits/kit-fields.ts';
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
  fields: kitFieldsSchema.partial().required({ name: true }),
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

/** The kits of whoever works at this device. What was discarded can be brought back until the engine ends. */
export class OwnKits {
  readonly #list: DeviceList<OwnKit>;
  readonly #discarded = new Map<string, OwnKit>();

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
