import type { RecalledKit } from '../../contract/kit-steps.ts';
import type { KitSummary } from '../../contract/kit-summary.ts';
import { knownKit, reviewOfKit } from '../../domain/kits/kit-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { compareTitles } from '../search/query/ordering.ts';
import { insteadOfKit } from './kit-life.ts';
import type { WithKits } from './with-kits.ts';

/** What there is to do about kits, and what who used one must know. */

/** Kits that wait for an approval, those that wait for the person here first, then those that are due for another look; nothing to whoever does not publish. */
export function kitsToReview(replica: WithKits): (KitSummary & { mine: boolean })[] {
  const { catalog, kits } = replica;
  const { id: self, role } = catalog.self();
  if (!may(role, 'publish')) return [];
  const waiting: (KitSummary & { mine: boolean })[] = [];
  const due: typeof waiting = [];
  for (const { summary } of kits.visible().values()) {
    if (summary.state === 'due-for-review' && !summary.own)
      due.push({ ...summary, mine: summary.owner?.id === self });
    if (summary.state !== 'in-review') continue;
    const known = knownKit(catalog, summary.id);
    const standing = known && reviewOfKit(known)?.standing;
    if (standing?.outcome === 'open') waiting.push({ ...summary, mine: standing.next.includes(self) });
  }
  const mineFirst = (a: (typeof waiting)[number], b: (typeof waiting)[number]): number =>
    Number(b.mine) - Number(a.mine) || compareTitles(a.name, b.name) || (a.id < b.id ? -1 : 1);
  return [...waiting.sort(mineFirst), ...due.sort(mineFirst)];
}

/** Recalls by others of kits that the person here has opened, rated or pinned, until they have looked; newest first. */
export function recalledKits(replica: WithKits): RecalledKit[] {
  const { catalog, kits, keptKits } = replica;
  const self = catalog.selfId() ?? '';
  const news: (RecalledKit & { readonly at: number })[] = [];
  for (const { data, summary } of kits.visible().values()) {
    const { recall, id } = summary;
    if (recall === null || recall.by.id === self || keptKits.knowsRecall(id, recall.at)) continue;
    if (!keptKits.isInHand(id) && !data.ratings.some(([member]) => member === self)) continue;
    const instead = insteadOfKit(replica, summary);
    news.push({ kit: summary, at: recall.at, ...(instead !== undefined && { instead }) });
  }
  return news.sort((a, b) => b.at - a.at || (a.kit.id < b.kit.id ? -1 : 1)).map(({ at: _, ...told }) => told);
}

/** They have looked at the recalls of these. Says whether that is news. */
export async function seeKitRecalls(replica: WithKits, ids: readonly string[]): Promise<{ seen: boolean }> {
  let seen = false;
  for (const id of ids) {
    const recall = replica.kits.seen(id)?.summary.recall;
    if (recall && (await replica.keptKits.seeRecall(id, recall.at))) seen = true;
  }
  if (seen) replica.changes.emit('kits');
  return { seen };
}
