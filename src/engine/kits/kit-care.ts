import type { KitToReview, RecalledKit } from '../../contract/kit-steps.ts';
import type { KitSummary } from '../../contract/kit-summary.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { knownKit, reviewOfKit } from '../../domain/kits/kit-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { KIT_REVIEW_REASONS, type KitReviewReason } from '../../shared/vocabulary/reviews.ts';
import { missingPeople } from '../people/missing-people.ts';
import { compareTitles } from '../search/query/ordering.ts';
import { insteadOfKit } from './kit-life.ts';
import type { WithKits } from './with-kits.ts';

/** What there is to do about kits, and what who used one must know. */

/**
 * Kits that wait for an approval, then those that are due for another look, then those for which nobody answers; of each those that are for the
 * person here first. Nothing to whoever does not publish.
 */
export function kitsToReview(replica: WithKits): KitToReview[] {
  const { id: self, role } = replica.catalog.self();
  if (!may(role, 'publish')) return [];
  const found: KitToReview[] = [];
  for (const { summary } of replica.kits.visible().values()) {
    const reasons = reasonsFor(replica, summary, self);
    const [first] = reasons;
    if (first === undefined) continue;
    const answers = (summary.verifier ?? summary.owner)?.id === self;
    const mine = first === 'review-asked' || (first !== 'in-review' && answers);
    found.push({ ...summary, reasons, mine });
  }
  return found.sort(inOrder);
}

/** Why somebody is to look at a kit, what matters most first; of one that a person keeps for themselves there is no reason. */
function reasonsFor(replica: WithKits, kit: KitSummary, self: string): KitReviewReason[] {
  if (kit.own) return [];
  const reasons = new Set<KitReviewReason>();
  if (kit.state === 'in-review') {
    const known = knownKit(replica.catalog, kit.id);
    const standing = known && reviewOfKit(known)?.standing;
    if (standing?.outcome === 'open')
      reasons.add(standing.next.includes(self) ? 'review-asked' : 'in-review');
  }
  if (kit.state === 'due-for-review') reasons.add('due');
  if (isUsable(kit.state)) for (const missing of missingPeople(replica, kit)) reasons.add(missing);
  return KIT_REVIEW_REASONS.filter((reason) => reasons.has(reason));
}

/** By what is asked for: an approval, another look, somebody who answers. */
const TURN: Readonly<Record<KitReviewReason, number>> = {
  'review-asked': 0,
  'in-review': 0,
  due: 1,
  'owner-left': 2,
  'verifier-left': 2,
  'no-owner': 2,
};

function inOrder(a: KitToReview, b: KitToReview): number {
  const turn = ({ reasons: [first = 'no-owner'] }: KitToReview): number => TURN[first];
  return (
    turn(a) - turn(b) ||
    Number(b.mine) - Number(a.mine) ||
    compareTitles(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
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
