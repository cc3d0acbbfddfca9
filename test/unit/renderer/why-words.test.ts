import { describe, expect, it } from 'vitest';
import type { WhyResult } from '../../../src/contract/search.ts';
import { whySentence } from '../../../src/renderer/areas/search/why/why-words.ts';

const EVEN = { text: 1, usefulness: 1, freshness: 1, fit: 1 };

/** What words did: `here` of `count` are found. */
function words(count: number, here: number, titled = false): WhyResult {
  const found = [{ how: 'itself', as: 'x', where: ['pages'], pages: 1 }] as const;
  return {
    words: Array.from({ length: count }, (_, at) => ({
      typed: `w${at}`,
      found: at < here ? structuredClone([...found]).map((one) => ({ ...one, where: [...one.where] })) : [],
      terms: [],
    })),
    all: here === count,
    titled,
  };
}

describe('why a result is where it is, in one sentence,', () => {
  it('says what its words do', () => {
    expect(whySentence({ factors: EVEN }, words(1, 1))).toBe('It has the word.');
    expect(whySentence({ factors: EVEN }, words(2, 2))).toBe('It has both words.');
    expect(whySentence({ factors: EVEN }, words(3, 3))).toBe('It has all 3 words.');
    expect(whySentence({ factors: EVEN }, words(3, 2))).toBe('It has 2 of 3 words.');
    expect(whySentence({ factors: EVEN }, words(3, 3, true))).toBe('It has your words in its title.');
  });

  it('says what else moves it, and nothing of what does not', () => {
    const factors = { ...EVEN, usefulness: 1.2, fit: 1.15, freshness: 1.004 };
    expect(whySentence({ factors }, words(2, 2))).toBe(
      'It has both words, fits your call and was rated useful.',
    );
    const low = { ...EVEN, usefulness: 0.8, fit: 0.7, freshness: 0.9 };
    expect(whySentence({ factors: low }, words(1, 1))).toBe(
      'It has the word, is not made for your call, was rated less useful than others and is getting old.',
    );
    expect(whySentence({ factors: EVEN }, undefined)).toBe('Nothing lifts or lowers it.');
  });
});
