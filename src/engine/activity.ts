import type { AssetSummary } from '../contract/assets.ts';
import { isPutAway } from '../domain/assets/asset-state.ts';
import type { EventDraft } from '../domain/registry.ts';
import { summaryOf } from './assets/assets.ts';
import type { OpenHub } from './open-hub.ts';
import { searchWordsOf } from './search-quality/search-figures.ts';

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
export function recentAssets(hub: OpenHub, pause: ViewPause, limit: number): AssetSummary[] {
  const self = hub.catalog.self().id;
  const all = hub.summaries.visible();
  return [...hub.catalog.activity.uses]
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
