import { plural, t } from '@lingui/core/macro';
import type { AssetVersion } from '../../../contract/assets.ts';
import type { Comparison, PagePart } from '../../../contract/compare.ts';
import { formatDate } from '../../ui/format.ts';
import { pageWords } from '../../ui/page-words.ts';
import type { Change, ShownPage } from './use-comparison.ts';

/** `Version 2 (current), 3 May 2026`. */
export function versionName(version: AssetVersion, current: string): string {
  const { number } = version;
  const day = formatDate(version.addedAt);
  if (version.draft === true) return t`Version ${number} (draft), ${day}`;
  return version.id === current ? t`Version ${number} (current), ${day}` : t`Version ${number}, ${day}`;
}

/** What changed in all, in a line. */
export function summaryLine({ added, removed, to, from, same }: Comparison, changes: number): string {
  if (changes === 0) {
    return same === 0 && from.sha256 !== to.sha256
      ? t`These versions have no words to compare.`
      : t`No words changed.`;
  }
  const pages = pageWords(to).count(changes);
  return t`Changed: ${pages}, ${{ words: wordsLine(added, removed) }}`;
}

/** `12 words added, 3 removed`. */
function wordsLine(added: number, removed: number): string {
  if (added === 0 && removed === 0) return t`no words changed`;
  if (removed === 0) return plural(added, { one: '# word added', other: '# words added' });
  if (added === 0) return plural(removed, { one: '# word removed', other: '# words removed' });
  return plural(added, {
    one: `# word added, ${removed} removed`,
    other: `# words added, ${removed} removed`,
  });
}

const CHANGES: Readonly<Record<Exclude<Change, 'changed'>, string>> = {
  added: t`Added`,
  removed: t`Removed`,
  moved: t`Moved`,
  same: t`Same`,
};

/** What became of a page, in a word or two. */
export function changeWord({ change, added, removed, moved }: ShownPage): string {
  if (change !== 'changed') return CHANGES[change];
  const words = wordsLine(added, removed);
  return moved ? t`Moved, ${words}` : words;
}

/** Which page it is: where its number changed, both numbers. */
export function pageName({ from, to }: ShownPage, version: AssetVersion): string {
  const { name } = pageWords(version);
  if (from === undefined || to === undefined || from === to) return name(to ?? from ?? 1);
  return name(`${from} → ${to}`);
}

/** What of a page a text is; undefined for what is seen of it. */
export const PART_NAMES: Readonly<Record<Exclude<PagePart, 'seen' | 'hidden'>, string>> = {
  notes: t`Speaker notes`,
  aside: t`Header and footer`,
};
