import { z } from 'zod';
import { assetSummarySchema } from './assets.ts';
import { assetIdSchema, pageSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Duplicates and near-duplicates, down to the page. */

/** What two assets are to each other: the same file, one as a whole like the other, or some pages in common. */
const relationSchema = z.enum(['same', 'version', 'pages']);

/** Pages from one to another, both counted. */
const rangeSchema = z.object({ from: pageSchema, to: pageSchema });

/** Pages that stand side by side in both, in the same order. */
export const runSchema = z.object({ a: rangeSchema, b: rangeSchema, similarity: z.number() });

/** Two assets that are near to each other. `a` is the one to keep, as far as that can be told: released before not, then the newer. */
const nearPairSchema = z.object({
  a: assetSummarySchema,
  b: assetSummarySchema,
  relation: relationSchema,
  /** Of both as a whole, from 0 to 1. */
  similarity: z.number(),
  runs: z.array(runSchema),
  /** The pages one by one. */
  pages: z.array(z.object({ a: pageSchema, b: pageSchema, similarity: z.number() })),
});

const nearListSchema = z.object({
  /** Those that are used most first. */
  pairs: z.array(nearPairSchema),
  /** Of all, shown or not, by relation. */
  total: z.record(relationSchema, z.number()),
  /** The library is still being compared: there may be more. With how many assets have been read of those that are to be, where they are counted. */
  working: z.object({ done: z.number(), total: z.number() }).optional(),
});

const pairSchema = z.object({ a: assetIdSchema, b: assetIdSchema });

export const nearContract = {
  /** Pairs of assets that have pages in common and were not told apart. `wait`: until the library is compared as it is now. Publishers only. */
  list: procedure
    .input(
      z.object({
        /** Only pairs of this one, or of any of these. */
        asset: assetIdSchema.optional(),
        assets: z.array(assetIdSchema).max(10_000).optional(),
        relations: z.array(relationSchema).optional(),
        limit: z.number().int().min(1).max(20_000),
        wait: z.boolean().optional(),
      }),
    )
    .output(nearListSchema),
  /** Makes two assets one: the second keeps what it is, and gets versions, ratings, use, requests and history of the first. */
  merge: procedure
    .input(
      z.object({
        asset: assetIdSchema,
        into: assetIdSchema,
        /** Says what it would do, and does nothing. */
        dryRun: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        asset: assetIdSchema,
        title: z.string(),
        /** What the one asset has then. */
        versions: z.number(),
        ratings: z.number(),
        undo: undoSchema,
      }),
    ),
  /** Says that two assets are not the same: they are proposed no more. */
  tellApart: procedure.input(pairSchema).output(z.object({ undo: undoSchema })),
};

export type NearPair = z.infer<typeof nearPairSchema>;
export type NearRelation = z.infer<typeof relationSchema>;
export type NearList = z.infer<typeof nearListSchema>;
export type NearRun = z.infer<typeof runSchema>;
