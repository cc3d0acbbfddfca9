import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { byAttribute, pickAttributes } from '../shared/vocabulary/asset-attributes.ts';
import { ruleIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { RULED_ATTRIBUTES } from '../shared/vocabulary/rules.ts';
import { audienceSchema, languageSchema, lineSchema, termIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Rules for imports: what is said of files whose path fits a pattern. */

const never = () => z.never();
const ruledFieldsSchema = withDimensions(
  z.object(
    pickAttributes(
      byAttribute({
        line: never,
        path: never,
        prose: never,
        term: () => termIdSchema,
        terms: () => z.array(termIdSchema),
        tags: never,
        audience: () => audienceSchema,
        status: never,
        language: () => languageSchema,
        day: never,
        person: never,
      }),
      RULED_ATTRIBUTES,
    ),
  ),
).partial();

const ruleSchema = z.object({
  id: ruleIdSchema,
  /** Of the path below what was dropped; `*` stands for anything. */
  pattern: lineSchema,
  set: ruledFieldsSchema,
});

export const rulesContract = {
  /** The rules in use, by their patterns. */
  list: procedure.output(z.array(ruleSchema)),
  /** Keeps a rule: a new one, or a known one anew. A pattern that has a rule already gets no second one. */
  keep: procedure
    .input(ruleSchema.partial({ id: true }))
    .output(z.object({ id: ruleIdSchema, undo: undoSchema })),
  /** Takes a rule out of use. */
  remove: procedure.input(z.object({ id: ruleIdSchema })).output(z.object({ undo: undoSchema })),
};

export type Rule = z.infer<typeof ruleSchema>;
