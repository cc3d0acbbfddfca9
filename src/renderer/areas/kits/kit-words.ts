import { plural, t } from '@lingui/core/macro';
import type { KitChange, KitItemView, KitSummary } from '../../../contract/kits.ts';
import type { Guidance, KitItemProblem } from '../../../shared/vocabulary/kits.ts';
import { editionName } from '../../ui/variant-words.ts';

/** What is the matter with an item of a kit, short. */
const PROBLEMS: Readonly<Record<KitItemProblem, string>> = {
  gone: t`Not here anymore`,
  recalled: t`Recalled`,
  expired: t`Expired`,
  draft: t`Not published`,
  archived: t`Archived`,
  'version-gone': t`Its version is gone`,
  'pages-gone': t`Fewer pages now`,
};

/** What is to be known before an item is used; undefined where nothing is. */
export function itemWarning({ problem, version }: KitItemView): string | undefined {
  if (problem !== undefined) return PROBLEMS[problem];
  return version?.newer === true ? t`A newer version is out` : undefined;
}

/** That one sees another language edition than the one that is in the kit: `in German, in place of English`. */
export function otherEditionWords(
  shown: Pick<NonNullable<KitItemView['asset']>, 'language' | 'title'>,
  inKit: NonNullable<KitItemView['inKit']>,
): string {
  return t`${{ shown: editionName(shown) }} version, in place of ${{ inKit: editionName(inKit) }}`;
}

/** What guidance is called, and what to write there. */
export const GUIDANCE_WORDS: Readonly<Record<Guidance, { readonly label: string; readonly hint: string }>> = {
  objective: { label: t`Objective`, hint: t`What the customer knows or does afterward` },
  whenToRun: { label: t`When to run`, hint: t`After discovery, once the CFO is in` },
  talkTrack: { label: t`Talk track`, hint: t`Begin with what late invoices cost` },
  redFlags: { label: t`Red flags`, hint: t`No owner for the budget` },
};

/** `5 items`, `Smart kit`. */
export function itemsText({ items }: Pick<KitSummary, 'items'>): string {
  return items === null ? t`Smart kit` : plural(items, { one: '# item', other: '# items' });
}

/** What happened to an item, as a sentence. */
export function changeSentence({ change, title, by, version }: KitChange): string {
  const name = by?.name ?? '';
  switch (change) {
    case 'added':
      return t`${name} added “${title}”`;
    case 'removed':
      return t`${name} removed “${title}”`;
    case 'moved':
      return t`${name} moved “${title}”`;
    case 'changed':
      return t`${name} changed “${title}”`;
    case 'new-version':
      return t`“${title}” has version ${{ version: version ?? 0 }}`;
    case 'recalled':
      return t`“${title}” was recalled`;
    case 'expired':
      return t`“${title}” has expired`;
  }
}
