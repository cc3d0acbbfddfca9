/** How many of some ratings or votes are from members who came in within the last day, in words: `2 from new members`. Empty for none. */
export function fromNewMembers(count: number | undefined, all: number): string {
  if (count === undefined || count === 0) return '';
  if (count === all) return count === 1 ? 'from a new member' : 'all from new members';
  return count === 1 ? '1 from a new member' : `${count} from new members`;
}

/** The same as the end of a list: `, 2 from new members`. */
export function andFromNewMembers(count: number | undefined, all: number): string {
  const words = fromNewMembers(count, all);
  return words === '' ? '' : `, ${words}`;
}
