import type { AssetStatus } from '../../shared/vocabulary/assets.ts';
import type { Register } from '../kernel/register.ts';
import { type Reviewed, reviewStanding } from '../reviews/review.ts';

/** An asset or a kit: its status as it was set, and its last review. */
type Standing = Reviewed & { readonly fields: { readonly status?: Register<AssetStatus> } };

/**
 * The status that an asset or a kit has: as it was set last, and where that was by asking for a review, what came of the review. So two reviewers who
 * approve on two devices have published it, whichever of them comes to know of the other first.
 */
export function statusOf(asset: Standing): AssetStatus {
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
