/** What one should know of somebody where something of theirs weighs. */
type Marked = {
  readonly name: string;
  /** They came in within the last day. */
  readonly isNew?: boolean | undefined;
  /** Another one's name that looks the same. */
  readonly looksLike?: string | undefined;
};

/** Somebody's name with that in words, where there is no room for marks: `Ben (new member)`. */
export function markedName({ name, isNew, looksLike }: Marked): string {
  const marks = [
    ...(isNew === true ? ['new member'] : []),
    ...(looksLike === undefined ? [] : [`looks like ${looksLike}`]),
  ];
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}

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

/** A number with the same behind it: `4 (1 from a new member)`. */
export function countFromNewMembers(count: number | undefined, all: number): string {
  const words = fromNewMembers(count, all);
  return words === '' ? String(all) : `${all} (${words})`;
}
