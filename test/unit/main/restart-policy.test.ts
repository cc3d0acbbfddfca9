import { describe, expect, it } from 'vitest';
import { planRestart } from '../../../src/main/host/restart-policy.ts';

describe('an engine that has died', () => {
  it('is started again at once the first time', () => {
    expect(planRestart([], 1000)).toEqual({ kind: 'restart', attempt: 1, delayMs: 0 });
  });

  it('is given more time after every further death within a minute', () => {
    const delays = [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]].map((earlier) => planRestart(earlier, 10));
    expect(delays.map((plan) => (plan.kind === 'restart' ? plan.delayMs : -1))).toEqual([
      200, 400, 800, 1600,
    ]);
  });

  it('is left alone after five deaths within a minute', () => {
    expect(planRestart([1, 2, 3, 4, 5], 10)).toEqual({ kind: 'give-up' });
  });

  it('is forgiven deaths that are more than a minute old', () => {
    expect(planRestart([1, 2, 3, 4, 5], 70_000)).toEqual({ kind: 'restart', attempt: 1, delayMs: 0 });
  });
});
