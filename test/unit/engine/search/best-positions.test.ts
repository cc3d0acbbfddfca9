import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPositions, nthGreatest } from '../../../../src/engine/search/best-positions.ts';

const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true })), {
  minLength: 1,
  maxLength: 200,
});

describe('the best of many', () => {
  it('has the n-th greatest where a sorted list has it', () => {
    fc.assert(
      fc.property(keys, fc.nat(), (list, number) => {
        const n = 1 + (number % list.length);
        const sorted = [...list].sort((a, b) => b - a);
        expect(nthGreatest(Float64Array.from(list), n) === sorted[n - 1]).toBe(true);
      }),
    );
  });

  it('is what sorting would leave, ties decided by their number', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 250 }), (list, most) => {
        const tie = (at: number): number => (at * 7919) % 1009;
        const sorted = [...list.keys()]
          .sort((a, b) => (list[b] ?? 0) - (list[a] ?? 0) || tie(a) - tie(b))
          .slice(0, most)
          .sort((a, b) => a - b);
        expect(bestPositions(Float64Array.from(list), most, tie)).toEqual(sorted);
      }),
    );
  });
});
