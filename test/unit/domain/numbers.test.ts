import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/domain/coverage/coverage.ts';
import { addBusinessDays, businessTime, DAY_MS } from '../../../src/domain/kernel/calendar.ts';
import { type Distribution, ratingPrior, usefulness } from '../../../src/domain/ratings/usefulness.ts';
import { slaOf } from '../../../src/domain/requests/sla.ts';
import {
  exactTitleText,
  FACTOR_BOUND,
  fitFactor,
  freshnessFactor,
  rankOf,
  usefulnessFactor,
} from '../../../src/domain/search/ranking.ts';
import { dayIn, isDay } from '../../../src/shared/day.ts';
import { LATEST_TIME } from '../../../src/shared/limits.ts';

const time = (text: string): number => Date.parse(text);
const now = time('2026-11-18T10:00:00Z'); // a Wednesday

describe('usefulness', () => {
  const prior = ratingPrior([1, 2, 4, 8, 5]);
  const rated = (...values: number[]) => values.map((value) => ({ value, ageMs: 0, currentVersion: true }));

  it('is the Bayesian mean of the vocabulary for fresh ratings of the current version', () => {
    const { score } = usefulness(rated(5, 5, 4), prior);
    expect(score).toBeCloseTo((5 * prior.mean + 14) / (5 + 3), 10);
  });

  it('is the mean of all without ratings, and 3 where there are none at all', () => {
    expect(usefulness([], prior).score).toBeCloseTo(prior.mean, 10);
    expect(usefulness([], ratingPrior([0, 0, 0, 0, 0])).score).toBe(3);
  });

  it('says when there are not enough ratings', () => {
    expect(usefulness(rated(5, 5), prior)).toMatchObject({ enough: false, count: 2 });
    expect(usefulness(rated(5, 5, 1), prior)).toMatchObject({ enough: true, distribution: [1, 0, 0, 0, 2] });
  });

  it('lets recent ratings and the current version weigh more', () => {
    const old = [{ value: 5, ageMs: 360 * DAY_MS, currentVersion: true }];
    const older = [{ value: 5, ageMs: 0, currentVersion: false }];
    const fresh = usefulness(rated(5), prior).score;
    expect(usefulness(old, prior).score).toBeLessThan(fresh);
    expect(usefulness(older, prior).score).toBeLessThan(fresh);
  });

  it('has a lower bound between 1 and the score that rises with the same ratings again', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
    const spread = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(values, spread, (given, all) => {
        const own = ratingPrior(all as Distribution);
        const { score, lowerBound } = usefulness(rated(...given), own);
        expect(lowerBound).toBeGreaterThanOrEqual(1);
        expect(lowerBound).toBeLessThanOrEqual(score);
        expect(score).toBeLessThanOrEqual(5);
        expect(score).toBeGreaterThanOrEqual(1);
      }),
    );
    const few = usefulness(rated(5, 4, 5), prior).lowerBound;
    const many = usefulness(rated(...Array.from({ length: 10 }, () => [5, 4, 5]).flat()), prior).lowerBound;
    expect(many).toBeGreaterThan(few);
  });
});

describe('business days', () => {
  it('leave weekends out', () => {
    const friday = time('2026-11-20T15:00:00Z');
    expect(addBusinessDays(friday, 1)).toBe(time('2026-11-23T15:00:00Z'));
    expect(addBusinessDays(time('2026-11-21T15:00:00Z'), 1)).toBe(time('2026-11-24T00:00:00Z'));
    expect(businessTime(friday, time('2026-11-23T15:00:00Z'))).toBe(DAY_MS);
  });

  it('agree with each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 * DAY_MS }), fc.nat(30), (start, days) => {
        expect(businessTime(start, addBusinessDays(start, days))).toBe(days * DAY_MS);
      }),
    );
  });

  it('are added as if one walked through every day', () => {
    const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());
    const walked = (from: number, days: number): number => {
      let at = from;
      while (isWeekend(at)) at = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
      for (let left = days; left > 0; ) {
        at += DAY_MS;
        if (!isWeekend(at)) left -= 1;
      }
      return at;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LATEST_TIME }), fc.nat(40), (from, days) => {
        expect(addBusinessDays(from, days)).toBe(walked(from, days));
      }),
    );
  });

  it('take no longer however many there are, and end at numbers that nobody means', () => {
    expect(businessTime(0, addBusinessDays(0, 1e9))).toBe(1e9 * DAY_MS);
    expect(addBusinessDays(Number.MAX_SAFE_INTEGER, 15)).toBeGreaterThan(Number.MAX_SAFE_INTEGER - 1);
  });

  it('are counted as if one walked through every day', () => {
    const walked = (from: number, to: number): number => {
      let total = 0;
      for (let at = from; at < to; ) {
        const end = Math.min((Math.floor(at / DAY_MS) + 1) * DAY_MS, to);
        if (![0, 6].includes(new Date(at).getUTCDay())) total += end - at;
        at = end;
      }
      return total;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 * DAY_MS }),
        fc.integer({ min: -DAY_MS, max: 60 * DAY_MS }),
        (from, length) => {
          expect(businessTime(from, from + length)).toBe(walked(from, from + length));
        },
      ),
    );
  });

  it('are told from days that do not exist', () => {
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('9999-99-99')).toBe(false);
    expect(isDay('+12026-01-01')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
    expect(dayIn(time('2026-11-18T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-19');
    expect(dayIn(time('2026-11-18T23:30:00Z'), 'Nowhere/Known')).toBe('2026-11-18');
  });
});

describe('the promise on a request', () => {
  const askedAt = time('2026-11-16T09:00:00Z'); // a Monday

  it('is to acknowledge within a business day, then to answer by size', () => {
    expect(slaOf({ status: 'new', size: 'small', askedAt }, askedAt + 1000)).toMatchObject({
      step: 'acknowledge',
      dueAt: time('2026-11-17T09:00:00Z'),
      state: 'calm',
    });
    expect(slaOf({ status: 'accepted', size: 'small', askedAt }, now)).toMatchObject({
      step: 'answer',
      dueAt: time('2026-11-19T09:00:00Z'),
    });
  });

  it('turns from calm to close in its last quarter, then to over', () => {
    const at = (text: string) => slaOf({ status: 'new', size: 'small', askedAt }, time(text)).state;
    expect(at('2026-11-17T02:00:00Z')).toBe('calm');
    expect(at('2026-11-17T03:00:00Z')).toBe('close');
    expect(at('2026-11-17T09:00:01Z')).toBe('over');
  });

  it('is met or missed once it is answered', () => {
    const answered = (text: string) =>
      slaOf({ status: 'fulfilled', size: 'small', askedAt, answeredAt: time(text) }, now).state;
    expect(answered('2026-11-19T08:00:00Z')).toBe('met');
    expect(answered('2026-11-19T10:00:00Z')).toBe('missed');
  });
});

describe('ranking', () => {
  it('never buries an exact title, whatever the other factors are', () => {
    const score = fc.double({ min: 1, max: 5, noNaN: true });
    const age = fc.integer({ min: 0, max: 4000 });
    const text = fc.double({ min: 0.0001, max: 100, noNaN: true });
    fc.assert(
      fc.property(text, text, score, score, age, age, (exact, other, mine, theirs, old, young) => {
        const best = Math.max(exact, other);
        const rank = (own: number, useful: number, days: number, fits: boolean) =>
          rankOf({
            text: own,
            usefulness: usefulnessFactor({ score: useful, enough: true }),
            freshness: freshnessFactor(now - days * DAY_MS, now),
            fit: fitFactor({ stages: fits ? ['decision'] : [], personas: [] }, { stage: 'decision' }),
          });
        expect(rank(exactTitleText(exact, best), mine, old, false)).toBeGreaterThan(
          rank(other, theirs, young, true),
        );
      }),
    );
  });

  it('keeps every factor within its bound', () => {
    for (const days of [0, 45, 90, 1000]) {
      const factor = freshnessFactor(now - days * DAY_MS, now);
      expect(factor).toBeLessThanOrEqual(FACTOR_BOUND);
      expect(factor).toBeGreaterThanOrEqual(1 / FACTOR_BOUND);
    }
    expect(usefulnessFactor({ score: 5, enough: false })).toBe(1);
    expect(fitFactor({ stages: [], personas: [] }, {})).toBe(1);
  });
});

describe('coverage', () => {
  it('counts fresh assets a cell, and the gap is demand without supply', () => {
    const good = { stages: ['a'], personas: ['x', 'y'], fresh: true, usefulness: { score: 5, enough: true } };
    const stale = { stages: ['b'], personas: ['x'], fresh: false, usefulness: { score: 5, enough: true } };
    const cells = Array.from(
      coverageOf(
        ['a', 'b'],
        ['x', 'y'],
        [good, stale],
        new Map([
          ['a|x', 10],
          ['b|x', 10],
          ['b|y', 10],
        ]),
      ),
    );
    expect(
      cells.map(({ stage, persona, assets, fresh, gap }) => [stage, persona, assets, fresh, gap]),
    ).toEqual([
      ['a', 'x', 1, 1, 0],
      ['a', 'y', 1, 1, 0],
      ['b', 'x', 1, 0, 5],
      ['b', 'y', 0, 0, 10],
    ]);
  });
});
