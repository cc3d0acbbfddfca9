import { z } from 'zod';
import { saysSchema } from './common.ts';
import { procedure } from './errors.ts';

/** Under which name a change can be taken back, by this run of the engine; absent where nothing was changed. */
export const undoSchema = z.string().optional();

/** What came of taking changes back. */
const undoneSchema = z.object({
  /** How many values are as they were before. */
  undone: z.number(),
  /** How many somebody has changed since: those were left alone. */
  left: z.number(),
  /** Which those are and who changed them; absent where there are none. */
  says: saysSchema.optional(),
});

export const undoContract = {
  /** Takes changes back, each once: what is still as they left it gets the value from before, in one write. */
  take: procedure.input(z.object({ undo: z.array(z.string()).min(1).max(1000) })).output(undoneSchema),
};

export type Undone = z.infer<typeof undoneSchema>;
