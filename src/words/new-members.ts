import { msg, plural } from '@lingui/core/runtime-macro';
import { sentence } from './sentence.ts';

/** What one should know of somebody where something of theirs weighs. */
type Marked = {
  readonly name: string;
  /** They came in within the last day. */
  readonly isNew?: boolean | undefined;
  /** Another one's name that looks the same. */
  readonly looksLike?: string | undefined;
};

/** Somebody's name with that in words, where there is no room for marks: `Ben (new member)`. */
export function markedName({ name, isNew = false, looksLike: other }: Marked): string {
  if (other === undefined) return isNew ? sentence(msg`${{ name }} (new member)`) : name;
  return sentence(
    isNew
      ? msg`${{ name }} (new member, looks like ${{ other }})`
      : msg`${{ name }} (looks like ${{ other }})`,
  );
}

/** How many of some ratings or votes are from members who came in within the last day, in words: `2 from new members`. Empty for none. */
export function fromNewMembers(count: number | undefined, all: number): string {
  if (count === undefined || count === 0) return '';
  return sentence(
    count === all
      ? msg`${plural({ count }, { one: 'from a new member', other: 'all from new members' })}`
      : msg`${plural({ count }, { one: '# from a new member', other: '# from new members' })}`,
  );
}

/** A text with the same behind it: `5 votes, 2 from new members`. */
export function andFromNewMembers(text: string, count: number | undefined, all: number): string {
  const fromNew = fromNewMembers(count, all);
  return fromNew === '' ? text : sentence(msg`${{ text }}, ${{ fromNew }}`);
}

/** A number with the same behind it: `4 (1 from a new member)`. */
export function countFromNewMembers(count: number | undefined, all: number): string {
  const fromNew = fromNewMembers(count, all);
  return fromNew === '' ? String(all) : sentence(msg`${{ all }} (${{ fromNew }})`);
}
