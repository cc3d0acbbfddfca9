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
import { UndoableList } from '../live/undoable-list.ts';
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

/** The kits of whoever works at this device. */
export class OwnKits extends UndoableList<OwnKit> {
  static async open(local: LocalStore, logger: Logger): Promise<OwnKits> {
    return new OwnKits(await DeviceList.open(local, 'own-kits', ownKitSchema, logger), {
      most: MOST_OWN,
      tooMany: () => invalid(says('kits.too-many-own', { most: MOST_OWN })),
    });
  }
}
