import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareHlc,
  formatHlc,
  HLC_ZERO,
  observeHlc,
  parseHlc,
  tickHlc,
} from '../../../../src/sync/clock/hlc.ts';

const hlc = fc.record({
  time: fc.integer({ min: 0, max: 2 ** 48 - 2 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
});

describe('hybrid logical clock', () => {
  it('follows the wall clock while that goes forwards', () => {
    expect(tickHlc({ time: 5, counter: 9 }, 6)).toEqual({ time: 6, counter: 0 });
  });

  it('counts while the wall clock stutters or goes backwards', () => {
    expect(tickHlc({ time: 5, counter: 9 }, 5)).toEqual({ time: 5, counter: 10 });
    expect(tickHlc({ time: 5, counter: 9 }, 1)).toEqual({ time: 5, counter: 10 });
  });

  it('borrows a millisecond when its counter is full', () => {
    expect(tickHlc({ time: 5, counter: 0xffff }, 5)).toEqual({ time: 6, counter: 0 });
  });

  it('never stands still or goes back, whatever the wall clock says', () => {
    fc.assert(
      fc.property(hlc, fc.integer({ min: -1e15, max: 1e15 }), (last, now) => {
        expect(compareHlc(tickHlc(last, now), last)).toBeGreaterThan(0);
      }),
    );
  });

  it('is ahead of whatever it has seen', () => {
    fc.assert(
      fc.property(hlc, hlc, fc.integer({ min: 0, max: 2 ** 47 }), (mine, seen, now) => {
        expect(compareHlc(tickHlc(observeHlc(mine, seen), now), seen)).toBeGreaterThan(0);
      }),
    );
  });

  it('sorts as text as it sorts as a clock, and reads back what it wrote', () => {
    fc.assert(
      fc.property(hlc, hlc, (left, right) => {
        const text = formatHlc(left) < formatHlc(right) ? -1 : formatHlc(left) > formatHlc(right) ? 1 : 0;
        expect(text).toBe(Math.sign(compareHlc(left, right)));
        expect(parseHlc(formatHlc(left))).toEqual(left);
      }),
    );
  });

  it('reads nothing else', () => {
    for (const text of ['', '5-0', 'zzzzzzzzzzzz-0000', `${formatHlc(HLC_ZERO)} `])
      expect(parseHlc(text)).toBeUndefined();
  });
});
