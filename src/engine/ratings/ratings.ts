import type { AssetDetail } from '../../contract/assets.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
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
  const version = rating.version ?? summary.version.id;
  if (assetOfVersion(replica.catalog, version) !== rating.asset) {
    throw invalid(says('ratings.version-of-another'), 'version');
  }
  versionOf(replica, version);
  checkTerms(replica, {
    stages: rating.stage === undefined ? [] : [rating.stage],
    personas: rating.persona === undefined ? [] : [rating.persona],
  });
  const body = { ...rating, version, at: replica.ports.clock.now() };
  const undone = await replica.undos.commit([{ kind: 'rating-given', body }]);
  return { asset: assetDetail(replica, rating.asset), ...undone };
}

/** Takes back one's rating. */
export async function withdrawRating(replica: WithAssets, asset: string): Promise<Rated> {
  summaryOf(replica, asset);
  const undone = await replica.undos.commit([{ kind: 'rating-withdrawn', body: { asset } }]);
  return { asset: assetDetail(replica, asset), ...undone };
}
