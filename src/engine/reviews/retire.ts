import type { AssetSummary } from '../../contract/assets.ts';
import type { RetireEffect } from '../../contract/reviews.ts';
import { usesOfAssets } from '../../domain/activity/merged-uses.ts';
import { keptAsset } from '../../domain/assets/asset-selectors.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { cellKey } from '../../domain/coverage/coverage.ts';
import { knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import { summaryOf } from '../assets/assets.ts';
import { insteadOf } from '../gate/instead.ts';
import { listRequests } from '../requests/requests.ts';
import { compareTitles } from '../search/query/ordering.ts';
import { goldenQueries } from '../search-quality/golden.ts';
import type { WithReviews } from './with-reviews.ts';

/** What putting assets away would break, worked out before it is done. */

/** Throws `Refusal` NOT_FOUND for an asset that the person here does not see. */
export async function retireEffect(replica: WithReviews, ids: readonly string[]): Promise<RetireEffect> {
  const leaving = new Map(ids.map((id) => summaryOf(replica, id)).map((asset) => [asset.id, asset]));
  const pinned = new Set(replica.finding.pins.ids().map((id) => keptAsset(replica.catalog, id)));
  const golden = goldenQueries(replica).filter(({ assets }) => assets.some((id) => leaving.has(id)));
  const requests = listRequests(replica, {}).filter(
    ({ fulfilledWith }) => fulfilledWith !== undefined && leaving.has(fulfilledWith.asset),
  );
  const [first] = leaving.values();
  const nearest = leaving.size === 1 && first !== undefined ? await insteadOf(replica, first) : undefined;
  return {
    emptied: emptiedCells(replica, leaving),
    golden: golden.map(({ id, query }) => ({ id, query })),
    requests: requests.map(({ id, title }) => ({ id, title })),
    kits: brokenKits(replica, leaving),
    pins: [...leaving.keys()].filter((id) => pinned.has(id)).length,
    lastUsed: lastUse(replica, leaving.keys()),
    ...(nearest && !leaving.has(nearest.asset) && { nearest }),
  };
}

/** Kits that lose something that can be used now; none that is put away itself. */
function brokenKits({ kits }: WithReviews, leaving: ReadonlyMap<string, AssetSummary>): RetireEffect['kits'] {
  const broken = new Map<string, RetireEffect['kits'][number]>();
  for (const asset of leaving.keys())
    for (const { summary, items } of kits.holding(asset)) {
      if (summary.state === 'archived' || summary.state === 'expired') continue;
      const left = items.filter((item) => item.problem === undefined && !leaving.has(item.asset?.id ?? ''));
      broken.set(summary.id, { id: summary.id, name: summary.name, own: summary.own, left: left.length });
    }
  return [...broken.values()].sort((a, b) => compareTitles(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Cells of the matrix that have something to show now and nothing without these. */
function emptiedCells(
  { catalog, summaries }: WithReviews,
  leaving: ReadonlyMap<string, AssetSummary>,
): RetireEffect['emptied'] {
  const isLive = (facet: 'stage' | 'persona', id: string): boolean => {
    const term = knownTerm(catalog, facet, id);
    return term !== undefined && term.retired !== true;
  };
  const cells = new Map<string, { stage: string; persona: string }>();
  for (const asset of leaving.values()) {
    if (!isUsable(asset.state)) continue;
    for (const stage of asset.stages.filter((id) => isLive('stage', id)))
      for (const persona of asset.personas.filter((id) => isLive('persona', id)))
        cells.set(cellKey(stage, persona), { stage, persona });
  }
  if (cells.size === 0) return [];
  for (const asset of summaries.visible().values()) {
    if (leaving.has(asset.id) || !isUsable(asset.state)) continue;
    for (const stage of asset.stages)
      for (const persona of asset.personas) cells.delete(cellKey(stage, persona));
  }
  return [...cells.values()];
}

/** When any of them was used last, and by whom; null where nobody has. */
function lastUse({ catalog }: WithReviews, ids: Iterable<string>): RetireEffect['lastUsed'] {
  const uses = usesOfAssets(catalog);
  let last: { readonly member: string; readonly at: number } | undefined;
  for (const id of ids) {
    for (const [member, at] of uses.get(id)?.members ?? []) if (at > (last?.at ?? 0)) last = { member, at };
  }
  return last === undefined ? null : { at: last.at, by: catalog.member(last.member) };
}
