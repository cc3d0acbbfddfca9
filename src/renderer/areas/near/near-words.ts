import { plural, t } from '@lingui/core/macro';
import type { AssetSummary } from '../../../contract/assets.ts';
import { listed } from '../../../words/sentence.ts';
import { formatDate } from '../../ui/format.ts';
import { pageRange, pageWords } from '../../ui/page-words.ts';
import type { ShownPair } from './use-near.ts';

/** Runs of pages that are named one by one. */
const NAMED = 3;

/** What two assets have in common, in a line. */
export function relationLine({ relation, kept, given, runs, pages }: ShownPair): string {
  if (relation === 'same') return t`The same file`;
  if (relation === 'version') {
    const count = pages.length;
    const all = pageWords(given.version).count(given.version.pageCount);
    return count === 0
      ? t`Looks like another version`
      : plural(count, {
          one: `Looks like another version: # of ${all} matches`,
          other: `Looks like another version: # of ${all} match`,
        });
  }
  const named = runs.slice(0, NAMED).map(({ b }) => pageRange(pageWords(given.version), b));
  const rest = runs.length - named.length;
  const more = rest > 0 ? [plural(rest, { one: '# more place', other: '# more places' })] : [];
  return t`${{ pages: listed([...named, ...more]) }} also in ‘${{ title: kept.title }}’`;
}

/** What tells one of the two from the other: how new it is, how much it is used. */
export function assetLine({ renewedAt, uses, usefulness }: AssetSummary): string {
  const { count } = usefulness;
  const used = uses === 0 ? t`not used yet` : plural(uses, { one: 'used # time', other: 'used # times' });
  const parts = [formatDate(renewedAt), used];
  if (count > 0) parts.push(plural(count, { one: '# rating', other: '# ratings' }));
  return parts.join(' · ');
}
