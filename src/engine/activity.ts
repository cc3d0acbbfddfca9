import type { AssetSummary } from '../contract/assets.ts';
import { isPutAway } from '../domain/asset-state.ts';
import type { EventDraft } from '../domain/events.ts';
import { summaryOf } from './assets/assets.ts';
import type { OpenHub } from './open-hub.ts';
import { searchWordsOf } from './search-quality/search-figures.ts';

/** One view of an asset is recorded in this time; turning pages is not a new use. */
const VIEW_PAUSE_MS = 60_000;

/** Remembers when each asset's view was last recorded, so that reading does not fill the journal. */
export class ViewPause {
  readonly #last = new Map<string, number>();

  /** Says whether a view may be recorded now, and remembers it. */
  take(asset: string, now: number): boolean {
    const last = this.#last.get(asset);
    if (last !== undefined && now - last < VIEW_PAUSE_MS) return false;
    this.#last.set(asset, now);
    return true;
  }
}

/** Somebody read a page. */
export async function recordView(
  hub: OpenHub,
  pause: ViewPause,
  view: { readonly asset: string; readonly page?: number | undefined },
): Promise<{ recorded: boolean }> {
  const { version } = summaryOf(hub, view.asset);
  const at = hub.ports.clock.now();
  if (!pause.take(view.asset, at)) return { recorded: false };
  if (version.away !== true) await hub.offline.opened(version.sha256);
  await record(hub, { kind: 'asset-viewed', body: { ...view, version: version.id, at } });
  return { recorded: true };
}

/** Somebody took a file out of Kitbag. */
export async function recordShare(
  hub: OpenHub,
  share: { readonly asset: string; readonly how: 'opened' | 'saved' | 'copied' | 'dragged' },
): Promise<{ recorded: boolean }> {
  const { version } = summaryOf(hub, share.asset);
  await record(hub, {
    kind: 'asset-shared',
    body: { ...share, version: version.id, at: hub.ports.clock.now() },
  });
  return { recorded: true };
}

/** A search that ended. What is told to others are counts; the words stay on this device unless the hub's policy shares them. */
export async function recordSearch(
  hub: OpenHub,
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
  const at = hub.ports.clock.now();
  const shared = words !== undefined && words !== '' && searchWordsOf(hub) === 'words' ? { words } : {};
  await record(hub, { kind: 'searched', body: { ...counts, ...shared, at } });
  if (words !== undefined) {
    const { results, stage, persona } = counts;
    await hub.finding.history.note({
      words,
      at,
      results,
      ...(stage === undefined ? {} : { stage }),
      ...(persona === undefined ? {} : { persona }),
    });
    hub.changes.emit('finding');
  }
  return { recorded: true };
}

async function record(hub: OpenHub, draft: EventDraft): Promise<void> {
  await hub.catalog.commit([draft]);
}

/** What the current member used last, newest first. */
export function recentAssets(hub: OpenHub, limit: number): AssetSummary[] {
  const self = hub.catalog.self().id;
  const all = hub.summaries.visible();
  return [...hub.catalog.activity.uses]
    .map(([asset, use]) => ({ asset: all.get(asset), at: use.members.get(self) }))
    .flatMap(({ asset, at }) => (asset === undefined || at === undefined ? [] : [{ asset, at }]))
    .filter(({ asset }) => !isPutAway(asset))
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
    .map(({ asset }) => asset);
}
