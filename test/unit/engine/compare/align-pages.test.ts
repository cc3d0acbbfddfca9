import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignedPage, alignPages } from '../../../../src/engine/compare/pages/align-pages.ts';
import { Words } from '../../../bench/corpus.ts';

const breathe = () => Promise.resolve();
const align = (from: readonly string[], to: readonly string[]) => alignPages(from, to, breathe);
/** Pages with words of their own, and the same foot on each. */
function deck(seed: number, pages: number): string[] {
  const words = new Words(seed);
  return Array.from({ length: pages }, () => `${words.text(30)} Northwind confidential`);
}
const plainOnes = (pages: readonly AlignedPage[]) =>
  pages.filter(({ from, to, moved }) => from !== undefined && to !== undefined && !moved);

describe('pages of two versions', () => {
  it('each have one place, whatever the two are', async () => {
    const page = fc.constantFrom(
      '',
      'Prices 2026',
      'Prices 2027',
      'Thank you',
      'a b c d e',
      'Agenda one two',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { maxLength: 14 }),
        fc.array(page, { maxLength: 14 }),
        async (from, to) => {
          const pages = await align(from, to);
          const places = (side: 'from' | 'to') => pages.flatMap((one) => one[side] ?? []);
          expect(places('from').toSorted((a, b) => a - b)).toEqual([...from.keys()]);
          expect(places('to')).toEqual([...to.keys()]);
        },
      ),
    );
  });

  it('that were put in are found as added, and that were taken out as removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 }), async (at, count) => {
        const before = deck(1, 10);
        const added = deck(99, count).map((text) => text.toUpperCase());
        const after = [...before.slice(0, at), ...added, ...before.slice(at)];
        const there = await align(before, after);
        expect(there.filter(({ from }) => from === undefined).map(({ to }) => to)).toEqual(
          added.map((_, index) => at + index),
        );
        expect(plainOnes(there)).toHaveLength(10);
        const back = await align(after, before);
        expect(back.filter(({ to }) => to === undefined)).toHaveLength(count);
        expect(plainOnes(back)).toHaveLength(10);
      }),
      { numRuns: 20 },
    );
  });

  it('that stand elsewhere are found as moved', async () => {
    const before = deck(3, 8);
    const after = [...before.slice(1), before[0] ?? ''];
    const pages = await align(before, after);
    expect(pages.filter(({ moved }) => moved)).toEqual([{ from: 0, to: 7, moved: true }]);
    expect(plainOnes(pages)).toHaveLength(7);
  });

  it('are found again though half of their words are others, or they have a handful between pages that stayed', async () => {
    const before = deck(4, 6);
    const rewritten = before.map((text, at) =>
      at === 3
        ? text
            .split(' ')
            .map((word, place) => (place % 2 === 0 ? word : `new${place}`))
            .join(' ')
        : text,
    );
    expect(plainOnes(await align(before, rewritten))).toHaveLength(6);
    const [first = '', last = ''] = deck(5, 2);
    expect(await align([first, 'Prices 2026', last], [first, 'Prices 2027', last])).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
  });

  it('without words are paired by their place', async () => {
    expect(await align(['', '', ''], ['', '', ''])).toHaveLength(3);
    expect(await align([], ['a'])).toEqual([{ to: 0 }]);
  });

  it('are aligned within seconds where two documents have 2,000 each', async () => {
    const before = deck(6, 2_000);
    const after = [...before.slice(100), ...deck(77, 100)];
    const started = performance.now();
    const pages = await align(before, after);
    expect(plainOnes(pages)).toHaveLength(1_900);
    await align(Array(2_000).fill('the very same page'), Array(2_000).fill('the very same page'));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
