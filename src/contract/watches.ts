import { z } from 'zod';
import { watchIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { assetIdSchema, saysSchema, timeSchema } from './common.ts';
import { procedure } from './errors.ts';
import { rowFieldsSchema } from './publish-rows.ts';

/** Folders that this device watches: what comes into them goes to the publish table, or out at once. */

const ruleSchema = z.object({
  /** What has all it needs is published at once; the rest waits on the publish table. */
  publish: z.boolean(),
  /** What is said of everything that comes. */
  set: rowFieldsSchema
    .pick({ type: true, stages: true, personas: true, products: true, tags: true })
    .partial(),
});

const watchSchema = ruleSchema.extend({
  id: watchIdSchema,
  /** To be shown only. */
  path: z.string(),
  since: timeSchema,
  /** When it was looked at last. */
  lookedAt: timeSchema.nullable(),
  /** It could not be looked into when somebody looked last: a drive that is not connected, a folder that was moved. */
  away: z.boolean(),
  files: z.number(),
  /** Of these, how many are not there any more. */
  missing: z.number(),
});

/** A file of a watched folder, by its path within it. */
const fileSchema = z.object({ watch: watchIdSchema, file: z.string() });

const runSchema = z.object({
  /** What waits on the publish table now; `asset`: as a new version of that one. */
  staged: z.array(fileSchema.extend({ asset: assetIdSchema.optional() })),
  published: z.array(fileSchema.extend({ asset: assetIdSchema, version: z.boolean() })),
  moved: z.array(fileSchema.extend({ from: z.string() })),
  /** What went since somebody looked last. Its assets stay as they are. */
  missing: z.array(fileSchema),
  failed: z.array(fileSchema.extend({ reason: z.string(), says: saysSchema })),
  /** What the library has already, in the same bytes. */
  known: z.array(fileSchema.extend({ asset: assetIdSchema.optional() })),
  /** What is still being written; it is read once it rests. */
  waiting: z.array(fileSchema),
  /** Folders that can't be looked into. Nothing of them counts as gone. */
  away: z.array(watchIdSchema),
});

export const watchesContract = {
  list: procedure.output(z.object({ watches: z.array(watchSchema) })),
  /** Watches the folder that a grant stands for. What is in it is found by the next look. */
  add: procedure.input(ruleSchema.extend({ grant: z.string() })).output(watchSchema),
  /** Stops watching. Nothing of what came from there changes. */
  remove: procedure.input(z.object({ id: watchIdSchema })).output(z.object({ removed: z.boolean() })),
  /** Takes that back, until the engine ends. */
  restore: procedure.input(z.object({ id: watchIdSchema })).output(z.object({ restored: z.boolean() })),
  /** Looks into all of them now. */
  run: procedure.output(runSchema),
};

export type Watch = z.infer<typeof watchSchema>;
export type WatchRule = z.infer<typeof ruleSchema>;
export type WatchRun = z.infer<typeof runSchema>;
