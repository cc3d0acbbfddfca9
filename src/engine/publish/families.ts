import { isJunkTitle } from '../../shared/junk-title.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { asideness } from './copies.ts';
import { type Sketch, similarity } from './text-sketch.ts';
import { inOrder, type NamedVersion, namedVersion } from './version-order.ts';

/** Files of one drop that are versions of one document: named alike but for version and date, and of much the same text. */

/** A file as it is compared. */
export type FamilyFile = {
  readonly id: string;
  readonly fileName: string;
  readonly folder: string;
  readonly path: string;
  readonly kind: DocumentKind;
  readonly language: string | undefined;
  readonly writtenAt: number;
  readonly sketch: Sketch;
};

/** Versions of one document, the current one apart; the earlier ones oldest first. */
export type Family = { readonly current: string; readonly earlier: readonly string[] };

/** Shares of their text that two files have in common at least: where the names say which version each is, and where only dates tell them apart. */
const MARKED_ALIKE = 0.25;
const DATED_ALIKE = 0.6;
/** Where they lie in folders that have nothing to do with one another. */
const ELSEWHERE_ALIKE = 0.85;
/** Names shorter than this are alike by chance. */
const SHORTEST_NAME = 3;
/** Files of one name that are compared with one another: more are no versions, a program wrote them. */
const MOST_OF_A_NAME = 60;

type Named = FamilyFile & { readonly named: NamedVersion; readonly aside: number; readonly home: string };

/** The families among some files. */
export function familiesOf(files: readonly FamilyFile[]): Family[] {
  const byName = new Map<string, Named[]>();
  for (const file of files) {
    const named = namedVersion(file.fileName);
    if (named.base.length < SHORTEST_NAME) continue;
    const key = `${named.base}\n${named.period}\n${file.kind}`;
    const one = { ...file, named, aside: asideness(file.path), home: homeOf(file.folder) };
    const there = byName.get(key);
    if (there === undefined) byName.set(key, [one]);
    else there.push(one);
  }
  return [...byName.values()]
    .filter(({ length }) => length > 1 && length <= MOST_OF_A_NAME)
    .flatMap((alike) => clusters(alike).map(familyOf));
}

function familyOf(versions: readonly Named[]): Family {
  const ordered = inOrder(versions);
  return { current: ordered.at(-1)?.id ?? '', earlier: ordered.slice(0, -1).map(({ id }) => id) };
}

/** Files that belong together, two or more: who is a version of any is one of all. */
function clusters(files: readonly Named[]): Named[][] {
  const found: Named[][] = [];
  for (const file of files) {
    const joined = found.filter((those) => those.some((other) => areVersions(file, other)));
    const rest = found.filter((those) => !joined.includes(those));
    found.length = 0;
    found.push(...rest, [...joined.flat(), file]);
  }
  return found.filter(({ length }) => length > 1);
}

function areVersions(one: Named, other: Named): boolean {
  if (one.language !== undefined && other.language !== undefined && one.language !== other.language)
    return false;
  // The same name in another format is another format, unless the names number the versions.
  if (endingOf(one.fileName) !== endingOf(other.fileName) && !areNumbered(one.named, other.named))
    return false;
  const alike = similarity(one.sketch, other.sketch);
  const together = one.home === other.home;
  const marked = one.named.marked || other.named.marked;
  // Without a text only names speak, in one place, and by more than a copy's number: pictures are numbered, too.
  if (alike === undefined) {
    const numbered = [one, other].some(({ named }) => named.number !== undefined || named.standing !== 0);
    return together && numbered && one.sketch.length === other.sketch.length && !isJunkTitle(one.named.base);
  }
  if (!together) return marked && alike >= ELSEWHERE_ALIKE;
  return alike >= (marked ? MARKED_ALIKE : DATED_ALIKE);
}

function endingOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
}

function areNumbered(one: NamedVersion, other: NamedVersion): boolean {
  return (
    one.number !== undefined && other.number !== undefined && one.number.join('.') !== other.number.join('.')
  );
}

/** A folder without its levels that only say that things in them are old, final or of a year: `Decks/old/2023` → `Decks`. */
function homeOf(folder: string): string {
  return folder
    .split('/')
    .filter(
      (level) =>
        asideness(level) === 0 &&
        !/^(?:final|versions?|v?\d+(?:\.\d+)*|(?:19|20)\d{2}(?:[-_.]\d{2})*)$/iu.test(level),
    )
    .join('/')
    .toLowerCase();
}
