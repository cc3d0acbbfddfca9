import type { SearchableReport } from '../../../contract/maintenance.ts';
import { formatNumber } from '../../ui/format.ts';
import { capitalised, plural } from '../../ui/plural.ts';

/** `Two of 214 assets can’t be searched`, as a sentence. */
export function summaryOf({ searchable, partly, not, pages }: SearchableReport): string {
  const all = searchable + partly.length + not.length;
  if (all === 0) return 'There is nothing to search yet.';
  const found = all - not.length;
  const whole =
    found === 0
      ? 'No asset can be searched by its text yet.'
      : `${plural(pages, 'page')} of ${plural(found, 'asset')} can be searched.`;
  if (not.length === 0 && partly.length === 0) return whole;
  const awaited = not.filter(({ reason }) => reason === 'text-missing').length;
  const never = not.length - awaited;
  const parts = [
    ...(awaited > 0 ? [`the text of ${formatNumber(awaited)} is not on this device yet`] : []),
    ...(never > 0 ? [`${formatNumber(never)} can’t be searched by their text`] : []),
    ...(partly.length > 0 ? [`${formatNumber(partly.length)} only in part`] : []),
  ];
  return `${whole} ${capitalised(parts.join(', '))}; all are found by title and tags.`;
}
