import type { MembershipEvent } from './membership.ts';
import { orderKeys } from './order.ts';
import type { Stamp } from './register.ts';

/**
 * Membership events with their places in the order of all, in this order. Besides what they name themselves, they come after what they rest
 * on by their nature, whatever the clocks say: what a device writes after the event that binds it, a vouching and an acceptance after the
 * invitation that they are about, or a vouching after the event that binds the device that vouches.
 */
export function inOrder(events: Iterable<MembershipEvent>): readonly MembershipEvent[] {
  const all = [...events];
  const bindings = new Map<string, Stamp>();
  const invites = new Map<string, Stamp[]>();
  for (const { draft, stamp, proven } of all) {
    if ((draft.kind === 'member-joined' || draft.kind === 'device-vouched') && proven === true)
      bindings.set(draft.body.device, stamp);
    if (draft.kind === 'device-invited')
      invites.set(draft.body.invite, [...(invites.get(draft.body.invite) ?? []), stamp]);
  }
  const after = new Map<Stamp, readonly Stamp[]>();
  for (const event of all) {
    const named = [...(event.named ?? []), ...restsOn(event, bindings, invites)];
    if (named.length > 0) after.set(event.stamp, [...(after.get(event.stamp) ?? []), ...named].sort());
  }
  const keys = orderKeys(after);
  return all.map((event) => ({ ...event, stamp: keys.get(event.stamp) ?? event.stamp })).sort(byPlace);
}

function restsOn(
  { draft, source }: MembershipEvent,
  bindings: ReadonlyMap<string, Stamp>,
  invites: ReadonlyMap<string, readonly Stamp[]>,
): readonly Stamp[] {
  const binding = source.seq > 1 ? bindings.get(source.device) : undefined;
  const own = binding === undefined ? [] : [binding];
  if (draft.kind === 'device-accepted') return [...own, ...(invites.get(draft.body.invite) ?? [])];
  if (draft.kind !== 'device-vouched') return own;
  const { by } = draft.body;
  if ('invite' in by) return [...own, ...(invites.get(by.invite) ?? [])];
  const old = bindings.get(by.device);
  return old === undefined ? own : [...own, old];
}

/** By place; within a device that repeats a stamp by sequence. */
function byPlace(a: MembershipEvent, b: MembershipEvent): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1;
  return a.source.seq - b.source.seq;
}
