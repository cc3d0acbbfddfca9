import { z } from 'zod';
import { assetIdSchema, memberSchema, requestIdSchema, timeSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Who changed what of an asset or a request, when and from which device: read from the journal. */

/** Where an event stands: the device's id and its number there. */
const placeSchema = z.object({ device: z.string(), seq: z.number().int().positive() });

const historyChangeSchema = z.object({
  /** Name of the field, for restoring. */
  field: z.string(),
  /** The field as people call it, and its values as text; null where there was none. */
  label: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  /** The field has this entry's value now. */
  current: z.boolean(),
});

const historyEntrySchema = placeSchema.extend({
  at: timeSchema,
  by: memberSchema,
  deviceName: z.string(),
  /** What happened, as a few words after the name: 'published it', 'changed title and tags'. */
  what: z.string(),
  changes: z.array(historyChangeSchema),
  version: z
    .object({ id: versionIdSchema, number: z.number(), fileName: z.string(), current: z.boolean() })
    .optional(),
  /** Why it changes nothing; absent where it counts. */
  refused: z.string().optional(),
});

/** Which event gives a field its value. */
const explainedFieldSchema = z.object({
  field: z.string(),
  value: z.unknown(),
  text: z.string(),
  who: z.string(),
  device: z.string(),
  deviceName: z.string(),
  when: timeSchema,
  /** `<device>/catalog/<seq>`; absent where the event is not on this device any more. */
  event: z.string().optional(),
});

const history = z.object({
  /** Newest first. */
  entries: z.array(historyEntrySchema),
  /** The person here may restore. */
  canRestore: z.boolean(),
});

export const historyContract = {
  asset: procedure.input(z.object({ asset: assetIdSchema })).output(history),
  request: procedure.input(z.object({ request: requestIdSchema })).output(history),
  /** Gives a field the value that an entry gave it, or the one that it had before, by a new event. Answers the value as text. */
  restoreField: procedure
    .input(
      placeSchema.extend({ asset: assetIdSchema, field: z.string(), value: z.enum(['after', 'before']) }),
    )
    .output(z.object({ restored: z.string(), undo: undoSchema })),
  /** Makes an older version the current one again, by a new event. */
  restoreVersion: procedure
    .input(z.object({ asset: assetIdSchema, version: versionIdSchema }))
    .output(z.object({ version: versionIdSchema, number: z.number() })),
  explain: procedure
    .input(z.object({ asset: assetIdSchema }))
    .output(z.object({ fields: z.array(explainedFieldSchema) })),
};

export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type HistoryChange = z.infer<typeof historyChangeSchema>;
export type History = z.infer<typeof history>;
export type ExplainedField = z.infer<typeof explainedFieldSchema>;
