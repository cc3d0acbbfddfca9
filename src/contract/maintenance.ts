import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { assetIdSchema, missingPagesSchema, saysSchema } from './common.ts';
import { procedure } from './errors.ts';
import { waitingToRecognizeSchema } from './recognition.ts';
import { progressSchema } from './session.ts';

/** Looking after the replica: what is searchable, whether everything is whole. */

const indexedAssetSchema = z.object({
  assetId: assetIdSchema,
  title: z.string(),
  /** Code: that of the text, e.g. `scanned`; `text-missing`, `not-indexed-yet`. */
  reason: z.string(),
  /** Where some of its pages can be searched. */
  missing: missingPagesSchema.exactOptional(),
});

/** Whether the assets' texts can be searched on this device. */
const searchableReportSchema = z.object({
  searchable: z.number(),
  partly: z.array(indexedAssetSchema),
  not: z.array(indexedAssetSchema),
  pages: z.number(),
});

const indexReportSchema = searchableReportSchema.extend({
  /** How many files this device reads again by itself, and how many only when the index is rebuilt. */
  readAgain: z.object({
    byItself: z.number(),
    whenAsked: z.number(),
  }),
  /** What waits for its text to be recognized on this device. */
  recognition: waitingToRecognizeSchema,
});

const verifyReportSchema = z.object({
  ok: z.boolean(),
  events: z.number(),
  blobs: z.number(),
  /** In a shared hub: originals that this device does not keep, and texts and thumbnails that have not arrived yet. No problems. */
  notKept: z.number(),
  notArrived: z.number(),
  problems: z.array(z.object({ code: z.string(), says: saysSchema, id: z.string().optional() })),
});

/** LibreOffice on this device, which draws old documents: where it is, and whether its person lets Kitbag use it. */
const officeProgramSchema = z.object({ place: z.string().exactOptional(), used: z.boolean() });

/** One fact for support: a count or a code. */
const diagnosticFactSchema = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

export const maintenanceContract = {
  diagnostics: procedure.output(z.array(diagnosticFactSchema)),
  indexReport: procedure.output(indexReportSchema),
  officeProgram: procedure.output(officeProgramSchema),
  setOfficeProgram: procedure.input(z.object({ used: z.boolean() })).output(officeProgramSchema),
  rebuildIndex: procedure.output(eventIterator(progressSchema)),
  verify: procedure.output(verifyReportSchema),
  stateHash: procedure.output(z.object({ hash: z.string(), events: z.number() })),
};

export type DiagnosticFact = z.infer<typeof diagnosticFactSchema>;
export type IndexReport = z.infer<typeof indexReportSchema>;
export type OfficeProgramState = z.infer<typeof officeProgramSchema>;
export type SearchableReport = z.infer<typeof searchableReportSchema>;
export type VerifyReport = z.infer<typeof verifyReportSchema>;
