import { z } from 'zod';
import { kitIdSchema } from '../shared/vocabulary/id-schemas.ts';
import {
  assetFieldSchema,
  assetIdSchema,
  memberSchema,
  requestIdSchema,
  saysSchema,
  timeSchema,
  versionIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Who changed what of an asset or a request, when and from which device: read from the journal. */

/** Where an event stands: the device's id and its number there. */
const placeSchema = z.object({ device: z.string(), seq: z.number().int().positive() });

/** What a value consists of: terms and people by their names, else what was said or chosen. Empty where that is nothing. */
const fieldValueSchema = z.array(z.string());

const historyChangeSchema = z.object({
  field: assetFieldSchema,
  /** What the dimension is called, of a field of one. */
  dimension: z.string().optional(),
  /** Its values; null where nobody had said one. */
  before: fieldValueSchema.nullable(),
  after: fieldValueSchema,
  /** The field has this entry's value now. */
  current: z.boolean(),
});

const historyEntrySchema = placeSchema.extend({
  at: timeSchema,
  by: memberSchema,
  /** Absent where nobody knows it. */
  deviceName: z.string().optional(),
  /** What happened, in words that follow the name: 'published it', 'changed title and tags'. */
  what: saysSchema,
  changes: z.array(historyChangeSchema),
  version: z
    .object({ id: versionIdSchema, number: z.number(), fileName: z.string(), current: z.boolean() })
    .optional(),
  /** Why it changes nothing; absent where it counts. */
  refused: saysSchema.optional(),
});

/** Which event gives a field its value. */
const explainedFieldSchema = z.object({
  /** An attribute, `added`, `verified`, or `version 2`. */
  field: z.string(),
  value: z.unknown(),
  /** What the dimension is called, of a field of one. */
  dimension: z.string().optional(),
  /** Of an attribute its value, of a version its file's name; absent where the field says it all. */
  parts: fieldValueSchema.optional(),
  /** A version that waits. */
  draft: z.boolean().optional(),
  /** Absent where nobody knows it. */
  who: z.string().optional(),
  device: z.string(),
  deviceName: z.string().optional(),
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
  /** Of what a rep does not see in it nothing is told. */
  kit: procedure.input(z.object({ kit: kitIdSchema })).output(history),
  /** Gives a field the value that an entry gave it, or the one that it had before, by a new event. Answers the value. */
  restoreField: procedure
    .input(
      placeSchema.extend({ asset: assetIdSchema, field: z.string(), value: z.enum(['after', 'before']) }),
    )
    .output(z.object({ restored: fieldValueSchema, undo: undoSchema })),
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
