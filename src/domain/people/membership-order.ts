import { orderKeys } from '../kernel/order.ts';
import { entryOf, type Stamp } from '../kernel/register.ts';
import { inviteKey } from './further-devices.ts';
import type { MembershipEvent } from './membership.ts';

/**
 * Membership events with their places in the order of all, in this order. Besides what they name themselves, they come after what they rest
 * on by their nature, whatever the clocks say: what a device writes after the event that binds it, an acceptance after the same device's
 * invitation, or a vouching after the event that binds the device that vouches.
 */
export function inOrder(events: Iterable<MembershipEvent>): readonly MembershipEvent[] {
  const all = [...events];
  const bindings = new Map<string, Stamp>();
  const invites = new Map<string, Stamp>();
  for (const { draft, stamp, proven, source } of all) {
    if ((draft.kind === 'member-joined' || draft.kind === 'device-vouched') && proven === true)
      bindings.set(draft.body.device, stamp);
    if (draft.kind === 'device-invited') {
      const key = inviteKey(draft.body.invite, source.device);
      // Its device may repeat it thousands of times, to no avail: the first one by its stamp is the invitation.
      if (stamp < (invites.get(key) ?? `${stamp}~`)) invites.set(key, stamp);
    }
  }
  // A device may give thousands of events one stamp.
  const names = new Map<Stamp, Set<Stamp>>();
  for (const event of all) {
    for (const name of [...(event.named ?? []), ...restsOn(event, bindings, invites)])
      entryOf(names, event.stamp, () => new Set()).add(name);
  }
  const after = new Map([...names].map(([stamp, named]) => [stamp, [...named].sort()]));
  const keys = orderKeys(after);
  return all.map((event) => ({ ...event, stamp: keys.get(event.stamp) ?? event.stamp })).sort(byPlace);
}

function restsOn(
  { draft, source }: MembershipEvent,
  bindings: ReadonlyMap<string, Stamp>,
  invites: ReadonlyMap<string, Stamp>,
): readonly Stamp[] {
  const binding = source.seq > 1 ? bindings.get(source.device) : undefined;
  const own = binding === undefined ? [] : [binding];
  if (draft.kind === 'device-accepted')
    return [...own, invites.get(inviteKey(draft.body.invite, source.device)) ?? []].flat();
  if (draft.kind !== 'device-vouched') return own;
  const { by } = draft.body;
  // Not after an invitation: whoever has seen its key can claim it with any stamp, and would move all that the device ever says.
  if ('invite' in by) return own;
  const old = bindings.get(by.device);
  return old === undefined ? own : [...own, old];
}

/** By place; within a device that repeats a stamp by sequence. */
function byPlace(a: MembershipEvent, b: MembershipEvent): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1;
  return a.source.seq - b.source.seq;
}
