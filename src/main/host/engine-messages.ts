import { z } from 'zod';
import { saysSchema } from '../../contract/common.ts';
import { handOutSchema } from '../../contract/gate.ts';
import { askedPageSchema } from '../../contract/page-picture.ts';
import { showOutSchema } from '../../contract/presenting.ts';
import { sendOutSchema } from '../../contract/sends.ts';
import { LEAVING_WAYS } from '../../shared/vocabulary/sends.ts';
import { WAYS_OUT } from '../../shared/vocabulary/ways-out.ts';

/** What the engine asks of the system's keyring, which only main can reach. The only messages that carry a secret: never log one. */
const keyringQuestionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('available') }),
  /** The device's key, or the keys of a bucket. */
  z.object({ ask: z.literal('protect'), secret: z.string().min(1).max(16_384) }),
  z.object({ ask: z.literal('reveal'), sealed: z.base64().min(1).max(32_768) }),
]);

/** A question to the keyring. */
export type KeyringQuestion = z.infer<typeof keyringQuestionSchema>;

const keyringAnswerSchema = z.discriminatedUnion('outcome', [
  /** `text`: the sealed text in base64, the secret, or nothing where only the availability was asked. */
  z.object({ outcome: z.literal('done'), text: z.string().max(32_768) }),
  z.object({ outcome: z.literal('not-done'), why: z.enum(['no-keyring', 'refused']) }),
]);

/** What the keyring answered. */
export type KeyringAnswer = z.infer<typeof keyringAnswerSchema>;

/** The picture of a page as the engine drew it. */
const pagePictureSchema = z.object({
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** The picture of a page as the engine drew it. */
export type PagePicture = z.infer<typeof pagePictureSchema>;

/** What main tells the engine process. A `connect` carries one end of a port, the other is the window's. */
export const toEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  z.object({ kind: z.literal('grant'), id: z.number(), paths: z.array(z.string()) }),
  /** A file is to leave: may it, and which is it. */
  z.object({ kind: z.literal('hand-out'), id: z.number(), way: z.enum(WAYS_OUT), version: z.string() }),
  /** What was made ready is to be sent: may it, and which files are it; then that it has left. */
  z.object({ kind: z.literal('hand-out-send'), id: z.number(), ticket: z.string() }),
  z.object({ kind: z.literal('note-sent'), ticket: z.string(), how: z.enum(LEAVING_WAYS) }),
  /** What was made ready is to be shown: may it, and in which order; then which of its slides were shown. */
  z.object({ kind: z.literal('hand-out-show'), id: z.number(), ticket: z.string() }),
  z.object({ kind: z.literal('note-shown'), ticket: z.string(), shown: z.array(z.number()) }),
  z.object({ kind: z.literal('draw-page'), id: z.number(), asked: askedPageSchema }),
  z.object({ kind: z.literal('keyring-answer'), id: z.number(), answer: keyringAnswerSchema }),
  z.object({ kind: z.literal('close') }),
]);

/** A message to the engine process. */
export type ToEngine = z.infer<typeof toEngineSchema>;

/** What the engine process tells main. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The replica can't be opened; starting again would not help. */
  z.object({ kind: z.literal('refused'), reason: z.string(), says: saysSchema }),
  z.object({ kind: z.literal('granted'), id: z.number(), grant: z.string(), count: z.number() }),
  z.object({ kind: z.literal('handed-out'), id: z.number(), answer: handOutSchema }),
  z.object({ kind: z.literal('send-handed-out'), id: z.number(), answer: sendOutSchema }),
  z.object({ kind: z.literal('show-handed-out'), id: z.number(), answer: showOutSchema }),
  /** Null where there is no picture of the page. */
  z.object({ kind: z.literal('page-drawn'), id: z.number(), picture: pagePictureSchema.nullable() }),
  z.object({ kind: z.literal('keyring'), id: z.number(), question: keyringQuestionSchema }),
  z.object({ kind: z.literal('closed') }),
]);

/** A message from the engine process. */
export type FromEngine = z.infer<typeof fromEngineSchema>;
