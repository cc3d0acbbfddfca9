import type { AssetDetail, AssetSummary } from '../../contract/assets.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import { homeOfVersion, knownAsset, knownVersion } from '../../domain/assets/asset-selectors.ts';
import type { AssetState } from '../../domain/assets/assets.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { versionStateOf, waitingVersion } from '../../domain/versions/versions.ts';
import { says } from '../../shared/says/says.ts';
import type { VersionMove } from '../../shared/vocabulary/assets.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { assetDetail, checkTerms, editing, summaryOf } from './assets.ts';
import { filledIn, notToComeOut } from './needed-to-publish.ts';
import { needsReview, versionNeedsReview } from './review-needed.ts';
import { type StepInput, type StepPlan, takeStep } from './take-step.ts';
import { visibleVersions } from './versions.ts';
import type { WithAssets } from './with-assets.ts';

/** Publishing what waits: an asset that reps don't see yet, a draft version beside a published one. */

/** Publishes assets in one write. Those that can't be published are told with the reason and stop no other. */
export async function publishAssets(replica: WithAssets, step: StepInput): Promise<StepTaken> {
  checkMayPublish(replica);
  checkTerms(replica, step.given ?? {});
  return takeStep(replica, step, (asset) => planPublication(replica, asset, step.given));
}

/** Publishes or drops a draft version, or lets it wait again. */
export async function moveVersion(
  replica: WithAssets,
  move: { readonly asset: string; readonly version: string; readonly to: VersionMove },
): Promise<{ asset: AssetDetail; undo?: string }> {
  checkMayPublish(replica);
  const asset = draftedVersion(replica, move.asset, move.version);
  const summary = summaryOf(replica, move.asset);
  if (move.to === 'published' && versionNeedsReview(replica, summary, move.version))
    throw invalid(says('reviews.needs-review', { title: summary.title }), 'version');
  const isMoved = versionStateOf(asset, move.version) === move.to;
  const undone = await replica.undos.commit(isMoved ? [] : [moving(replica, move)]);
  return { asset: assetDetail(replica, move.asset), ...undone };
}

/** The event that moves a version: said of the asset that it was added to. */
export function moving(
  replica: WithAssets,
  { asset, version, to }: { readonly asset: string; readonly version: string; readonly to: VersionMove },
): PlainDraft {
  const home = homeOfVersion(replica.catalog, version) ?? asset;
  return { kind: 'asset-version-moved', body: { asset: home, version, to, at: replica.ports.clock.now() } };
}

/** The asset of a version that was saved as a draft. Throws `Refusal` where it has none of that id, or one that was published at once. */
function draftedVersion(replica: WithAssets, id: string, version: string): AssetState {
  const asset = knownAsset(replica.catalog, id);
  const added = knownVersion(replica.catalog, id, version);
  if (asset === undefined || added === undefined) throw notFound('version');
  if (added.draft === true) return asset;
  throw invalid(says('assets.never-a-draft'));
}

function planPublication(replica: WithAssets, summary: AssetSummary, given: StepInput['given']): StepPlan {
  const { id, title, state } = summary;
  if (state === 'recalled') {
    return { code: 'recalled', says: says('assets.recalled', { title }) };
  }
  if (state === 'expired') {
    return { code: 'expired', says: says('assets.expired', { title }) };
  }
  const version = waitingVersion(visibleVersions(replica, id))?.body.id;
  if (summary.released && version === undefined) {
    return { code: 'published', says: says('assets.published-already', { title }) };
  }
  const needs =
    version === undefined ? needsReview(replica, summary) : versionNeedsReview(replica, summary, version);
  if (needs) return { code: 'needs-review', says: says('reviews.needs-review', { title }) };
  const filled = filledIn(replica.catalog, summary, given);
  const why = notToComeOut(replica.catalog, summary, filled);
  if (why !== undefined) return why;
  // A release day ahead would keep it from reps all the same.
  const set = { ...filled, status: 'published', ...(state === 'scheduled' && { releaseOn: null }) } as const;
  return [
    ...(summary.released ? [] : [editing(replica, id, set)]),
    ...(version === undefined ? [] : [moving(replica, { asset: id, version, to: 'published' })]),
  ];
}
