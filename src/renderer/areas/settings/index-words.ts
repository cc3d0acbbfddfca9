import { plural, t } from '@lingui/core/macro';
import type { SearchableReport } from '../../../contract/maintenance.ts';
import { formatNumber } from '../../ui/format.ts';
import { capitalised } from '../../ui/plural.ts';

/** `Two of 214 assets can’t be searched`, as a sentence. */
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
  const parts = [
    ...(awaited > 0 ? [t`the text of ${formatNumber(awaited)} is not on this device yet`] : []),
    ...(never > 0 ? [t`${formatNumber(never)} can’t be searched by their text`] : []),
    ...(partly.length > 0 ? [t`${formatNumber(partly.length)} only in part`] : []),
  ];
  return t`${whole} ${capitalised(parts.join(', '))}; all are found by title and tags.`;
}
