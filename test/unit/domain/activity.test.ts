import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchesBetween, sumDays } from '../../../src/domain/activity/activity.ts';
import { foldActivity } from '../../../src/domain/fold/fold-activity.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { DAY_MS } from '../../../src/domain/kernel/calendar.ts';
import { worthChanged } from '../../../src/domain/people/standing.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

const hub = () => new EventMaker().found().join(2, 'rep').join(3, 'rep');
const { timeline } = foldCatalog(hub().events, foldContext).membership;
const asset = idOf('a', 1);
const version = idOf('v', 1);

describe('activity', () => {
  it('adds up the same whatever the order', () => {
    const maker = new EventMaker().at(2_000_000);
    for (let number = 0; number < 20; number += 1) {
      maker.write(2 + (number % 2), 2 + (number % 2), 'asset-viewed', {
        asset,
        version,
        at: number * DAY_MS,
      });
      maker.write(2, 2, 'searched', {
        results: number % 3,
        at: number * DAY_MS,
        stage: 'decision',
        persona: 'cfo',
        words: number % 2 === 0 ? 'Harbor ROI' : 'harbor  roi',
      });
    }
    const fold = (events: typeof maker.events) => {
      const state = MODEL.emptyActivity();
      foldActivity(state, events, timeline);
      return state;
    };
    const expected = fold(maker.events);
    fc.assert(
      fc.property(fc.shuffledSubarray(maker.events, { minLength: maker.events.length }), (mixed) => {
        expect(fold(mixed)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
    expect(expected.uses.get(asset)).toMatchObject({ total: 20, lastAt: 19 * DAY_MS });
    expect(sumDays(expected.uses.get(asset)?.days ?? new Map(), 0, 5 * DAY_MS)).toBe(5);
    expect(searchesBetween(expected, 0, 6 * DAY_MS)).toMatchObject({ all: 6, withoutHit: 2 });
    expect([...expected.unanswered.keys()]).toEqual(['harbor roi']);
    const saved = JSON.stringify({ activity: MODEL.activityToJson(expected, 'activity') });
    expect(MODEL.activityFromJson(JSON.parse(saved), foldContext)).toEqual(expected);
  });

  it('leaves out strangers, and remembers that it did', () => {
    const maker = new EventMaker().at(2_000_000);
    maker.write(9, 2, 'asset-viewed', { asset, version, at: 1 });
    maker.write(2, 1, 'asset-viewed', { asset, version, at: 1 });
    const state = MODEL.emptyActivity();
    foldActivity(state, maker.events, timeline);
    expect(state.uses.size).toBe(0);
    const known = foldCatalog(hub().join(9, 'rep').events, foldContext).membership.timeline;
    expect(worthChanged(timeline, known, state.seen, 'activity')).toBe(true);
    expect(worthChanged(timeline, timeline, state.seen, 'activity')).toBe(false);
  });

  it('counts what reps did, by the role that they had then and not by that of today', () => {
    const maker = hub().at(3_000_000);
    const member = idOf('m', 2);
    const done = (at: number) => {
      maker.write(2, 2, 'asset-viewed', { asset, version, at });
      maker.write(2, 2, 'searched', { results: 0, stage: 'decision', persona: 'cfo', words: 'oak', at });
    };
    done(DAY_MS);
    maker.write(1, 1, 'role-granted', { member, role: 'marketer' });
    done(2 * DAY_MS);
    const state = MODEL.emptyActivity();
    foldActivity(state, maker.events, foldCatalog(maker.events, foldContext).membership.timeline);
    expect(state.uses.get(asset)).toMatchObject({ total: 1, lastAt: DAY_MS });
    expect(state.uses.get(asset)?.members.get(member)).toBe(2 * DAY_MS);
    expect(searchesBetween(state, 0, 9 * DAY_MS)).toMatchObject({ all: 1, withoutHit: 1 });
    expect(state.demand.get('decision|cfo')).toEqual(new Map([[1, 1]]));
    expect([...(state.unanswered.get('oak')?.days ?? [])]).toEqual([[1, 1]]);
  });

  it('takes a search that led to an open for one that found something', () => {
    const maker = hub().at(3_000_000);
    maker.write(2, 2, 'searched', { results: 0, opened: asset, position: 2, words: 'oak', at: 5 });
    const state = MODEL.emptyActivity();
    foldActivity(state, maker.events, timeline);
    expect(searchesBetween(state, 0, DAY_MS)).toMatchObject({ all: 1, withoutHit: 0, opened: 1 });
    expect(state.unanswered.size).toBe(0);
  });
});
