import type { AssetStatus } from '../../shared/vocabulary/assets.ts';
import { reviewStanding } from '../reviews/review.ts';
import type { AssetState } from './assets.ts';

/**
 * The status that an asset has: as it was set last, and where that was by asking for a review, what came of the review. So two reviewers who
 * approve on two devices have published it, whichever of them comes to know of the other first.
 */
export function statusOf(asset: AssetState): AssetStatus {
  const { status } = asset.fields;
  if (status === undefined) return 'draft';
  // A status that somebody has set since has nothing to do with an earlier review.
  if (status.value !== 'in-review' || asset.review?.stamp !== status.stamp) return status.value;
  switch (reviewStanding(asset)?.outcome) {
    case 'approved':
      return 'published';
    case 'returned':
      return 'draft';
    default:
      return 'in-review';
  }
}
