import type { z } from 'zod';
import { type GivenRole, isSenior, noted } from './facts.ts';
import type { MemberState, MembershipBodies, MembershipEvent, Removal, RoleSpan } from './membership.ts';
import type { MembershipPass } from './membership-pass.ts';
import { positionIn } from './role-changes.ts';

/** What giving and taking roles does in a pass over the membership events, and what it says about earlier ones. */

/** Gives a role: to somebody who waited, since they asked. */
export function giveRole(
  pass: MembershipPass,
  event: MembershipEvent,
  state: MemberState,
  { role, last }: GivenRole,
): void {
  const { stamp, source } = event;
  const first = state.roles.length === 0 && !state.removals.some((removal) => removal.stamp < stamp);
  const span: RoleSpan = {
    role,
    by: source.member,
    given: stamp,
    since: first ? (state.waiting ?? stamp) : stamp,
    ...(first ? { first } : last && { last }),
  };
  state.roles.push(span);
  if (role === 'lead') pass.rankBelow(source.member, state.id, stamp);
  else if (hasCountedBehind(pass, state.id, span, (one) => !pass.allowed(one, false)))
    reachBack(pass, event, state.id, span);
}

/** Removes a member. */
export function removeMember(
  pass: MembershipPass,
  event: MembershipEvent,
  { member, last, at }: z.infer<MembershipBodies['member-removed']>,
): void {
  const state = pass.members.get(member);
  if (state === undefined) return;
  const removal: Removal = {
    stamp: event.stamp,
    by: event.source.member,
    ...(last && { last }),
    ...(at !== undefined && { at }),
  };
  if (!state.removals.some(({ stamp }) => stamp === event.stamp)) state.removals.push(removal);
  if (hasCountedBehind(pass, member, removal)) reachBack(pass, event, member, removal);
}

/**
 * Of two who took the lead from each other (by a removal or by another role) the senior one stays, also where the other's word has the earlier
 * place: it may be back-dated.
 */
export function contestRole(
  pass: MembershipPass,
  event: MembershipEvent,
  member: string,
  change: RoleSpan | Removal,
): void {
  const own = pass.members.get(event.source.member);
  const takenBy = [...(own?.removals ?? []), ...(own?.roles ?? [])].some(({ by }) => by === member);
  if (takenBy && isSenior(pass.rankOf(event.source.member), pass.rankOf(member)))
    reachBack(pass, event, member, change);
}

/** Says whether anything of a member counted that stands behind what a change of their role names. */
function hasCountedBehind(
  pass: MembershipPass,
  member: string,
  { last }: RoleSpan | Removal,
  matters: (event: MembershipEvent) => boolean = () => true,
): boolean {
  if (last === undefined) return false;
  return pass
    .countedOf(member)
    .some((one) => one.source.seq > positionIn(last, one.source.device, 'catalog') && matters(one));
}

function reachBack(
  pass: MembershipPass,
  event: MembershipEvent,
  member: string,
  change: RoleSpan | Removal,
): void {
  if (pass.facts.from.has(event)) return;
  pass.find(event, (known) => {
    const base = noted(known, event);
    if ('role' in change) {
      const givings = new Map(known.givings);
      givings.set(member, [...(givings.get(member) ?? []), change]);
      return { ...base, givings };
    }
    const removals = new Map(known.removals);
    removals.set(member, [...(removals.get(member) ?? []), change]);
    return { ...base, removals };
  });
}
