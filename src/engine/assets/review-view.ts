import type { ReviewView } from '../../contract/review-view.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { ownStamp } from '../../domain/kernel/order.ts';
import { reviewStanding, type WaitingReview, waitingReview } from '../../domain/reviews/review.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { visibleVersions } from './versions.ts';
import type { WithAssets } from './with-assets.ts';

/** The review of what waits of an asset: of the asset where it is not out, else of a version; undefined where nobody has asked for one, or it has come out since. */
export function currentReview(replica: WithAssets, id: string): WaitingReview | undefined {
  const asset = knownAsset(replica.catalog, id);
  if (asset?.review === undefined) return undefined;
  const { value: review, stamp } = asset.review;
  if (review.version === undefined) return waitingReview(asset, asset.fields.status?.stamp);
  const waits = visibleVersions(replica, id).some(
    ({ body, state }) => body.id === review.version && state === 'draft',
  );
  const standing = waits ? reviewStanding(asset) : undefined;
  return standing && { review, asked: ownStamp(stamp), standing };
}

/** The same as windows show it. */
export function reviewView(replica: WithAssets, id: string): ReviewView | undefined {
  const current = currentReview(replica, id);
  return current && shownReview(replica.catalog, current);
}

/** A review as windows show it, whatever it is of. */
export function shownReview(catalog: LiveCatalog, { review, standing }: WaitingReview): ReviewView {
  const self = catalog.selfId() ?? '';
  return {
    by: catalog.member(review.member),
    at: review.at,
    way: review.way,
    reviewers: review.reviewers.map((member) => catalog.member(member)),
    outcome: standing.outcome,
    next: standing.next.map((member) => catalog.member(member)),
    mine: standing.next.includes(self),
    ...(review.version !== undefined && { version: review.version }),
    ...(review.note !== undefined && { note: review.note }),
    answers: standing.answers.map(({ member, answer, at, comment }) => ({
      by: catalog.member(member),
      answer,
      at,
      ...(comment !== undefined && { comment }),
    })),
  };
}
