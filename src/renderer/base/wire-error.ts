import { ORPCError } from '@orpc/client';
import { wireErrorSchema } from '../../contract/common.ts';
import { say, sayError } from '../../words/say.ts';

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

/** Reads an error of a call to the engine: its sentence, whether the same call may work later, and the field that it is about. */
export function describeError(error: unknown): WireProblem {
  const data = error instanceof ORPCError ? wireErrorSchema.safeParse(error.data) : undefined;
  if (!(error instanceof ORPCError) || !data?.success) {
    return { code: 'UNKNOWN', message: sayError(error), retry: true };
  }
  const { says, retry, field, asset } = data.data;
  return {
    code: String(error.code),
    message: say(says),
    retry,
    ...(field === undefined ? {} : { field }),
    ...(asset === undefined ? {} : { asset }),
  };
}

/** Whether a call was cancelled by us, which nobody needs to hear of. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
