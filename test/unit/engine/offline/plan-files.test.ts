import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfflinePolicy } from '../../../../src/contract/offline.ts';
import { DEFAULT_POLICY } from '../../../../src/engine/offline/offline-settings.ts';
import { type CatalogFile, planFiles } from '../../../../src/engine/offline/plan-files.ts';
import type { Sha256 } from '../../../../src/shared/vocabulary/ids.ts';

function file(name: string, more: Partial<CatalogFile> = {}): CatalogFile {
  return {
    sha256: name as Sha256,
    size: 10,
    asset: `a-${name}`,
    current: true,
    pinned: false,
    openedAt: 0,
    stages: [],
    personas: [],
    worth: 3,
    updatedAt: 0,
    ...more,
  };
}

function policy(more: Partial<OfflinePolicy> = {}): OfflinePolicy {
  return { ...DEFAULT_POLICY, budgetBytes: 100, ...more };
}

const names = (files: readonly CatalogFile[]) => files.map(({ sha256 }) => sha256);

describe('which originals are kept', () => {
  it('fetches the most useful first, and what was opened here before that', () => {
    const files = [file('a', { worth: 2 }), file('b', { worth: 5 }), file('c', { worth: 1, openedAt: 7 })];
    expect(names(planFiles(files, policy(), () => false).fetch)).toEqual(['c', 'b', 'a']);
  });

  it('keeps only small files, only chosen stages or personas, and what is pinned in any case', () => {
    const files = [
      file('big', { size: 50 }),
      file('small', { size: 5 }),
      file('cfo', { personas: ['cfo'], size: 20 }),
      file('pin', { pinned: true, size: 60 }),
    ];
    const wanted = (more: Partial<OfflinePolicy>) =>
      names(planFiles(files, policy(more), () => false).wanted).sort();
    expect(wanted({ keep: 'small', maxFileBytes: 10 })).toEqual(['pin', 'small']);
    expect(wanted({ keep: 'chosen', personas: ['cfo'] })).toEqual(['cfo', 'pin']);
    expect(wanted({ keep: 'all' })).toEqual(['big', 'cfo', 'pin', 'small']);
  });

  it('gives up what the policy does not want any more', () => {
    const files = [file('a', { size: 50 }), file('b', { size: 5 })];
    expect(names(planFiles(files, policy({ keep: 'small', maxFileBytes: 10 }), () => true).remove)).toEqual([
      'a',
    ]);
  });

  it('keeps former versions as long as there is room, and gives them up first', () => {
    const files = [file('now', { worth: 1 }), file('before', { current: false, worth: 5 })];
    expect(planFiles(files, policy({ budgetBytes: 20 }), () => true).remove).toEqual([]);
    expect(names(planFiles(files, policy({ budgetBytes: 19 }), () => true).remove)).toEqual(['before']);
  });

  it('never goes beyond the budget, never gives up a pinned file, and comes to rest', () => {
    const files = fc.uniqueArray(
      fc.record({
        sha256: fc.integer({ min: 0, max: 9999 }).map(String),
        size: fc.integer({ min: 1, max: 60 }),
        worth: fc.integer({ min: 1, max: 5 }),
        pinned: fc.boolean(),
        current: fc.boolean(),
        here: fc.boolean(),
      }),
      { selector: ({ sha256 }) => sha256, maxLength: 20 },
    );
    const keep = fc.constantFrom('all' as const, 'small' as const, 'chosen' as const);
    fc.assert(
      fc.property(files, keep, (made, kept) => {
        const all = made.map((one) => file(one.sha256, { ...one, sha256: one.sha256 as Sha256 }));
        const here = new Set(made.filter((one) => one.here).map(({ sha256 }) => sha256));
        const rules = policy({ keep: kept, maxFileBytes: 30 });
        const plan = planFiles(all, rules, (sha256) => here.has(sha256));
        expect(plan.remove.some(({ pinned }) => pinned)).toBe(false);
        for (const { sha256 } of plan.remove) here.delete(sha256);
        for (const { sha256 } of plan.fetch) here.add(sha256);
        const total = all.filter(({ sha256 }) => here.has(sha256)).reduce((sum, { size }) => sum + size, 0);
        const pinned = all.filter((one) => one.pinned).reduce((sum, { size }) => sum + size, 0);
        expect(total).toBeLessThanOrEqual(Math.max(rules.budgetBytes, pinned));
        const again = planFiles(all, rules, (sha256) => here.has(sha256));
        expect(names(again.remove)).toEqual([]);
      }),
    );
  });
});
