import type { QueryClient } from '@tanstack/react-query';
import type { Change, Topic } from '../../contract/session.ts';
import { orpc } from './engine-client.ts';

/** Which areas of the contract answer differently when a topic changed. */
const areas: Readonly<Record<Topic, readonly (readonly unknown[])[]>> = {
  // Who somebody is decides what they see and may do, in every area: a draft must not stay on the screen of one who is a rep now.
  session: [[]],
  assets: [
    orpc.assets.key(),
    orpc.metadata.key(),
    orpc.history.key(),
    orpc.search.key(),
    orpc.activity.key(),
    orpc.news.key(),
    orpc.insights.key(),
    orpc.taxonomy.key(),
    orpc.requests.similar.key(),
    orpc.pins.key(),
    orpc.near.key(),
    orpc.compare.key(),
    orpc.session.key(),
    orpc.reviews.key(),
    orpc.kits.key(),
    orpc.variants.key(),
    orpc.sends.key(),
    orpc.assembly.key(),
    orpc.calls.key(),
  ],
  ratings: [
    orpc.assets.get.key(),
    orpc.search.key(),
    orpc.insights.key(),
    orpc.activity.key(),
    orpc.news.key(),
  ],
  requests: [
    orpc.searchQuality.unanswered.key(),
    orpc.requests.key(),
    orpc.taxonomy.usage.key(),
    orpc.history.request.key(),
    orpc.insights.key(),
    orpc.session.key(),
  ],
  people: [
    orpc.people.key(),
    orpc.session.key(),
    orpc.searchQuality.policy.key(),
    orpc.recognition.key(),
    orpc.kits.key(),
  ],
  taxonomy: [orpc.taxonomy.key(), orpc.search.key(), orpc.insights.key(), orpc.searchQuality.key()],
  watches: [orpc.watches.key()],
  views: [orpc.views.key()],
  activity: [
    orpc.sends.ledger.key(),
    orpc.reviews.key(),
    orpc.compare.news.key(),
    orpc.activity.key(),
    orpc.news.key(),
    orpc.insights.key(),
    orpc.searchQuality.key(),
  ],
  golden: [orpc.searchQuality.key()],
  rules: [orpc.rules.key()],
  proposals: [orpc.proposals.key(), orpc.assets.get.key()],
  kits: [
    orpc.kits.key(),
    orpc.history.kit.key(),
    orpc.search.key(),
    orpc.reviews.retireEffect.key(),
    orpc.insights.key(),
  ],
  calls: [orpc.calls.key()],
  tray: [orpc.assembly.tray.key()],
  languages: [orpc.search.key(), orpc.kits.key(), orpc.variants.languages.key()],
  staging: [orpc.publish.key(), orpc.session.key()],
  index: [orpc.maintenance.key(), orpc.search.key()],
  recognition: [orpc.recognition.key(), orpc.maintenance.indexReport.key()],
  near: [orpc.near.key()],
  sync: [orpc.hub.key(), orpc.offline.get.key()],
  files: [
    orpc.sends.check.key(),
    orpc.assembly.check.key(),
    orpc.calls.check.key(),
    orpc.assets.get.key(),
    orpc.search.key(),
    orpc.activity.key(),
    orpc.news.key(),
    orpc.pins.key(),
    orpc.maintenance.indexReport.key(),
  ],
  finding: [
    orpc.searchQuality.unanswered.key(),
    orpc.savedSearches.key(),
    orpc.pins.key(),
    orpc.searchHistory.key(),
    orpc.reviews.key(),
    orpc.compare.news.key(),
  ],
};

/** What costs many searches is asked for again only once this is past: an import changes something all the time. */
const CALM_MS = 1000;
/** However much goes on changing, nobody waits longer. */
const MOST_CALM_MS = 5000;
const calm: Readonly<Partial<Record<Topic, readonly (readonly unknown[])[]>>> = {
  assets: [orpc.savedSearches.key()],
  taxonomy: [orpc.savedSearches.key()],
  index: [orpc.savedSearches.key(), orpc.searchQuality.key()],
};

/**
 * Asks again. A first answer that is still on its way may be from before the change, and TanStack Query would take it
 * for the new one: it is given up first.
 */
async function refresh(client: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await client.cancelQueries({ queryKey, predicate: (query) => query.state.data === undefined });
  await client.invalidateQueries({ queryKey });
}

/** Collects what is to be asked for again, and does so once nothing more of it has changed for a moment, or after a while in any case. */
function calmly(client: QueryClient, signal: AbortSignal): (topics: readonly Topic[]) => void {
  const waiting = new Map<string, readonly unknown[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (topics) => {
    const keys = topics.flatMap((topic) => calm[topic] ?? []);
    if (keys.length === 0 || signal.aborted) return;
    if (waiting.size === 0) since = performance.now();
    for (const queryKey of keys) waiting.set(JSON.stringify(queryKey), queryKey);
    clearTimeout(timer);
    const most = since + MOST_CALM_MS - performance.now();
    timer = setTimeout(
      () => {
        for (const queryKey of waiting.values()) void refresh(client, queryKey);
        waiting.clear();
      },
      Math.max(0, Math.min(CALM_MS, most)),
    );
  };
}

/** Refetches what changed, for as long as the engine tells of it. */
export async function followChanges(
  client: QueryClient,
  changes: AsyncIterable<Change>,
  signal: AbortSignal,
): Promise<void> {
  let last = -1;
  const refreshCalmly = calmly(client, signal);
  for await (const change of changes) {
    // The first one says that from here on every change is told: whatever was asked before may have missed one.
    if (last < 0) void refresh(client, []);
    else if (change.revision !== last) {
      for (const topic of change.topics) {
        for (const queryKey of areas[topic]) void refresh(client, queryKey);
      }
      refreshCalmly(change.topics);
    }
    last = change.revision;
  }
}
