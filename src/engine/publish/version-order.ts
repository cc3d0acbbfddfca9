import { nameWithoutVersion, withoutEnding } from './file-names.ts';
import { splitVersion } from './version-marks.ts';

/** What a file's name says of which version it is, and which of several is the newest. */

export type NamedVersion = {
  /** Equal for versions of one document. */
  readonly base: string;
  /** The numbers of `v2.1`; undefined without. */
  readonly number: readonly number[] | undefined;
  /** −1 a draft, 1 a final one, 0 neither is said. */
  readonly standing: -1 | 0 | 1;
  /** It is marked as a version by more than a date. */
  readonly marked: boolean;
  /** The quarter, half or business year that it is of: another is another document. */
  readonly period: string;
};

const PERIOD =
  /^(?:(?:fy|gj|q[1-4]|h[12]|[1-4]q)(?:[-_ ]?(?:(?:19|20)\d{2}|\d{2}))?|(?:19|20)\d{2}[-_ ]?(?:q[1-4]|h[12]))$/iu;
const DATED = /^(?:stand |as of |vom |dated )?(?=.*\d{2})[\d\s._/-]*(?:\p{L}+\.?[\s_-]*)?[\d\s._/-]*$/iu;
const NUMBERED = /^(?:v(?:er(?:sion|si[óo]n)?)?|rev(?:ision)?|fassung)[ ._]?(\d+(?:[._ ]\d+)*)/iu;
const FINAL = /^(?:final|endfassung|endversion|définiti|definitiv|approved|freigegeben)/iu;
const DRAFT = /^(?:draft|entwurf|brouillon|borrador|wip)/iu;

/** What a file's name says of its version. */
export function namedVersion(fileName: string): NamedVersion {
  const name = withoutEnding(fileName);
  const { marks } = splitVersion(name, { of: 'file', loose: true });
  const numbers = marks.map((mark) => NUMBERED.exec(mark)?.[1]).filter((found) => found !== undefined);
  const others = marks.filter((mark) => !PERIOD.test(mark) && !(DATED.test(mark) && !NUMBERED.test(mark)));
  return {
    base: nameWithoutVersion(name),
    number: numbers[0]?.split(/[._ ]/u).map(Number),
    standing: marks.some((mark) => FINAL.test(mark)) ? 1 : marks.some((mark) => DRAFT.test(mark)) ? -1 : 0,
    marked: others.length > 0,
    period: marks
      .filter((mark) => PERIOD.test(mark))
      .map((mark) => mark.toLowerCase().replace(/[-_ ]/gu, ''))
      .sort()
      .join(' '),
  };
}

/** A version as it is put in order. */
type OrderedVersion = {
  readonly named: NamedVersion;
  /** How much its path says that it is put aside. */
  readonly aside: number;
  /** Milliseconds since 1970, by the document's own word or its file's. */
  readonly writtenAt: number;
  readonly fileName: string;
};

/** Versions of one document, the oldest first: by their numbers; else what is put aside, drafts, then by their dates, final ones last. */
export function inOrder<Version extends OrderedVersion>(versions: readonly Version[]): Version[] {
  const numbered = versions.some(({ named }) => named.number !== undefined);
  const standing = ({ named }: Version): number => (numbered ? 0 : named.standing);
  const sorted = versions.toSorted(
    (a, b) =>
      b.aside - a.aside ||
      standing(a) - standing(b) ||
      a.writtenAt - b.writtenAt ||
      a.named.standing - b.named.standing ||
      a.fileName.localeCompare(b.fileName, 'en', { numeric: true }),
  );
  // Those with numbers stand in the order of these, whatever their dates: files are copied, numbers are given.
  const byNumber = sorted
    .filter(({ named }) => named.number !== undefined)
    .sort((a, b) => compareNumbers(a.named.number ?? [], b.named.number ?? []));
  return sorted.map((version) =>
    version.named.number === undefined ? version : (byNumber.shift() ?? version),
  );
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
