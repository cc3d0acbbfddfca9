import type { AssetDetail } from '../../contract/assets.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { ratedAs } from '../../domain/ratings/rating-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { assetDetail, checkTerms, summaryOf } from '../assets/assets.ts';
import { versionOf } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';

/** A rating as somebody gives it. */
type GivenRating = {
  readonly asset: string;
  readonly version?: string | undefined;
  readonly value: number;
  readonly stage?: string | undefined;
  readonly persona?: string | undefined;
  readonly comment?: string | undefined;
};

/** The asset as it is rated now, and what takes the rating back. */
type Rated = { asset: AssetDetail; undo?: string };

/** Rates an asset, or changes one's rating of it. */
export async function giveRating(replica: WithAssets, rating: GivenRating): Promise<Rated> {
  const summary = summaryOf(replica, rating.asset);
  const asset = summary.id;
  const version = rating.version ?? summary.version.id;
  if (assetOfVersion(replica.catalog, version) !== asset) {
    throw invalid(says('ratings.version-of-another'), 'version');
  }
  versionOf(replica, version);
  checkTerms(replica, {
    stages: rating.stage === undefined ? [] : [rating.stage],
    personas: rating.persona === undefined ? [] : [rating.persona],
  });
  const body = { ...rating, asset, version, at: replica.ports.clock.now() };
  const undone = await replica.undos.commit([{ kind: 'rating-given', body }]);
  return { asset: assetDetail(replica, asset), ...undone };
}

/** Takes back one's rating. */
export async function withdrawRating(replica: WithAssets, asset: string): Promise<Rated> {
  const { catalog } = replica;
  const { id } = summaryOf(replica, asset);
  // Of assets that were made one somebody may have rated several: none of these ratings is to come to light again.
  const rated = ratedAs(catalog, id, catalog.self().id);
  const undone = await replica.undos.commit(
    (rated.length > 0 ? rated : [id]).map((one) => ({ kind: 'rating-withdrawn', body: { asset: one } })),
  );
  return { asset: assetDetail(replica, asset), ...undone };
}
