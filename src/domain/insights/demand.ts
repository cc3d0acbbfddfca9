import { sumDays } from '../activity/activity.ts';
import { cellKey } from '../coverage/coverage.ts';
import type { Holds } from '../kernel/holds.ts';
import type { ActivityState, CatalogState } from '../registry.ts';
import { successorOf } from '../taxonomy/successor.ts';
import { isWithin, type Period } from './period.ts';

type DemandFacts = {
  readonly activity: ActivityState;
  readonly catalog: Holds<Pick<CatalogState, 'requests' | 'taxonomy'>>;
};

/**
 * Searches by reps, requests made and votes given in a period, by cell. What was for a term that has been retired in favor of another is
 * for that one.
 */
export function demandOf({ activity, catalog }: DemandFacts, period: Period): ReadonlyMap<string, number> {
  const { requests, taxonomy } = catalog.state;
  const demand = new Map<string, number>();
  const add = (stage: string, persona: string, count: number): void => {
    if (count === 0) return;
    const key = cellKey(successorOf(taxonomy.stages, stage), successorOf(taxonomy.personas, persona));
    demand.set(key, (demand.get(key) ?? 0) + count);
  };
  for (const [key, days] of activity.demand) {
    const [stage = '', persona = ''] = key.split('|');
    add(stage, persona, sumDays(days, period.from, period.to));
  }
  for (const { made, votes } of requests.values()) {
    if (made === undefined) continue;
    const { stage, persona, at, member } = made.value;
    if (stage === undefined || persona === undefined) continue;
    const given = [...votes].filter(
      ([voter, { value }]) => voter !== member && value !== null && isWithin(period, value.at),
    );
    add(stage, persona, given.length + (isWithin(period, at) ? 1 : 0));
  }
  return demand;
}
