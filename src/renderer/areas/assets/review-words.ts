import { plural, t } from '@lingui/core/macro';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { ReviewView } from '../../../contract/review-view.ts';
import type { ReviewItem } from '../../../contract/reviews.ts';
import { MISSING_PEOPLE, type MissingPerson, type ReviewReason } from '../../../shared/vocabulary/reviews.ts';
import { listed } from '../../../words/sentence.ts';
import { formatDate, formatDay } from '../../ui/format.ts';
import { behindWords } from '../../ui/variant-words.ts';

const MISSING: Readonly<Record<MissingPerson, string>> = {
  'owner-left': t`its owner left`,
  'verifier-left': t`its verifier left`,
  'no-owner': t`nobody owns it`,
};

const REASONS: Readonly<Record<ReviewReason, (item: ReviewItem) => string>> = {
  'review-asked': () => t`waiting for your approval`,
  'in-review': () => t`in review`,
  due: ({ dueInDays }) => (dueInDays >= 0 ? t`due today` : overdueWords(-dueInDays)),
  'due-soon': ({ dueInDays }) =>
    dueInDays <= 0 ? t`due today` : plural(dueInDays, { one: 'due in # day', other: 'due in # days' }),
  'variant-behind': ({ asset }) => behindWords(asset.language, asset.variant?.behind ?? 0),
  'owner-left': () => MISSING['owner-left'],
  'verifier-left': () => MISSING['verifier-left'],
  'no-owner': () => MISSING['no-owner'],
  'new-version': () => t`new version, not verified`,
  unverified: () => t`never verified`,
};

/** Days up to which they are counted, and months: what is long due nobody reckons in days. */
const MOST_DAYS = 60;
const MOST_MONTHS = 24;
const MONTH_DAYS = 30.44;

/** Since when it is due: `due 3 days ago`, `due 18 years ago`. `days`: at least 1. */
export function overdueWords(days: number): string {
  const months = Math.floor(days / MONTH_DAYS);
  if (days <= MOST_DAYS) return plural(days, { one: 'due # day ago', other: 'due # days ago' });
  if (months < MOST_MONTHS) return plural(months, { one: 'due # month ago', other: 'due # months ago' });
  return plural(Math.floor(months / 12), { one: 'due # year ago', other: 'due # years ago' });
}

/** Why it is on the list: at most two of its reasons. */
export function whyReview(item: ReviewItem): string {
  return item.reasons
    .slice(0, 2)
    .map((reason) => REASONS[reason](item))
    .join(' · ');
}

/** Who is missing of those that should answer for an asset or a kit; undefined where nobody is. */
export function whoIsMissing(reasons: readonly ReviewReason[]): string | undefined {
  const said = MISSING_PEOPLE.filter((missing) => reasons.includes(missing)).map(
    (missing) => MISSING[missing],
  );
  return said.length === 0 ? undefined : said.join(' · ');
}

/** Whether it can't wait. */
export function isPressing({ reasons: [first] }: ReviewItem): boolean {
  return first === 'review-asked' || first === 'due';
}

/** Where a review stands, of an asset or a kit. */
export function reviewSentence({ outcome, next, answers, mine, by, note }: ReviewView): string {
  const returned = answers.find(({ answer }) => answer === 'returned');
  if (returned !== undefined)
    return t`Returned by ${{ name: returned.by.name }}: “${{ comment: returned.comment ?? '' }}”`;
  if (outcome === 'approved') return t`Approved. Publish the draft to bring it out.`;
  if (mine)
    return note === undefined
      ? t`${{ name: by.name }} asks you to review this.`
      : t`${{ name: by.name }} asks you to review this: “${note}”`;
  return t`In review: waiting for ${{ names: listed(next.map(({ name }) => name)) }}.`;
}

/** Since when and why an asset or a kit is not to be used any more. */
export function pastUse({
  recall,
  expiresOn,
}: {
  readonly recall: Pick<NonNullable<AssetSummary['recall']>, 'at' | 'by' | 'reason'> | null;
  readonly expiresOn: string | null;
}): string {
  if (recall !== null)
    return t`Recalled on ${{ day: formatDate(recall.at) }} by ${{ name: recall.by.name }}: “${{ reason: recall.reason }}”. Don’t use it from now on.`;
  return expiresOn === null
    ? t`Expired. Don’t use it anymore.`
    : t`Expired: its last day of use was ${{ day: formatDay(expiresOn) }}. Don’t use it anymore.`;
}
