import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteBudget } from '../../../../src/sync/exchange/byte-budget.ts';

describe('a budget of bytes', () => {
  it('is never overdrawn, lets everybody through in the end, and what is larger than it alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(150), { maxLength: 40 }), fc.scheduler(), async (sizes, scheduler) => {
        const budget = new ByteBudget(100);
        let spent = 0;
        let most = 0;
        const done: number[] = [];
        const works = sizes.map((bytes) =>
          budget.spend(bytes, async () => {
            spent += Math.min(bytes, 100);
            most = Math.max(most, spent);
            await scheduler.schedule(Promise.resolve());
            spent -= Math.min(bytes, 100);
            done.push(bytes);
          }),
        );
        await scheduler.waitAll();
        await scheduler.waitFor(Promise.all(works));
        expect(most).toBeLessThanOrEqual(100);
        expect(done.toSorted()).toEqual(sizes.toSorted());
      }),
    );
  });

  it('is given back by work that fails', async () => {
    const budget = new ByteBudget(10);
    await expect(budget.spend(10, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await budget.spend(10, async () => 'done')).toBe('done');
  });
});
