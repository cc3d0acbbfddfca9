import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { MOST_TRAY_ITEMS } from '../shared/vocabulary/assembly.ts';
import { assetIdSchema, lineSchema, pageSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { checkedSchema, itemSchema } from './sends.ts';

/** Pages picked into the tray of this device, and one PDF made of them. What may be in it is decided by the gate. */

const pickedSchema = z.object({
  asset: assetIdSchema,
  version: versionIdSchema,
  /** Absent: the whole document. */
  page: pageSchema.optional(),
});

const traySchema = z.object({ items: z.array(pickedSchema).max(MOST_TRAY_ITEMS) });

const itemsSchema = z.array(itemSchema).min(1).max(MOST_TRAY_ITEMS);

/** How far the PDF is, in pages; in the end what came of it. The ticket stands for it: the shell asks the engine by it for the bytes. */
const stepSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({
    step: z.literal('made'),
    ticket: z.string(),
    fileName: z.string(),
    pages: z.number(),
    bytes: z.number(),
    sha256: z.string(),
    ready: z.array(checkedSchema),
    held: z.array(checkedSchema),
  }),
]);

export const assemblyContract = {
  /** What lies in the tray, in its order. */
  tray: procedure.output(traySchema),
  /** Replaces what lies in the tray; answers what lay in it before. */
  keep: procedure.input(traySchema).output(traySchema),
  /** What of this may be in the PDF, and why the rest may not, with what to take instead. */
  check: procedure
    .input(z.object({ items: itemsSchema }))
    .output(z.object({ items: z.array(checkedSchema) })),
  /**
   * Makes one PDF of what may be in it, in this order; what may not is told. Who stops listening ends the work. Throws INVALID where nothing may,
   * or a document can't be read or has not got its pages.
   */
  make: procedure
    .input(
      z.object({
        items: itemsSchema,
        /** What it is called, in itself and as a file. */
        title: lineSchema,
        /** For whom: noted in the ledger of this device. */
        to: lineSchema.optional(),
        /** The first page: what it says below its title, as whoever asks words it. */
        cover: z.object({ title: lineSchema, lines: z.array(lineSchema).max(10) }).optional(),
        /** Written faintly over every page but the cover. */
        stamp: lineSchema.optional(),
      }),
    )
    .output(eventIterator(stepSchema)),
};

/** A page or document in the tray. */
export type Picked = z.infer<typeof pickedSchema>;
export type AssemblyStep = z.infer<typeof stepSchema>;
