import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothedByAlike } from '../../../../src/engine/search/alike-rows.ts';
import { WEIGHTS } from '../../../../src/engine/search/matching.ts';
import { consideredAt } from '../../../../src/engine/search/related-stems.ts';
import { TermGatherer, unpackTerms } from '../../../../src/engine/search/words/row-terms.ts';

/** The best rows of a sentence say of each other what they are about. */

const AVERAGE = 10;

function rowsOf(texts: readonly string[], shares: readonly number[]) {
  return texts.map((text, at) => {
    const gatherer = new TermGatherer();
    gatherer.add(text, 'text');
    const { stems, data } = gatherer.finish();
    return { terms: unpackTerms(stems, data), share: shares[at] ?? 0, tie: at };
  });
}

describe('rows that are alike', () => {
  it('lift a row that speaks of what the best ones speak of before an equal one that does not', () => {
    const best = ['anchor harbor crane', 'harbor crane ship', 'crane ship anchor', 'ship anchor harbor dock'];
    const texts = [
      ...best,
      'violin opera stage',
      'anchor harbor ship crane',
      'garden tomato',
      'pepper onion',
    ];
    const scores = smoothedByAlike(rowsOf(texts, [1, 0.95, 0.9, 0.9, 0.5, 0.5, 0.1, 0.1]), AVERAGE, WEIGHTS);
    expect(scores[5]).toBeGreaterThan((scores[4] ?? 0) * 1.1);
    expect(scores[0]).toBeGreaterThan(scores[5] ?? 0);
  });

  it('leave scores between 0 and the best, each row its own alone where there are few', () => {
    const word = fc.constantFrom('anchor', 'harbor', 'crane', 'ship', 'violin', 'opera', 'stage', 'dock');
    const row = fc.record({
      text: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 70 }), (rows) => {
        const shares = rows.map(({ share }) => share);
        const scores = smoothedByAlike(
          rowsOf(
            rows.map(({ text }) => text),
            shares,
          ),
          AVERAGE,
          WEIGHTS,
        );
        expect(scores).toHaveLength(rows.length);
        for (const score of scores) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
        }
        if (rows.length <= 5) expect([...scores]).toEqual(shares);
      }),
    );
  });
});

describe('what a long row is about', () => {
  it('are the hundred and fifty stems that stand there most often, the first ones of equal ones', () => {
    const row = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 4 })), { maxLength: 300 });
    fc.assert(
      fc.property(row, (words) => {
        const text = words.map(([word, times]) => `w${word}x `.repeat(times)).join('');
        const terms = rowsOf([text], [1])[0]?.terms;
        if (terms === undefined) return;
        const wanted = [...terms.stems.keys()]
          .sort((a, b) => (terms.inText[b] ?? 0) - (terms.inText[a] ?? 0) || a - b)
          .slice(0, 150);
        expect([...consideredAt(terms)]).toEqual(wanted.toSorted((a, b) => a - b));
      }),
    );
  });
});
