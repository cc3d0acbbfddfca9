import { plural, t } from '@lingui/core/macro';
import type { ReviewItem } from '../../../contract/reviews.ts';
import type { ReviewReason } from '../../../shared/vocabulary/reviews.ts';
import { behindWords } from '../../ui/variant-words.ts';

const REASONS: Readonly<Record<ReviewReason, (item: ReviewItem) => string>> = {
  'review-asked': () => t`waiting for your approval`,
  'in-review': () => t`in review`,
  due: ({ dueInDays }) => (dueInDays >= 0 ? t`due today` : overdue(-dueInDays)),
  'due-soon': ({ dueInDays }) =>
    dueInDays <= 0 ? t`due today` : plural(dueInDays, { one: 'due in # day', other: 'due in # days' }),
  'variant-behind': ({ asset }) => behindWords(asset.language, asset.variant?.behind ?? 0),
  'owner-left': () => t`its owner left`,
  'verifier-left': () => t`its verifier left`,
  'no-owner': () => t`nobody owns it`,
  'new-version': () => t`new version, not verified`,
  unverified: () => t`never verified`,
};

function overdue(days: number): string {
  return plural(days, { one: 'due # day ago', other: 'due # days ago' });
}

/** Why it is on the list: at most two of its reasons. */
export function whyReview(item: ReviewItem): string {
  return item.reasons
    .slice(0, 2)
    .map((reason) => REASONS[reason](item))
    .join(' · ');
}

/** Whether it can't wait. */
export function isPressing({ reasons: [first] }: ReviewItem): boolean {
  return first === 'review-asked' || first === 'due';
}
