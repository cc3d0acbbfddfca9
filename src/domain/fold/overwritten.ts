import { MOST_NAMED } from '../../shared/limits.ts';
import type { Places } from '../kernel/define-event.ts';
import { type OrderKey, ownStamp } from '../kernel/order.ts';
import type { Stamp } from '../kernel/register.ts';
import type { MemberState, MembershipDraft } from '../people/membership.ts';
import { type CatalogState, type DomainModel, type EventDraft, MODEL } from '../registry.ts';

/** A write that another one comes after, and where it stands. */
export type Overwritten = { readonly ref: Stamp; readonly key: OrderKey };

/**
 * What drafts of one commit write over: by the catalog that their author has before them, these writes are to lose against them, whatever the
 * clocks say. Each comes after what those before it in the commit come after, too.
 */
export function overwrittenBy(
  state: CatalogState,
  drafts: readonly EventDraft[],
  member: string,
  model: DomainModel = MODEL,
): readonly (readonly Overwritten[])[] {
  let last: readonly OrderKey[] = [];
  return drafts.map((draft) => {
    const places = model.saysWhoIsWho(draft.kind)
      ? ofMembership(state, draft as MembershipDraft, member)
      : (model.foldableOf(draft.kind)?.over(state, draft.body, member) ?? []);
    last = lastOf(last, places);
    return last.map((key) => ({ ref: ownStamp(key), key }));
  });
}

/** The last places, as many as an event can name: a commit of thousands of drafts carries no more along. */
function lastOf(last: readonly OrderKey[], places: Places): readonly OrderKey[] {
  const full = last.length === MOST_NAMED ? (last.at(-1) ?? '') : '';
  const further = places.flatMap((key) => (key !== undefined && key > full ? key : []));
  if (further.length === 0) return last;
  const all = [...new Set([...last, ...further])].sort((a, b) => (a < b ? 1 : -1));
  return all.slice(0, MOST_NAMED);
}

/** What says who is who names what it rests on at any rate: nothing may be put between the two afterwards. */
function ofMembership(state: CatalogState, draft: MembershipDraft, member: string): Places {
  const { members, policies } = state.membership.timeline;
  const own = ofStanding(members.get(member));
  const named = 'member' in draft.body ? members.get(draft.body.member) : undefined;
  if (draft.kind === 'hub-policy-set') return [...own, ...Object.values(policies).map(({ stamp }) => stamp)];
  return [...own, ...ofStanding(named), ...(draft.kind === 'member-renamed' ? [named?.name.stamp] : [])];
}

/** Where a member was told of, and the last word on their role. */
function ofStanding(member: MemberState | undefined): Places {
  if (member === undefined) return [];
  const given = member.roles.map((span) => span.given);
  const removed = member.removals.map(({ stamp }) => stamp);
  return [member.known, member.waiting, [...given, ...removed].sort().at(-1)];
}
