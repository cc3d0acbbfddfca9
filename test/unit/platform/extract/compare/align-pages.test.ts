import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignedPage, alignPages } from '../../../../../src/platform/extract/compare/align-pages.ts';
import { Words } from '../../../../bench/corpus.ts';

/** Pages with words of their own, and the same foot on each. */
function deck(seed: number, pages: number): string[] {
  const words = new Words(seed);
  return Array.from({ length: pages }, () => `${words.text(30)} Northwind confidential`);
}
const plainOnes = (pages: readonly AlignedPage[]) =>
  pages.filter(({ from, to, moved }) => from !== undefined && to !== undefined && !moved);

describe('pages of two versions', () => {
  it('each have one place, whatever the two are', () => {
    const page = fc.constantFrom(
      '',
      'Prices 2026',
      'Prices 2027',
      'Thank you',
      'a b c d e',
      'Agenda one two',
      'x',
    );
    fc.assert(
      fc.property(fc.array(page, { maxLength: 14 }), fc.array(page, { maxLength: 14 }), (from, to) => {
        const pages = alignPages(from, to);
        const places = (side: 'from' | 'to') => pages.flatMap((one) => one[side] ?? []);
        expect(places('from').toSorted((a, b) => a - b)).toEqual([...from.keys()]);
        expect(places('to')).toEqual([...to.keys()]);
      }),
    );
  });

  it('that were put in are found as added, and that were taken out as removed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 }), (at, count) => {
        const before = deck(1, 10);
        const added = deck(99, count).map((text) => text.toUpperCase());
        const after = [...before.slice(0, at), ...added, ...before.slice(at)];
        const there = alignPages(before, after);
        expect(there.filter(({ from }) => from === undefined).map(({ to }) => to)).toEqual(
          added.map((_, index) => at + index),
        );
        expect(plainOnes(there)).toHaveLength(10);
        const back = alignPages(after, before);
        expect(back.filter(({ to }) => to === undefined)).toHaveLength(count);
        expect(plainOnes(back)).toHaveLength(10);
      }),
      { numRuns: 20 },
    );
  });

  it('that stand elsewhere are found as moved', () => {
    const before = deck(3, 8);
    const after = [...before.slice(1), before[0] ?? ''];
    const pages = alignPages(before, after);
    expect(pages.filter(({ moved }) => moved)).toEqual([{ from: 0, to: 7, moved: true }]);
    expect(plainOnes(pages)).toHaveLength(7);
  });

  it('are found again though half of their words are others, or they have a handful between pages that stayed', () => {
    const before = deck(4, 6);
    const rewritten = before.map((text, at) =>
      at === 3
        ? text
            .split(' ')
            .map((word, place) => (place % 2 === 0 ? word : `new${place}`))
            .join(' ')
        : text,
    );
    expect(plainOnes(alignPages(before, rewritten))).toHaveLength(6);
    const [first = '', last = ''] = deck(5, 2);
    expect(alignPages([first, 'Prices 2026', last], [first, 'Prices 2027', last])).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
  });

  it('without words are paired by their place', () => {
    expect(alignPages(['', '', ''], ['', '', ''])).toHaveLength(3);
    expect(alignPages([], ['a'])).toEqual([{ to: 0 }]);
  });

  it('are aligned where two documents have 2,000 each', () => {
    const before = deck(6, 2_000);
    const after = [...before.slice(100), ...deck(77, 100)];
    const pages = alignPages(before, after);
    expect(plainOnes(pages)).toHaveLength(1_900);
    alignPages(Array(2_000).fill('the very same page'), Array(2_000).fill('the very same page'));
  });
});
