import { ORPCError } from '@orpc/client';
import { z } from 'zod';

/** What went wrong, ready to be shown. */
export type WireProblem = {
  /** `UNKNOWN` where it is none of the contract's codes. */
  readonly code: string;
  /** A sentence or two for people. */
  readonly message: string;
  readonly retry: boolean;
  readonly field?: string;
  readonly asset?: string;
};

const dataSchema = z.object({
  retry: z.boolean(),
  field: z.string().optional(),
  asset: z.string().optional(),
});

const unknownProblem: WireProblem = {
  code: 'UNKNOWN',
  message:
    'Kitbag could not finish this. What you had saved before is safe. Try again; if it stays, restart Kitbag.',
  retry: true,
};

/** Reads an error of a call to the engine: its sentence, whether the same call may work later, and the field that it is about. */
export function describeError(error: unknown): WireProblem {
  if (!(error instanceof ORPCError)) return unknownProblem;
  const data = dataSchema.safeParse(error.data);
  if (!data.success) return unknownProblem;
  return {
    code: String(error.code),
    message: error.message,
    retry: data.data.retry,
    ...(data.data.field === undefined ? {} : { field: data.data.field }),
    ...(data.data.asset === undefined ? {} : { asset: data.data.asset }),
  };
}

/** Whether a call was cancelled by us, which nobody needs to hear of. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
