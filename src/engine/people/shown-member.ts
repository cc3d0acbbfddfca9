import type { Member } from '../../contract/common.ts';
import { currentRole, isRemoved, type Timeline } from '../../domain/people/membership.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { lookAlikes } from './look-alikes.ts';
import type { WithPeople } from './with-people.ts';

const RANKS: Readonly<Record<Role, number>> = { lead: 3, marketer: 2, rep: 1 };

/** Worked out once while nothing changes about who is who. */
const alikeByTimeline = new WeakMap<Timeline, ReadonlyMap<string, string>>();

/** Whose names look like another one's, of those who are in or wait: the name that each looks like. */
export function alikeIn(timeline: Timeline): ReadonlyMap<string, string> {
  const known = alikeByTimeline.get(timeline);
  if (known !== undefined) return known;
  const people = [...timeline.members.values()].filter((member) => !isRemoved(member));
  const alike = lookAlikes(
    people.map(({ id, name }) => {
      const role = currentRole(timeline, id);
      return { id, name: name.value, rank: role === undefined ? 0 : RANKS[role] };
    }),
  );
  alikeByTimeline.set(timeline, alike);
  return alike;
}

/** A member as the author of something that is shown, with what one should know of them: that they are new, whose name theirs looks like. */
export function shownMember({ catalog, newcomers }: WithPeople, id: string): Member {
  const looksLike = alikeIn(whoIsWho(catalog)).get(id);
  return {
    ...catalog.member(id),
    ...(newcomers.current().has(id) && { isNew: true }),
    ...(looksLike !== undefined && { looksLike }),
  };
}
