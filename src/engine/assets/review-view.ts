import type { ReviewView } from '../../contract/review-view.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { type Review, type ReviewStanding, reviewStanding } from '../../domain/reviews/review.ts';
import { visibleVersions } from './versions.ts';
import type { WithAssets } from './with-assets.ts';

/** A review of an asset that is under way or was returned: of the asset where it is not out, else of the version that waits. */
type CurrentReview = { readonly review: Review; readonly standing: ReviewStanding };

/** The review of what waits; undefined where nobody has asked for one, or it has come out since. */
export function currentReview(replica: WithAssets, id: string): CurrentReview | undefined {
  const asset = knownAsset(replica.catalog, id);
  const standing = asset === undefined ? undefined : reviewStanding(asset);
  if (asset?.review === undefined || standing === undefined) return undefined;
  const { value: review, stamp } = asset.review;
  const waits =
    review.version === undefined
      ? asset.fields.status?.stamp === stamp && standing.outcome !== 'approved'
      : visibleVersions(replica, id).some(
          ({ body, state }) => body.id === review.version && state === 'draft',
        );
  return waits ? { review, standing } : undefined;
}

/** The same as windows show it. */
export function reviewView(replica: WithAssets, id: string): ReviewView | undefined {
  const current = currentReview(replica, id);
  if (current === undefined) return undefined;
  const { review, standing } = current;
  const { catalog } = replica;
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
