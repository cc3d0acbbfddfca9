import type { Deeds } from '../../contract/people.ts';
import type { MemberState } from '../../domain/people/membership.ts';
import { knownMember } from '../../domain/people/people-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { says } from '../../shared/says/says.ts';
import { invalid, notFound } from '../base/refusal.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { WithPeople } from './with-people.ts';

/** How much of what a member did counts now: what a removal with everything takes back. */
export function deedsOf({ state }: LiveCatalog, member: string): Deeds {
  const { assets, ratings, requests } = state;
  const deeds = { assets: 0, versions: 0, ratings: 0, requests: 0, votes: 0, comments: 0, answers: 0 };
  for (const { added, versions } of assets.values()) {
    if (added?.value.member === member) deeds.assets += 1;
    for (const { value } of versions.values()) if (value.member === member) deeds.versions += 1;
  }
  for (const given of ratings.values()) if ((given.get(member)?.value ?? null) !== null) deeds.ratings += 1;
  for (const { made, votes, comments, answers } of requests.values()) {
    if (made?.value.member === member) deeds.requests += 1;
    if ((votes.get(member)?.value ?? null) !== null) deeds.votes += 1;
    for (const { value } of comments.values()) if (value.member === member) deeds.comments += 1;
    for (const answer of answers.values()) if (answer.member === member) deeds.answers += 1;
  }
  return deeds;
}

/**
 * What takes a removal back: the roles again that the member had, each from where it held, so that what they did counts as before. Throws `Refusal`
 * where that can't be told any more.
 */
export function restoring(replica: WithPeople, member: string): readonly EventDraft[] {
  const state = knownMember(replica.catalog, member);
  if (state === undefined) throw notFound('member');
  const drafts = rolesAgain(state);
  if (drafts === undefined) throw invalid(says('people.removal-stays'));
  return drafts;
}

/** The roles that a removed member had, given again; `undefined` where they were removed before, or an old journal names no positions. */
function rolesAgain({ id, roles, removals }: MemberState): readonly EventDraft[] | undefined {
  if (removals.length !== 1 || roles.length === 0) return undefined;
  const drafts: EventDraft[] = [];
  for (const [index, { role, last }] of roles.entries()) {
    const from = index === 0 ? {} : last;
    if (from === undefined) return undefined;
    drafts.push({
      kind: index === 0 ? 'member-admitted' : 'role-granted',
      body: { member: id, role, last: from },
    });
  }
  return drafts;
}
