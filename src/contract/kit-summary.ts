import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { kitIdSchema, ownKitIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { thumbnailSchema, usefulnessSchema } from './assets.ts';
import {
  assetIdSchema,
  assetStateSchema,
  audienceSchema,
  daySchema,
  memberSchema,
  pageSchema,
  termIdSchema,
  timeSchema,
  versionIdSchema,
} from './common.ts';

/** Kits as lists and searches tell them. */

/** A kit of the hub, or one that is kept on this device alone. */
export const anyKitIdSchema = z.union([kitIdSchema, ownKitIdSchema]);

/** A kit as lists and hits show it. */
export const kitSummarySchema = withDimensions(
  z.object({
    id: anyKitIdSchema,
    /** It is kept on this device alone. */
    own: z.boolean(),
    name: z.string(),
    summary: z.string(),
    stages: z.array(termIdSchema),
    personas: z.array(termIdSchema),
    products: z.array(termIdSchema),
    /** Internal where anything in it is. */
    audience: audienceSchema,
    /** The first that holds, as of assets; none of those that are said of a version. */
    state: assetStateSchema,
    released: z.boolean(),
    releaseOn: daySchema.nullable(),
    expiresOn: daySchema.nullable(),
    owner: memberSchema.nullable(),
    /** Who looks at it again when that is due; null: its owner does. */
    verifier: memberSchema.nullable(),
    /** That nobody is to use it from now on; the replacement is a kit or an asset. */
    recall: z
      .object({
        at: timeSchema,
        by: memberSchema,
        reason: z.string(),
        replacement: z.union([kitIdSchema, assetIdSchema]).optional(),
      })
      .nullable(),
    /** Who said that it is right as it is now; what is changed in it is unverified again. */
    verified: z.object({ at: timeSchema, by: memberSchema }).nullable(),
    /** Who proposed what it was made of. */
    contributor: memberSchema.optional(),
    /** The picture of a page: of which version, and its small picture where it is the first page. */
    cover: z
      .object({
        asset: assetIdSchema,
        version: versionIdSchema,
        page: pageSchema,
        thumbnail: thumbnailSchema.optional(),
      })
      .nullable(),
    /** Its items are what a query finds. */
    smart: z.boolean(),
    /** How many items it has; null of a smart one, whose items are worked out when it is looked at. */
    items: z.number().nullable(),
    /** How many of them can’t be used as they are. */
    problems: z.number(),
    usefulness: usefulnessSchema,
    madeAt: timeSchema,
    updatedAt: timeSchema,
    /** Pinned on this device: what it holds is kept on it. */
    pinned: z.boolean(),
  }),
);

/** What can be used in place of a kit. */
export const kitInsteadSchema = z.union([
  z.object({ kit: kitIdSchema, name: z.string() }),
  z.object({ asset: assetIdSchema, title: z.string() }),
]);

export type KitInstead = z.infer<typeof kitInsteadSchema>;
export type KitSummary = z.infer<typeof kitSummarySchema>;
