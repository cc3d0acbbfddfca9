import type { AssetDetail, AssetSummary } from '../../contract/assets.ts';
import type { AssetState } from '../../domain/assets/assets.ts';
import type { PlainDraft, Undoable } from '../../domain/undo/reversals.ts';
import type { VersionMove } from '../../domain/versions/version-body.ts';
import { versionStateOf, waitingVersion } from '../../domain/versions/versions.ts';
import type { OpenHub } from '../open-hub.ts';
import { checkMayPublish } from '../publish/may-publish.ts';
import { invalid, notFound } from '../refusal.ts';
import { assetDetail, editing, summaryOf } from './assets.ts';
import { visibleVersions } from './versions.ts';

/** Publishing what waits: an asset that reps don't see yet, a draft version beside a published one. */

type Change = PlainDraft | Undoable;
type Refused = { readonly asset: string; readonly code: string; readonly message: string };

/** Publishes assets in one write. Those that can't be published are told with the reason and stop no other. */
export async function publishAssets(
  hub: OpenHub,
  ids: readonly string[],
): Promise<{ changed: string[]; refused: Refused[]; undo?: string }> {
  checkMayPublish(hub);
  const changes: Change[] = [];
  const changed: string[] = [];
  const refused: Refused[] = [];
  for (const id of new Set(ids)) {
    const plan = planPublication(hub, summaryOf(hub, id));
    if ('code' in plan) refused.push({ asset: id, ...plan });
    else {
      changes.push(...plan);
      changed.push(id);
    }
  }
  const undone = await hub.undos.commit(changes);
  return { changed, refused, ...undone };
}

/** Publishes or drops a draft version, or lets it wait again. */
export async function moveVersion(
  hub: OpenHub,
  move: { readonly asset: string; readonly version: string; readonly to: VersionMove },
): Promise<{ asset: AssetDetail; undo?: string }> {
  checkMayPublish(hub);
  const asset = draftedVersion(hub, move.asset, move.version);
  const body = { ...move, at: hub.ports.clock.now() };
  const isMoved = versionStateOf(asset, move.version) === move.to;
  const undone = await hub.undos.commit(isMoved ? [] : [{ kind: 'asset-version-moved', body }]);
  return { asset: assetDetail(hub, move.asset), ...undone };
}

/** The asset of a version that was saved as a draft. Throws `Refusal` where it has none of that id, or one that was published at once. */
function draftedVersion(hub: OpenHub, id: string, version: string): AssetState {
  const asset = hub.catalog.state.assets.get(id);
  const added = asset?.versions.get(version)?.value;
  if (asset === undefined || added === undefined) throw notFound('version');
  if (added.draft === true) return asset;
  throw invalid('This version was never a draft. Nothing was changed. Publish a new version instead.');
}

function planPublication(hub: OpenHub, summary: AssetSummary): readonly Change[] | Omit<Refused, 'asset'> {
  const { id, title, state } = summary;
  if (state === 'expired') {
    const message = `‘${title}’ has expired. It was not published. Change its last day of use first.`;
    return { code: 'expired', message };
  }
  const at = hub.ports.clock.now();
  const asset = hub.catalog.state.assets.get(id);
  const version = asset === undefined ? undefined : waitingVersion(visibleVersions(hub, asset))?.body.id;
  if (summary.released && version === undefined) {
    return { code: 'published', message: `‘${title}’ is published already.` };
  }
  // A release day ahead would keep it from reps all the same.
  const set = { status: 'published', ...(state === 'scheduled' && { releaseOn: null }) } as const;
  return [
    ...(summary.released ? [] : [editing(hub, id, set)]),
    ...(version === undefined
      ? []
      : [
          {
            kind: 'asset-version-moved',
            body: { asset: id, version, to: 'published', at },
          } as const,
        ]),
  ];
}
