import { ORPCError } from '@orpc/server';

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
    return { code: error.code, message: error.message, field };
  }
  throw new Error('It was not refused.');
}
