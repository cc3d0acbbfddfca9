import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FARTHEST_AHEAD_MS } from '../../../../src/sync/clock/hlc.ts';
import { seenTime } from '../../../../src/sync/clock/seen-time.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-18T10:00:00Z');
const by = (member: string, time: number) => ({ member, time });

describe('up to when something was seen signed', () => {
  it('goes with the latest of others that is near', () => {
    expect(seenTime(0, NOW, { others: [by('a', NOW - DAY), by('b', NOW - 5)], own: 0 })).toBe(NOW - 5);
  });

  it('stays where the clock is set back', () => {
    expect(seenTime(NOW, NOW - 30 * DAY, { others: [by('a', NOW + 3)], own: 0 })).toBe(NOW + 3);
  });

  it('does not follow one person’s clock that is far ahead', () => {
    const others = [by('a', NOW), by('b', NOW + 365 * DAY), by('b', NOW + 364 * DAY)];
    expect(seenTime(0, NOW, { others, own: 0 })).toBe(NOW);
  });

  it('believes two people rather than a clock that was set back before anything was seen', () => {
    const others = [by('a', NOW), by('b', NOW - 2 * DAY)];
    expect(seenTime(0, NOW - 30 * DAY, { others, own: 0 })).toBe(NOW - 2 * DAY);
  });

  it('goes with what was signed here beside what others have, not with what a wrong clock signed', () => {
    expect(seenTime(0, NOW - 9 * DAY, { others: [by('a', NOW - 9 * DAY)], own: NOW - 8.5 * DAY })).toBe(
      NOW - 8.5 * DAY,
    );
    expect(seenTime(0, NOW, { others: [by('a', NOW)], own: NOW + 365 * DAY })).toBe(NOW);
  });

  it('never goes back, and one person alone never takes it further than a clock follows', () => {
    const time = fc.integer({ min: 0, max: NOW * 2 });
    fc.assert(
      fc.property(time, time, fc.array(time), time, (before, wall, times, own) => {
        const seen = seenTime(before, wall, { others: times.map((at) => by('a', at)), own });
        expect(seen).toBeGreaterThanOrEqual(before);
        expect(seen).toBeLessThanOrEqual(Math.max(before, wall) + 2 * FARTHEST_AHEAD_MS);
      }),
    );
  });
});
