import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDays } from '../../../src/domain/insights/period.ts';
import { FIGURE_IDS, type FigureId } from '../../../src/shared/vocabulary/figures.ts';
import { Oracle } from './oracle.ts';
import { hubOf, placeOf, productFigures } from './product.ts';
import { type HubPlan, hubPlans, makeHub } from './random-hub.ts';

/** Numbers that are the same to twelve digits: the two ways add up in different orders. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(12)) : part)),
  );
}

/** Every figure of a hub, worked out both ways. */
async function bothWays(plan: HubPlan, mix: (events: ReturnType<typeof makeHub>['events']) => typeof events) {
  const { events, now } = makeHub(plan);
  const period = lastDays(plan.days, now);
  const product = await productFigures(hubOf(mix(events), now), period);
  const oracle = new Oracle({ events, now, ...period, placeOf });
  const naive = Object.fromEntries(FIGURE_IDS.map((id: FigureId) => [id, oracle[id]()]));
  return { product: rounded(product), naive: rounded(naive) };
}

describe('every figure of the table of definitions', () => {
  it('is what a second, naive implementation makes of the raw events of random hubs', async () => {
    await fc.assert(
      fc.asyncProperty(hubPlans, async (plan) => {
        const { product, naive } = await bothWays(plan, (events) => events);
        expect(product).toEqual(naive);
      }),
      { numRuns: 250 },
    );
  });

  it('is the same in whatever order the events arrive', async () => {
    await fc.assert(
      fc.asyncProperty(hubPlans, fc.integer(), async (plan, seed) => {
        const shuffled = (events: ReturnType<typeof makeHub>['events']) =>
          [...events].sort((a, b) => ((a.seq * 7919 + seed) % 101) - ((b.seq * 7919 + seed) % 101));
        const { product, naive } = await bothWays(plan, shuffled);
        expect(product).toEqual(naive);
      }),
      { numRuns: 50 },
    );
  });
});
