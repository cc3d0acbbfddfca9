import { plural, t } from '@lingui/core/macro';
import type { SearchableReport } from '../../../contract/maintenance.ts';
import { sentences } from '../../../words/sentence.ts';

/** How much can be searched by its text, and what can’t and why. */
export function summaryOf({ searchable, partly, not, pages }: SearchableReport): string {
  const all = searchable + partly.length + not.length;
  if (all === 0) return t`There is nothing to search yet.`;
  const found = all - not.length;
  const whole =
    found === 0
      ? t`No asset can be searched by its text yet.`
      : t`${plural(pages, { one: '# page', other: '# pages' })} of ${plural(found, { one: '# asset', other: '# assets' })} can be searched.`;
  if (not.length === 0 && partly.length === 0) return whole;
  const awaited = not.filter(({ reason }) => reason === 'text-missing').length;
  const never = not.length - awaited;
  return sentences(
    whole,
    ...(awaited > 0
      ? [
          plural(awaited, {
            one: 'The text of # asset is not on this device yet.',
            other: 'The texts of # assets are not on this device yet.',
          }),
        ]
      : []),
    ...(never > 0
      ? [
          plural(never, {
            one: '# asset can’t be searched by its text.',
            other: '# assets can’t be searched by their text.',
          }),
        ]
      : []),
    ...(partly.length > 0
      ? [
          plural(partly.length, {
            one: '# asset can be searched only in part.',
            other: '# assets can be searched only in part.',
          }),
        ]
      : []),
    t`All are found by title and tags.`,
  );
}
