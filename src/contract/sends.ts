import { z } from 'zod';
import { LONGEST_LINE } from '../shared/limits.ts';
import { MOST_SENT_AT_ONCE, SENT_WAYS } from '../shared/vocabulary/sends.ts';
import { GATE_REASONS } from '../shared/vocabulary/ways-out.ts';
import {
  assetIdSchema,
  lineSchema,
  pageSchema,
  proseSchema,
  saysSchema,
  sha256Schema,
  timeSchema,
  versionIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { insteadSchema } from './gate.ts';

/** Sending files or pages to somebody outside. What may go is decided by the gate, what went is noted on this device. */

export const itemSchema = z.object({
  asset: assetIdSchema,
  /** Absent: the current one. */
  version: versionIdSchema.optional(),
  /** `1-3,7`; absent or empty: the whole file. */
  pages: z.string().max(LONGEST_LINE).optional(),
});

const itemsSchema = z.array(itemSchema).min(1).max(MOST_SENT_AT_ONCE);

/** Why something does not go: a reason of the gate, pages that it has not got or that can't be taken out of it, or its file is not on this device. */
const HELD_CODES = [...GATE_REASONS, 'pages', 'missing'] as const;

const heldSchema = z.object({
  code: z.enum(HELD_CODES),
  says: saysSchema,
  instead: insteadSchema.optional(),
});

export const checkedSchema = z.object({
  asset: assetIdSchema,
  version: versionIdSchema,
  title: z.string(),
  number: z.number(),
  fileName: z.string(),
  sha256: sha256Schema,
  pageCount: z.number(),
  /** Its file is not on this device yet. */
  away: z.boolean(),
  /** Whether pages can be taken out of it. */
  cuts: z.boolean(),
  /** As they are understood; absent: the whole file. */
  pages: z.array(z.tuple([pageSchema, pageSchema])).optional(),
  held: heldSchema.optional(),
});

const sentSchema = z.object({
  at: timeSchema,
  /** To whom, as it was typed; '' where nobody was named. */
  to: z.string(),
  asset: assetIdSchema,
  title: z.string(),
  version: versionIdSchema,
  /** The version's number. */
  number: z.number(),
  pages: z.string().optional(),
  how: z.enum(SENT_WAYS),
  note: z.string().optional(),
  /** The PDF that its pages went in. */
  inFile: z.string().optional(),
});

/** What is to be sent, for the shell: which files under which names, and what the mail says. Files are bytes where pages were taken out of one. */
export const sendOutSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('allowed'),
    mail: z.object({ to: z.string(), subject: z.string(), note: z.string() }),
    files: z.array(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        content: z.union([
          z.object({ sha256: z.string() }),
          z.object({ bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
        ]),
      }),
    ),
  }),
  z.object({ outcome: z.literal('held'), says: saysSchema }),
]);

export const sendsContract = {
  /** What of this may be sent, and why the rest may not, with what to take instead. Changes nothing. */
  check: procedure
    .input(z.object({ items: itemsSchema }))
    .output(z.object({ items: z.array(checkedSchema) })),
  /**
   * Makes ready what may be sent; what may not is told. The ticket stands for it: the shell asks the engine by it, once, for the files. Throws
   * INVALID where nothing of it may.
   */
  prepare: procedure
    .input(z.object({ items: itemsSchema, to: lineSchema, note: proseSchema }))
    .output(z.object({ ticket: z.string(), ready: z.array(checkedSchema), held: z.array(checkedSchema) })),
  /** What left this device, the newest first; with `to` what went to whoever's name holds these words. */
  ledger: procedure
    .input(z.object({ to: z.string().max(LONGEST_LINE).optional() }))
    .output(z.object({ sent: z.array(sentSchema) })),
};

/** What is to be sent. */
export type SendItem = z.infer<typeof itemSchema>;
export type CheckedSend = z.infer<typeof checkedSchema>;
export type SendHeld = z.infer<typeof heldSchema>;
/** A line of the sent ledger. */
export type Sent = z.infer<typeof sentSchema>;
export type SendOut = z.infer<typeof sendOutSchema>;
/** What is sent when it may be. */
export type ToSend = Extract<SendOut, { readonly outcome: 'allowed' }>;
