import type { Member } from '../contract/common.ts';
import { fromNewMembers } from '../shared/from-new-members.ts';

/** Somebody's name, with what one should know of them. */
export function nameOf({ name, isNew, looksLike }: Member): string {
  const marks = [
    ...(isNew === true ? ['new member'] : []),
    ...(looksLike === undefined ? [] : [`looks like ${looksLike}`]),
  ];
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}

/** How many ratings or votes there are, and how many of them new members gave. */
export function count(all: number, fromNew: number | undefined): string {
  const words = fromNewMembers(fromNew, all);
  return words === '' ? String(all) : `${all} (${words})`;
}
