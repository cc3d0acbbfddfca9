import { z } from 'zod';
import { GATE_REASONS, WAYS_OUT } from '../shared/vocabulary/ways-out.ts';
import { assetIdSchema, saysSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';

/** The gate that everything passes which leaves Kitbag. */

const wayOutSchema = z.enum(WAYS_OUT);

const gateReasonSchema = z.enum(GATE_REASONS);

const questionSchema = z.object({
  verdict: z.literal('ask'),
  code: gateReasonSchema,
  /** Said in red: a customer would see what is not for customers. */
  grave: z.boolean(),
  title: saysSchema,
  says: saysSchema,
  /** What the button says that goes on. */
  confirm: saysSchema,
});

/** What can be used in place of an asset. */
export const insteadSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  /** Whoever recalled it named this one; else it is the nearest that may be used. */
  named: z.boolean(),
});

const heldSchema = z.object({
  verdict: z.literal('refused'),
  code: gateReasonSchema,
  title: saysSchema,
  says: saysSchema,
  instead: insteadSchema.optional(),
});

const gateAnswerSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('allowed') }),
  questionSchema,
  heldSchema,
]);

/** What the gate says to a file that is to leave: the file and under which name, or why it is held back. */
export const handOutSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('allowed'),
    file: z.object({
      sha256: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      /** Its picture, to be dragged under. */
      picture: z.string().exactOptional(),
    }),
  }),
  z.object({ outcome: z.literal('held'), says: saysSchema }),
  /** It may leave, but no other application is given it to open: it could run something. */
  z.object({ outcome: z.literal('not-opened'), title: saysSchema, why: saysSchema, says: saysSchema }),
]);

export const gateContract = {
  /**
   * Whether a version may leave on a way. `confirmed` answers the question that was asked before; it holds for this asset and way until
   * Kitbag ends. The shell asks the engine again before it hands anything out.
   */
  pass: procedure
    .input(z.object({ version: versionIdSchema, way: wayOutSchema, confirmed: z.boolean().default(false) }))
    .output(gateAnswerSchema),
};

/** What came of asking for a file. */
export type HandOut = z.infer<typeof handOutSchema>;
/** A file that may leave: what the shell hands out, and under which name. */
export type FileToHandOut = Extract<HandOut, { outcome: 'allowed' }>['file'];
export type GateAnswer = z.infer<typeof gateAnswerSchema>;
/** A question of the gate. */
export type GateQuestion = z.infer<typeof questionSchema>;
/** What can be used in place of an asset. */
export type Instead = z.infer<typeof insteadSchema>;
/** What the gate holds back. */
export type GateHeld = z.infer<typeof heldSchema>;
