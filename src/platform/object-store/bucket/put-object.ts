import type { CallOptions } from '../../../sync/hub/object-store.ts';
import type { BucketClient } from './bucket-client.ts';
import { BucketError } from './bucket-error.ts';

/** Writes an object, replacing what was there. */
export async function putObject(
  client: BucketClient,
  key: string,
  body: Uint8Array,
  options: CallOptions,
): Promise<void> {
  await client.ask({ method: 'PUT', key, body, ...options }, async ({ drop }) => drop());
}

/**
 * Writes an object where there is none; `false` when there is one. Stores without conditions write in any case: then whoever looked a moment ago
 * and found nothing replaces what came in between, by the same bytes, because a name of ours that never changes stands for one content.
 */
export async function putWhereNothingIs(
  client: BucketClient,
  key: string,
  body: Uint8Array,
  options: CallOptions,
): Promise<boolean> {
  const call = { method: 'PUT', key, body, ...options } as const;
  try {
    return await client.ask({ ...call, headers: ONLY_NEW, expects: [412] }, async (answer) => {
      answer.drop();
      return answer.status !== 412;
    });
  } catch (error) {
    if (!knowsNoConditions(error)) throw error;
    await putObject(client, key, body, options);
    return true;
  }
}

/** The condition of a write that replaces nothing. */
export const ONLY_NEW = { 'if-none-match': '*' } as const;

/** Whether a store refused a write for its condition as such, not for what lies there. */
export function knowsNoConditions(error: unknown): boolean {
  return error instanceof BucketError && (error.code === 'NotImplemented' || error.code === 'HTTP 501');
}
