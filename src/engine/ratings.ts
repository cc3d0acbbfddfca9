import type { AssetDetail } from '../contract/assets.ts';
import { assetDetail, checkTerms, summaryOf } from './assets/assets.ts';
import { versionOf } from './assets/versions.ts';
import type { OpenHub } from './open-hub.ts';
import { invalid } from './refusal.ts';

/** A rating as somebody gives it. */
export type GivenRating = {
  readonly asset: string;
  readonly version?: string | undefined;
  readonly value: number;
  readonly stage?: string | undefined;
  readonly persona?: string | undefined;
  readonly comment?: string | undefined;
};

/** Rates an asset, or changes one's rating of it. */
export async function giveRating(hub: OpenHub, rating: GivenRating): Promise<AssetDetail> {
  const summary = summaryOf(hub, rating.asset);
  const version = rating.version ?? summary.version.id;
  if (hub.catalog.state.versions.get(version) !== rating.asset) {
    throw invalid('This version belongs to another asset. Nothing was changed.', 'version');
  }
  versionOf(hub, version);
  checkTerms(hub, {
    stages: rating.stage === undefined ? [] : [rating.stage],
    personas: rating.persona === undefined ? [] : [rating.persona],
  });
  const body = { ...rating, version, at: hub.ports.clock.now() };
  await hub.catalog.commit([{ kind: 'rating-given', body }]);
  return assetDetail(hub, rating.asset);
}

/** Takes back one's rating. */
export async function withdrawRating(hub: OpenHub, asset: string): Promise<AssetDetail> {
  summaryOf(hub, asset);
  await hub.catalog.commit([{ kind: 'rating-withdrawn', body: { asset } }]);
  return assetDetail(hub, asset);
}
