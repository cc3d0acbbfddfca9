import { ORPCError } from '@orpc/server';
import { say, saysOf } from '../../src/words/say.ts';

/** The code and the sentence with which a call was refused. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string; readonly field?: unknown }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const data: unknown = error.data;
    const field = typeof data === 'object' && data !== null && 'field' in data ? data.field : undefined;
    const says = saysOf(error);
    return { code: error.code, message: says === undefined ? error.message : say(says), field };
  }
  throw new Error('It was not refused.');
}
