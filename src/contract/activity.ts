import { z } from 'zod';
import { MOST_COUNTED } from '../shared/limits.ts';
import { SHARE_KINDS } from '../shared/vocabulary/activity.ts';
import { assetSummarySchema } from './assets.ts';
import { assetIdSchema, pageSchema, termIdSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { searchWordsSchema } from './finding.ts';

/** What is used. */

export const activityContract = {
  /** Somebody read a page. */
  viewed: procedure
    .input(z.object({ asset: assetIdSchema, page: pageSchema.optional() }))
    .output(z.object({ recorded: z.boolean() })),
  /** Somebody took a file out of Kitbag. What is sent or presented is noted where that is done. */
  shared: procedure
    .input(
      z.object({
        asset: assetIdSchema,
        /** Absent: the current one. */
        version: versionIdSchema.optional(),
        how: z.enum(SHARE_KINDS).exclude(['sent', 'presented']),
      }),
    )
    .output(z.object({ recorded: z.boolean() })),
  /** A search that ended: with an open, or abandoned. */
  searched: procedure
    .input(
      z.object({
        results: z.number().int().nonnegative().max(MOST_COUNTED),
        stage: termIdSchema.optional(),
        persona: termIdSchema.optional(),
        opened: assetIdSchema.optional(),
        position: z.number().int().positive().max(MOST_COUNTED).optional(),
        /** They stay on this device unless the hub's policy shares them. */
        words: searchWordsSchema.optional(),
      }),
    )
    .output(z.object({ recorded: z.boolean() })),
  /** What the current member used last, newest first. */
  recent: procedure.input(z.object({ limit: z.number().int().max(50) })).output(z.array(assetSummarySchema)),
};
