import type { AssetSummary } from '../../contract/assets.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { reviewStanding } from '../../domain/reviews/review.ts';
import { typeNeedsReview } from '../../domain/taxonomy/term-selectors.ts';
import type { WithAssets } from './with-assets.ts';

/** What must be approved before it comes out: whether types need that is the hub's policy. */

/** Whether reviewers must approve an asset before it comes out: not where it is out, was out, or has been approved for its day. */
export function needsReview(replica: WithAssets, asset: AssetSummary): boolean {
  if (asset.released || asset.state === 'scheduled' || !typeNeedsReview(replica.catalog, asset.type))
    return false;
  return asset.state !== 'archived' || knownAsset(replica.catalog, asset.id)?.out === undefined;
}

/** The same of a version that waits beside the published one. */
export function versionNeedsReview(replica: WithAssets, asset: AssetSummary, version: string): boolean {
  if (!asset.released) return needsReview(replica, asset);
  if (!typeNeedsReview(replica.catalog, asset.type)) return false;
  const known = knownAsset(replica.catalog, asset.id);
  if (known?.review?.value.version !== version) return true;
  return reviewStanding(known)?.outcome !== 'approved';
}
