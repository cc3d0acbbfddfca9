import { describe, expect, it } from 'vitest';
import { movedTerms, type Term } from '../../../../src/renderer/areas/taxonomy/terms.ts';

const term = (id: string, order: number): Term => ({
  id,
  name: id,
  first: '',
  second: '',
  audience: null,
  reviewDays: null,
  needsReview: false,
  synonyms: [],
  order,
  retired: false,
});

describe('the order of terms', () => {
  it('changes only the two that trade places', () => {
    const moved = movedTerms([term('a', 1), term('b', 2), term('c', 3)], 'c', -1);
    expect(moved.map(({ id, order }) => [id, order])).toEqual([
      ['c', 2],
      ['b', 3],
    ]);
  });

  it('numbers anew where two had the same place', () => {
    const moved = movedTerms([term('a', 1), term('b', 1)], 'a', 1);
    expect(moved.map(({ id, order }) => [id, order])).toEqual([['a', 2]]);
  });

  it('stays at the ends', () => {
    expect(movedTerms([term('a', 1), term('b', 2)], 'a', -1)).toEqual([]);
  });
});
