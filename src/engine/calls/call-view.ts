import type { CallDetail, CallSummary } from '../../contract/calls.ts';
import { notFound } from '../base/refusal.ts';
import type { KeptCall } from './kept-calls.ts';
import type { WithCalls } from './with-calls.ts';

/** The call with an id. Throws `Refusal` NOT_FOUND. */
export function callOf({ calls }: Pick<WithCalls, 'calls'>, id: string): KeptCall {
  const call = calls.known(id);
  if (call === undefined) throw notFound('call');
  return call;
}

/** A call as lists show it. */
export function callSummary({ pack, madeAt: _, reminded: __, ...call }: KeptCall): CallSummary {
  return { ...call, items: pack.length };
}

/** A call with its pack, each item with the asset as it is now. */
export function callDetail(replica: Pick<WithCalls, 'calls' | 'summaries'>, id: string): CallDetail {
  const call = callOf(replica, id);
  return {
    ...callSummary(call),
    pack: call.pack.map(({ asset, ...item }) => ({
      ...item,
      id: asset,
      asset: replica.summaries.seen(asset) ?? null,
    })),
  };
}
