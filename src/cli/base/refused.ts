import { ORPCError } from '@orpc/server';
import { sayError } from '../../words/say.ts';

/** An item that was left as it is, for programs. */
export type RefusedItem = { readonly id: string; readonly code: string; readonly message: string };

/** What was refused to all of some items because of who asks, as items; everything else goes on as it was thrown. */
export function refusedToAll(ids: readonly string[], error: unknown): readonly RefusedItem[] {
  if (!(error instanceof ORPCError) || error.code !== 'NOT_ALLOWED') throw error;
  const message = sayError(error);
  return ids.map((id) => ({ id, code: 'not-allowed', message }));
}
