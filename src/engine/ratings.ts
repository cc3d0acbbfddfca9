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

/** The asset as it is rated now, and what takes the rating back. */
type Rated = { asset: AssetDetail; undo?: string };

/** Rates an asset, or changes one's rating of it. */
export async function giveRating(hub: OpenHub, rating: GivenRating): Promise<Rated> {
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
  const undone = await hub.undos.commit([{ kind: 'rating-given', body }]);
  return { asset: assetDetail(hub, rating.asset), ...undone };
}

/** Takes back one's rating. */
export async function withdrawRating(hub: OpenHub, asset: string): Promise<Rated> {
  summaryOf(hub, asset);
  const undone = await hub.undos.commit([{ kind: 'rating-withdrawn', body: { asset } }]);
  return { asset: assetDetail(hub, asset), ...undone };
}
