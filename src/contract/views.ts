import { z } from 'zod';
import { viewIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { lineSchema } from './common.ts';
import { procedure } from './errors.ts';
import { savedQuerySchema } from './finding.ts';
import { undoSchema } from './undo.ts';

/** Views of the library that leads share with everybody: words, filters, call and order under a name. */

const viewSchema = savedQuerySchema.extend({ id: viewIdSchema, name: lineSchema });

export const viewsContract = {
  /** In the order of their names; of filters those that this version knows. */
  list: procedure.output(z.object({ views: z.array(viewSchema) })),
  /** Leads only. */
  share: procedure
    .input(savedQuerySchema.extend({ name: lineSchema }))
    .output(z.object({ id: viewIdSchema, undo: undoSchema })),
  rename: procedure
    .input(z.object({ id: viewIdSchema, name: lineSchema }))
    .output(z.object({ undo: undoSchema })),
  /** Nobody sees it any more. */
  remove: procedure.input(z.object({ id: viewIdSchema })).output(z.object({ undo: undoSchema })),
};

export type SharedView = z.infer<typeof viewSchema>;
