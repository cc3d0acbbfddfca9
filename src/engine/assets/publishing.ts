import type { AssetChanges, AssetDetail, AssetSummary } from '../../contract/assets.ts';
import type { AssetState } from '../../domain/catalog-state.ts';
import type { EventDraft, VersionMove } from '../../domain/events.ts';
import { versionStateOf, waitingVersion } from '../../domain/versions.ts';
import type { OpenHub } from '../open-hub.ts';
import { checkMayPublish } from '../publish/may-publish.ts';
import { invalid, notFound } from '../refusal.ts';
import { assetDetail, checkTerms, summaryOf, valuesBefore } from './assets.ts';
import { visibleVersions } from './versions.ts';

/** Publishing what waits: an asset that reps don't see yet, a draft version beside a published one. */

/** What an asset's publication changed. */
export type PublishUndo = { readonly set: AssetChanges; readonly version?: string | undefined };

type Refused = { readonly asset: string; readonly code: string; readonly message: string };
type Planned = { readonly drafts: readonly EventDraft[]; readonly undo: PublishUndo };

/** Publishes assets in one write. Those that can't be published are told with the reason and stop no other. */
export async function publishAssets(
  hub: OpenHub,
  ids: readonly string[],
): Promise<{ changed: { asset: string; undo: PublishUndo }[]; refused: Refused[] }> {
  checkMayPublish(hub);
  const drafts: EventDraft[] = [];
  const changed: { asset: string; undo: PublishUndo }[] = [];
  const refused: Refused[] = [];
  for (const id of new Set(ids)) {
    const summary = summaryOf(hub, id);
    const plan = planPublication(hub, summary);
    if ('code' in plan) refused.push({ asset: id, ...plan });
    else {
      drafts.push(...plan.drafts);
      changed.push({ asset: id, undo: plan.undo });
    }
  }
  await hub.catalog.commit(drafts);
  return { changed, refused };
}

/** Takes back what a publication changed. */
export async function undoPublications(
  hub: OpenHub,
  assets: readonly { readonly asset: string; readonly undo: PublishUndo }[],
): Promise<{ changed: number }> {
  checkMayPublish(hub);
  for (const { asset, undo } of assets) {
    summaryOf(hub, asset);
    if (undo.version !== undefined) draftedVersion(hub, asset, undo.version);
    checkTerms(hub, undo.set);
  }
  const at = hub.ports.clock.now();
  const drafts = assets.flatMap(({ asset, undo: { set, version } }): EventDraft[] => [
    ...(Object.keys(set).length === 0 ? [] : [edited(asset, set, at)]),
    ...(version === undefined ? [] : [moved(asset, version, 'draft', at)]),
  ]);
  await hub.catalog.commit(drafts);
  return { changed: assets.length };
}

/** Publishes or drops a draft version, or lets it wait again. */
export async function moveVersion(
  hub: OpenHub,
  move: { readonly asset: string; readonly version: string; readonly to: VersionMove },
): Promise<AssetDetail> {
  checkMayPublish(hub);
  const asset = draftedVersion(hub, move.asset, move.version);
  if (versionStateOf(asset, move.version) !== move.to) {
    await hub.catalog.commit([{ kind: 'asset-version-moved', body: { ...move, at: hub.ports.clock.now() } }]);
  }
  return assetDetail(hub, move.asset);
}

/** The asset of a version that was saved as a draft. Throws `Refusal` where it has none of that id, or one that was published at once. */
function draftedVersion(hub: OpenHub, id: string, version: string): AssetState {
  const asset = hub.catalog.state.assets.get(id);
  const added = asset?.versions.get(version)?.value;
  if (asset === undefined || added === undefined) throw notFound('version');
  if (added.draft === true) return asset;
  throw invalid('This version was never a draft. Nothing was changed. Publish a new version instead.');
}

function planPublication(hub: OpenHub, summary: AssetSummary): Planned | Omit<Refused, 'asset'> {
  const { id, title, state } = summary;
  if (state === 'expired') {
    const message = `‘${title}’ has expired. It was not published. Change its last day of use first.`;
    return { code: 'expired', message };
  }
  const at = hub.ports.clock.now();
  const asset = hub.catalog.state.assets.get(id);
  const version = asset === undefined ? undefined : waitingVersion(visibleVersions(hub, asset))?.body.id;
  // A release day ahead would keep it from reps all the same.
  const set: AssetChanges = summary.released
    ? {}
    : { status: 'published', ...(state === 'scheduled' && { releaseOn: null }) };
  if (summary.released && version === undefined) {
    return { code: 'published', message: `‘${title}’ is published already.` };
  }
  return {
    drafts: [
      ...(summary.released ? [] : [edited(id, set, at)]),
      ...(version === undefined ? [] : [moved(id, version, 'published', at)]),
    ],
    undo: { set: valuesBefore(hub, summary, set), ...(version !== undefined && { version }) },
  };
}

function edited(asset: string, set: AssetChanges, at: number): EventDraft {
  const fields = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  return { kind: 'asset-edited', body: { asset, set: fields, at } };
}

function moved(asset: string, version: string, to: 'published' | 'draft', at: number): EventDraft {
  return { kind: 'asset-version-moved', body: { asset, version, to, at } };
}
