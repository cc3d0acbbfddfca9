import { z } from 'zod';

/** What main tells the engine process. A `connect` carries one end of a port, the other is the window's. */
export const toEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  z.object({ kind: z.literal('grant'), id: z.number(), paths: z.array(z.string()) }),
  z.object({ kind: z.literal('close') }),
]);

/** A message to the engine process. */
export type ToEngine = z.infer<typeof toEngineSchema>;

/** What the engine process tells main. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The replica can't be opened; starting again would not help. `message` is a sentence for people. */
  z.object({ kind: z.literal('refused'), reason: z.string(), message: z.string() }),
  z.object({ kind: z.literal('granted'), id: z.number(), grant: z.string(), count: z.number() }),
  z.object({ kind: z.literal('closed') }),
]);

/** A message from the engine process. */
export type FromEngine = z.infer<typeof fromEngineSchema>;
