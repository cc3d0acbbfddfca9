import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../../src/contract/search.ts';
import { whyHere } from '../../../../src/renderer/areas/home/why-here.ts';
import { hiddenWords } from '../../../../src/renderer/areas/search-quality/unanswered-searches.tsx';
import {
  effectSentences,
  isWithoutEffect,
  retireLabel,
} from '../../../../src/renderer/areas/taxonomy/retire-words.ts';
import { usualSeparator } from '../../../../src/renderer/base/separator.ts';

describe('searches without an answer', () => {
  const row = { words: 'oak', times: 1, lastAt: 0, now: 0 };

  it('are not passed over where nobody shared their words', () => {
    expect(hiddenWords({ rows: [], hidden: 2, searches: 5 })).toBe(
      '2 searches by reps found nothing. The search terms are not shared.',
    );
    expect(hiddenWords({ rows: [row], hidden: 1, searches: 5 })).toBe(
      '1 more search by reps found nothing. The search terms are not shared.',
    );
  });

  it('are said not to be only where every search found something', () => {
    expect(hiddenWords({ rows: [], hidden: 0, searches: 5 })).toBe('Every search found something.');
    expect(hiddenWords({ rows: [], hidden: 0, searches: 0 })).toBe('No rep has searched in this period.');
    expect(hiddenWords({ rows: [row], hidden: 0, searches: 5 })).toBe('');
  });
});

describe('a card', () => {
  const hitOf = (useful: number) =>
    ({
      asset: {
        usefulness: { enough: true, score: 3.6, count: 8, useful },
        uses: 3,
        stages: [],
        personas: [],
      },
      factors: { usefulness: 1.1 },
    }) as unknown as Hit;
  const names = { stage: String, persona: String } as never;

  it('counts as found useful those who gave 4 or 5, not all who rated', () => {
    expect(whyHere(hitOf(4), {}, names)).toBe('Found useful by 4 colleagues');
    expect(whyHere(hitOf(0), {}, names)).toBe('Used 3 times');
  });
});

describe('the separator of CSV files', () => {
  it('is what spreadsheets of the language expect until somebody chooses', () => {
    expect(['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES'].map(usualSeparator)).toEqual([
      ',',
      ',',
      ';',
      ';',
      ';',
    ]);
  });
});

describe('giving up a term', () => {
  const nothing = {
    assets: 0,
    published: 0,
    alone: 0,
    covered: 0,
    demand: 0,
    days: 90,
    requests: 0,
    synonyms: 2,
    golden: 0,
  };

  it('is said in numbers first, but for a term that nobody would miss', () => {
    expect(isWithoutEffect(nothing)).toBe(true);
    expect(isWithoutEffect({ ...nothing, demand: 1 })).toBe(false);
    const effect = {
      ...nothing,
      assets: 9,
      published: 7,
      alone: 1,
      covered: 3,
      demand: 4,
      requests: 1,
      synonyms: 0,
    };
    expect(effectSentences(effect, 'persona')).toEqual([
      '9 assets tagged with it, 7 published.',
      '1 asset has no other persona.',
      '3 covered cells will leave coverage.',
      'Demand of 4 in 90 days will leave coverage.',
      '1 open request for it.',
    ]);
    expect([retireLabel(effect, null), retireLabel(effect, 'cio')]).toEqual([
      'Retire',
      'Retire and retag 9 assets',
    ]);
  });
});
