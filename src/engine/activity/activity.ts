import type { AssetSummary } from '../../contract/assets.ts';
import { usesOfAssets } from '../../domain/activity/merged-uses.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { ShareKind } from '../../shared/vocabulary/activity.ts';
import { summaryOf } from '../assets/assets.ts';
import { visibleVersions } from '../assets/versions.ts';
import { notFound } from '../base/refusal.ts';
import { searchWordsOf } from '../people/policies.ts';
import type { WithActivity } from './with-activity.ts';

/** Reading on is no new use: one begins when nobody has looked at the asset for this long. */
const VIEW_PAUSE_MS = 30 * 60_000;

/** Remembers when each asset was looked at last, so that reading counts once and does not fill the journal. */
export class ViewPause {
  readonly #last = new Map<string, number>();

  /** Says whether a view is a new use, and remembers it. */
  take(asset: string, now: number): boolean {
    const last = this.#last.get(asset);
    this.#last.set(asset, now);
    return last === undefined || now - last >= VIEW_PAUSE_MS;
  }

  /** When an asset was looked at last since the engine began; milliseconds since 1970. */
  lastAt(asset: string): number | undefined {
    return this.#last.get(asset);
  }
}

/** Somebody read a page. */
export async function recordView(
  replica: WithActivity,
  pause: ViewPause,
  view: { readonly asset: string; readonly page?: number | undefined },
): Promise<{ recorded: boolean }> {
  const { id: asset, version } = summaryOf(replica, view.asset);
  const at = replica.ports.clock.now();
  if (!pause.take(asset, at)) return { recorded: false };
  if (version.away !== true) await replica.offline.opened(version.sha256);
  await record(replica, { kind: 'asset-viewed', body: { ...view, asset, version: version.id, at } });
  return { recorded: true };
}

/** Somebody took a file out of Kitbag: others learn that it is used, this device what left it. Throws `Refusal` NOT_FOUND. */
export async function recordShare(
  replica: WithActivity,
  share: {
    readonly asset: string;
    readonly version?: string | undefined;
    readonly how: Exclude<ShareKind, 'sent' | 'presented'>;
  },
): Promise<{ recorded: boolean }> {
  const { id: asset, title, version: current } = summaryOf(replica, share.asset);
  const { how, version: id = current.id } = share;
  const version = visibleVersions(replica, asset).find(({ body }) => body.id === id);
  if (version === undefined) throw notFound('version');
  const at = replica.ports.clock.now();
  // First: whoever hears of the use may ask what left.
  if (how !== 'opened') {
    const { number } = version;
    await replica.sent.note([{ at, to: '', asset, title, version: id, number, how }]);
  }
  await record(replica, { kind: 'asset-shared', body: { asset, version: version.body.id, how, at } });
  return { recorded: true };
}

/** A search that ended. What is told to others are counts; the words stay on this device unless the hub's policy shares them. */
export async function recordSearch(
  replica: WithActivity,
  search: {
    readonly results: number;
    readonly stage?: string | undefined;
    readonly persona?: string | undefined;
    readonly opened?: string | undefined;
    readonly position?: number | undefined;
    readonly words?: string | undefined;
  },
): Promise<{ recorded: boolean }> {
  const { words, ...counts } = search;
  const at = replica.ports.clock.now();
  const shared = words !== undefined && words !== '' && searchWordsOf(replica) === 'words' ? { words } : {};
  await record(replica, { kind: 'searched', body: { ...counts, ...shared, at } });
  if (words !== undefined) {
    const { results, stage, persona } = counts;
    await replica.finding.history.note({
      words,
      at,
      results,
      ...(stage === undefined ? {} : { stage }),
      ...(persona === undefined ? {} : { persona }),
    });
    replica.changes.emit('finding');
  }
  return { recorded: true };
}

async function record(replica: WithActivity, draft: EventDraft): Promise<void> {
  await replica.catalog.commit([draft]);
}

/** What the current member used last, newest first. */
export function recentAssets(replica: WithActivity, pause: ViewPause, limit: number): AssetSummary[] {
  const self = replica.catalog.self().id;
  const all = replica.summaries.visible();
  return [...usesOfAssets(replica.catalog)]
    .map(([id, use]) => ({ asset: all.get(id), at: laterOf(use.members.get(self), pause.lastAt(id)) }))
    .flatMap(({ asset, at }) => (asset === undefined || at === undefined ? [] : [{ asset, at }]))
    .filter(({ asset }) => !isPutAway(asset))
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
    .map(({ asset }) => asset);
}

function laterOf(recorded: number | undefined, looked: number | undefined): number | undefined {
  return recorded === undefined ? undefined : Math.max(recorded, looked ?? 0);
}
