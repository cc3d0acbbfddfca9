import { describe, expect, it } from 'vitest';
import { lastDays } from '../../../src/domain/insights/period.ts';
import { overviewOf, ratedLow, requestInsights, unusedAssets } from '../../../src/engine/insights/numbers.ts';
import { assetBody, EventMaker, idOf } from '../../support/event-maker.ts';
import { hubOf, productFigures } from './product.ts';
import { makeHub } from './random-hub.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-26T09:00:00Z');
const ago = (days: number) => now - days * DAY;
const period = lastDays(90, now);

/** A hub of a lead (1), two reps (2, 3) and a marketer (4), founded so many days ago, with six assets. */
function smallHub(foundedDaysAgo: number): EventMaker {
  const maker = new EventMaker().at(ago(foundedDaysAgo)).found().join(2, 'rep').join(3, 'rep');
  maker.join(4, 'marketer');
  maker.write(1, 1, 'stage-defined', {
    id: 'decision',
    name: 'Decision',
    definition: '',
    entryCriteria: '',
    order: 1,
  });
  maker.write(1, 1, 'persona-defined', { id: 'cfo', name: 'CFO', goals: '', challenges: '', order: 1 });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    maker.write(4, 4, 'asset-added', { ...assetBody(number), at: ago(foundedDaysAgo) });
  }
  return maker;
}

const view = (maker: EventMaker, member: number, asset: number, daysAgo: number) =>
  maker.write(member, member, 'asset-viewed', {
    asset: idOf('a', asset),
    version: idOf('v', asset),
    at: ago(daysAgo),
  });
const search = (maker: EventMaker, member: number, results: number) =>
  maker.write(member, member, 'searched', { results, at: ago(1) });
const rate = (maker: EventMaker, member: number, asset: number, value: number) =>
  maker.write(member, member, 'rating-given', {
    asset: idOf('a', asset),
    version: idOf('v', asset),
    value,
    comment: 'Old prices',
    at: ago(2),
  });

describe('a small hub that was worked out by hand', () => {
  it('has an adoption of 2 of 6: what a lead and a marketer open is no use', () => {
    const maker = smallHub(20).at(ago(1));
    view(maker, 2, 1, 5);
    view(maker, 3, 2, 4);
    for (const asset of [1, 1, 3]) view(maker, 1, asset, 3);
    view(maker, 4, 4, 2);
    const hub = hubOf(maker.events, now);
    expect(overviewOf(hub, period).adoption).toMatchObject({ part: 2, whole: 6 });
    expect(hub.summaries.all().get(idOf('a', 1))).toMatchObject({ uses: 1, lastUsedAt: ago(5) });
    expect(hub.summaries.all().get(idOf('a', 3))).toMatchObject({ uses: 0, lastUsedAt: null });
  });

  it('lists as unused what adoption leaves out: the period holds for both', () => {
    const maker = smallHub(200).at(ago(1));
    view(maker, 2, 1, 5);
    view(maker, 2, 2, 120);
    const hub = hubOf(maker.events, now);
    const { part, whole } = overviewOf(hub, period).adoption;
    expect([part, whole]).toEqual([1, 6]);
    expect(unusedAssets(hub, period)).toHaveLength(whole - part);
    expect(unusedAssets(hub, period).map(({ id }) => id)).toContain(idOf('a', 2));
  });

  it('has a no-result rate of reps alone', () => {
    const maker = smallHub(20).at(ago(1));
    for (const results of [0, 0, 3, 4, 5]) search(maker, 2, results);
    for (const results of [0, 0, 0]) search(maker, 1, results);
    expect(overviewOf(hubOf(maker.events, now), period).noResultRate).toMatchObject({ part: 2, whole: 5 });
  });

  it('has an SLA hit rate of 1 of 6: overdue ones are broken, a decline is no hit', () => {
    const maker = smallHub(100).at(ago(80));
    const ask = (request: number, daysAgo: number) =>
      maker.write(2, 2, 'request-made', {
        request: idOf('r', request),
        title: 'Need',
        need: '',
        at: ago(daysAgo),
      });
    const answer = (request: number, status: string, daysAgo: number, by = 4) =>
      maker.write(by, by, 'request-answered', { request: idOf('r', request), status, at: ago(daysAgo) });
    for (const [request, daysAgo] of [
      [1, 71],
      [2, 45],
      [3, 38],
      [4, 30],
      [5, 30],
      [6, 30],
      [7, 30],
      [8, 30],
      [9, 2],
    ] as const) {
      ask(request, daysAgo);
    }
    answer(1, 'fulfilled', 71 - 19);
    answer(2, 'fulfilled', 45 - 3);
    answer(3, 'declined', 38 - 3);
    answer(4, 'in-progress', 29);
    answer(7, 'merged', 29);
    answer(8, 'declined', 29, 2);
    const hub = hubOf(maker.events, now);
    expect(overviewOf(hub, period).slaHitRate).toMatchObject({ part: 1, whole: 6, value: 1 / 6 });

    // Age is since it was asked, whatever became of it; the time taken is a number of its own.
    const rows = requestInsights(hub, period).rows.sort((a, b) => a.id.localeCompare(b.id));
    expect(rows.slice(0, 3).map(({ ageDays }) => ageDays)).toEqual([71, 45, 38]);
    expect(rows.slice(0, 4).map(({ takenDays }) => takenDays)).toEqual([19, 3, 3, null]);
  });

  it('has no earlier period while it is younger than one', () => {
    const previous = (days: number) => {
      const { adoption, coverage, slaHitRate } = overviewOf(
        hubOf(smallHub(days).events, now),
        lastDays(30, now),
      );
      return [adoption.previous, coverage.previous, slaHitRate.previous];
    };
    expect(previous(0.01)).toEqual([null, null, null]);
    expect(previous(29)).toEqual([null, null, null]);
    expect(previous(59)).toEqual([null, 1, null]);
    expect(previous(61)).toEqual([null, 1, null]);
  });

  it('compares adoption with an earlier period in which use was recorded', () => {
    const maker = smallHub(200).at(ago(1));
    view(maker, 2, 1, 5);
    expect(overviewOf(hubOf(maker.events, now), period).adoption.previous).toBeNull();
    view(maker, 2, 2, 120);
    expect(overviewOf(hubOf(maker.events, now), period).adoption.previous).toBe(1 / 6);
  });

  it('lists what is rated low however few its ratings, and counts as useful only 4 and 5', () => {
    const maker = smallHub(20).at(ago(2));
    rate(maker, 2, 1, 1);
    rate(maker, 3, 1, 2);
    [5, 4, 3, 2].forEach((value, at) => void rate(maker, at + 1, 2, value));
    const hub = hubOf(maker.events, now);
    expect(ratedLow(hub).map(({ id }) => id)).toEqual([idOf('a', 1)]);
    expect(hub.summaries.all().get(idOf('a', 2))?.usefulness).toMatchObject({ count: 4, useful: 2 });
  });
});

describe('cases that random hubs found', () => {
  it('an answer by a clock that is behind took no time', async () => {
    const none = { one: 0, two: 0, three: 0 };
    const { events } = makeHub({
      steps: [
        { what: 'answer', by: 1, hours: 0, ...none, two: 3 },
        { what: 'ask', by: 1, hours: 1, ...none },
      ],
      after: 0,
    });
    const then = Date.parse('2026-01-05T01:00:00Z');
    const { timeTaken } = await productFigures(hubOf(events, then), lastDays(7, then));
    expect(timeTaken).toEqual({ [idOf('r', 0)]: 0 });
  });
});
