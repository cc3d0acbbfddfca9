import type { HistoryCode } from '../../shared/says/history.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { ReviewAnswerName } from '../../shared/vocabulary/reviews.ts';

/** What the history tells of reviews, whatever they are of. */

/** That somebody was asked, or was by mistake. */
export function saidOfSubmission({
  withdrawn,
}: {
  readonly withdrawn?: true | undefined;
}): Says<HistoryCode> {
  return says(withdrawn ? 'history.submission-withdrawn' : 'history.submitted');
}

/** What a reviewer answered. */
export function saidOfAnswer({
  answer,
  comment = '',
}: {
  readonly answer: ReviewAnswerName;
  readonly comment?: string | undefined;
}): Says<HistoryCode> {
  return comment === ''
    ? says(`history.review-${answer}`)
    : says(`history.review-${answer}-saying`, { comment });
}
