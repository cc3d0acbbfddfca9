import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPollSchedule, type PollSchedule } from '../../../../src/sync/exchange/poll-schedule.ts';

const middle = () => 0.5;

/** A schedule whose first round was over at 0. */
function afterFirstRound(end: 'reached' | 'unreachable' = 'reached', random = middle): PollSchedule {
  const schedule = createPollSchedule(0, { random });
  schedule.started();
  schedule.finished(0, end);
  return schedule;
}

describe('a poll schedule', () => {
  it('begins at once', () => {
    expect(createPollSchedule(123, { random: middle }).waitMs(123)).toBe(0);
  });

  it('asks every 30 s, every 5 s while somebody looks, a fifth more or less', () => {
    expect(afterFirstRound().waitMs(0)).toBe(30_000);
    expect(afterFirstRound('reached', () => 0).waitMs(0)).toBe(24_000);
    const active = afterFirstRound();
    active.setActive(0, true);
    expect(active.waitMs(0)).toBe(5_000);
    active.setActive(1_000, false);
    expect(active.waitMs(1_000)).toBe(29_000);
  });

  it('asks at once when somebody looks again after a long time', () => {
    const schedule = afterFirstRound();
    schedule.setActive(20_000, true);
    expect(schedule.waitMs(20_000)).toBe(0);
  });

  it('waits longer and longer while the hub is unreachable, a minute at most, and is quick again afterwards', () => {
    const schedule = afterFirstRound();
    schedule.setActive(0, true);
    const waits = [0, 0, 0, 0, 0, 0].map(() => {
      schedule.started();
      schedule.finished(0, 'unreachable');
      return schedule.waitMs(0);
    });
    expect(waits).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    schedule.started();
    schedule.finished(0, 'reached');
    expect(schedule.waitMs(0)).toBe(5_000);
  });

  it('takes a third of a second after a commit, also after further ones, two seconds at most', () => {
    const schedule = afterFirstRound();
    schedule.hinted(10_000, 'commit');
    expect(schedule.waitMs(10_000)).toBe(300);
    schedule.hinted(10_200, 'commit');
    expect(schedule.waitMs(10_200)).toBe(300);
    for (let now = 10_300; now <= 13_000; now += 100) schedule.hinted(now, 'commit');
    expect(schedule.waitMs(12_000)).toBe(0);
  });

  it('does not follow every change in a busy hub, but every commit', () => {
    const schedule = afterFirstRound();
    schedule.hinted(10, 'change');
    expect(schedule.waitMs(10)).toBe(990);
    schedule.hinted(20, 'commit');
    expect(schedule.waitMs(20)).toBe(300);
  });

  it('keeps a distance to an unreachable hub whatever is hinted', () => {
    const schedule = afterFirstRound('unreachable');
    schedule.hinted(10, 'commit');
    expect(schedule.waitMs(10)).toBe(4_990);
  });

  it('says nothing while a round runs and goes on soon when something was hinted meanwhile', () => {
    const schedule = afterFirstRound();
    schedule.hinted(0, 'commit');
    schedule.started();
    expect(schedule.waitMs(100)).toBeUndefined();
    schedule.hinted(5_000, 'commit');
    schedule.finished(9_000, 'reached');
    expect(schedule.waitMs(9_000)).toBe(300);
    schedule.started();
    schedule.finished(9_500, 'reached');
    expect(schedule.waitMs(9_500)).toBe(30_000);
  });

  it('never waits longer than a minute, whatever happens and wherever the clock jumps', () => {
    const step = fc.tuple(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.constantFrom('reached', 'unreachable', 'commit', 'change', 'look', 'leave'),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let chance = 0;
        const schedule = createPollSchedule(0, { random: () => chance });
        for (const [now, what, drawn] of steps) {
          chance = drawn;
          if (what === 'commit' || what === 'change') schedule.hinted(now, what);
          else if (what === 'look' || what === 'leave') schedule.setActive(now, what === 'look');
          else {
            schedule.started();
            schedule.finished(now, what);
            expect(schedule.waitMs(now)).toBeGreaterThan(0);
          }
          const wait = schedule.waitMs(now) ?? Number.NaN;
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(60_000);
        }
      }),
    );
  });
});
