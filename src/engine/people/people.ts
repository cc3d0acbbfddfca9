import type { Person, PersonDevice } from '../../contract/people.ts';
import type { Stamp } from '../../domain/kernel/register.ts';
import { isRemoved, isWaiting, type MemberState } from '../../domain/people/membership.ts';
import { hasOtherLead, knownMember, roleOf, whoIsWho } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { says } from '../../shared/says/says.ts';
import type { MemberId } from '../../shared/vocabulary/ids.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { timeOfStamp } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { isLower, lastPositions, seenOfOthers } from './last-positions.ts';
import { lastStamps } from './last-stamps.ts';
import { restoring } from './removal.ts';
import { alikeIn } from './shown-member.ts';
import type { WithPeople } from './with-people.ts';

/** Everybody of the hub: who waits first, then members by name, then those who were removed. */
export function listPeople({ catalog, newcomers }: WithPeople): readonly Person[] {
  const timeline = whoIsWho(catalog);
  const stamps = lastStamps(catalog);
  const devices = new Map<string, PersonDevice[]>();
  for (const device of timeline.devices.values()) {
    const ofMember = devices.get(device.member) ?? [];
    ofMember.push(deviceView(catalog, device, stamps.get(device.id)));
    devices.set(device.member, ofMember);
  }
  const people = [...timeline.members.values()].map((member) =>
    personView(catalog, member, devices.get(member.id) ?? []),
  );
  const alike = alikeIn(timeline);
  for (const person of people) {
    const other = alike.get(person.id);
    if (other !== undefined) person.looksLike = other;
    if (newcomers.current().has(person.id)) person.isNew = true;
  }
  const order = { waiting: 0, member: 1, removed: 2 } as const;
  return people.sort((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name));
}

function personView(catalog: LiveCatalog, member: MemberState, devices: readonly PersonDevice[]): Person {
  const state = isRemoved(member) ? 'removed' : isWaiting(member) ? 'waiting' : 'member';
  const removal = state === 'removed' ? member.removals.at(-1) : undefined;
  return {
    id: member.id,
    name: member.name.value,
    state,
    role: member.roles.at(-1)?.role ?? null,
    publishes: state === 'member' && may(catalog.member(member.id).role, 'publish'),
    self: member.id === catalog.selfId(),
    since: member.joinedAt ?? timeOfStamp(member.roles[0]?.since ?? member.waiting ?? member.name.stamp),
    ...(removal !== undefined && {
      removed: { at: removal.at ?? timeOfStamp(removal.stamp), by: catalog.member(removal.by).name },
    }),
    devices: [...devices],
  };
}

function deviceView(
  catalog: LiveCatalog,
  device: { readonly id: string; readonly name: string },
  last: Stamp | undefined,
): PersonDevice {
  return {
    id: device.id,
    name: device.name,
    self: device.id === catalog.replica.device,
    ...(last !== undefined && { lastAt: timeOfStamp(last) }),
    position: positionOf(catalog, device.id),
  };
}

function positionOf(catalog: LiveCatalog, device: string): { catalog: number; activity: number } {
  const position = catalog.replica.position();
  return { catalog: position[`${device}/catalog`] ?? 0, activity: position[`${device}/activity`] ?? 0 };
}

/** Gives a role; to somebody who waits or was removed it opens the door. */
export async function grantRole(
  replica: WithPeople,
  member: MemberId,
  role: Role,
): Promise<{ undo?: string }> {
  const before = roleOf(replica.catalog, member);
  const drafts = await granting(replica, member, role);
  const isIn = before !== undefined;
  const back = isIn
    ? [{ written: { what: 'standing', member } as const, back: () => granting(replica, member, before) }]
    : [];
  const undone = await replica.undos.commit(drafts.map((draft) => ({ draft, reversals: back })));
  // Letting somebody in is taken back by removing them, which asks first.
  return isIn ? undone : {};
}

/** What gives a role; nothing where they have it. Throws `Refusal`. */
async function granting(replica: WithPeople, member: MemberId, role: Role): Promise<readonly EventDraft[]> {
  checkLead(replica, 'people.roles-by-lead');
  const state = memberState(replica, member);
  const before = roleOf(replica.catalog, member) ?? null;
  if (before === role) return [];
  if (before === 'lead') checkOtherLead(replica, state);
  const kind = before === null ? 'member-admitted' : 'role-granted';
  const last = await lastPositions(replica.catalog, member, before !== null && isLower(role, before));
  return [{ kind, body: { member, role, last } }];
}

/**
 * Removes a member at the last position of each of their devices that is here; `everything`: from their first event on, so that nothing counts that
 * they ever did.
 */
export async function removeMember(
  replica: WithPeople,
  member: MemberId,
  everything = false,
): Promise<{ undo?: string }> {
  checkLead(replica, 'people.removal-by-lead');
  const state = memberState(replica, member);
  if (isRemoved(state) && !everything) return {};
  if (roleOf(replica.catalog, member) === 'lead') checkOtherLead(replica, state);
  const last = everything
    ? await seenOfOthers(replica.catalog, member)
    : await lastPositions(replica.catalog, member, true);
  const draft: EventDraft = { kind: 'member-removed', body: { member, last, at: replica.ports.clock.now() } };
  const written = { what: 'standing', member } as const;
  const reversals = [{ written, back: () => restoring(replica, member) }];
  return replica.undos.commit([{ draft, reversals }]);
}

/** What only leads may do. */
type LeadsAlone = 'people.roles-by-lead' | 'people.removal-by-lead' | 'people.policies-by-lead';

/** Throws `Refusal` NOT_ALLOWED where the person here is no lead. */
export function checkLead(replica: WithPeople, otherwise: LeadsAlone): void {
  if (may(replica.catalog.self().role, 'manage-members')) return;
  throw notAllowed(says(otherwise));
}

function memberState(replica: WithPeople, member: string): MemberState {
  const state = knownMember(replica.catalog, member);
  if (state === undefined) throw notFound('member');
  return state;
}

/** A hub without a lead could never get one again. */
export function checkOtherLead(replica: WithPeople, member: MemberState): void {
  if (hasOtherLead(replica.catalog, member.id)) return;
  const isSelf = member.id === replica.catalog.selfId();
  throw invalid(
    isSelf ? says('people.you-are-only-lead') : says('people.only-lead', { name: member.name.value }),
    'role',
  );
}
