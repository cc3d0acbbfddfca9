import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatDuration,
  formatRelative,
  newSince,
} from '../../../src/renderer/ui/format.ts';
import { languageName } from '../../../src/words/sentence.ts';

const now = Date.UTC(2026, 10, 21, 12);
const day = 86_400_000;

describe('the heading over what is new', () => {
  it.each([
    [0.01, 'New today'],
    [3, 'New since Wednesday'],
    [6.5, 'New since Nov 15, 2026'],
    [30, 'New in the last 30 days'],
    [90, 'New since Aug 23, 2026'],
  ])('names a moment %s days ago', (days, heading) => {
    expect(newSince(now - days * day, now)).toBe(heading);
  });
});

describe('words for numbers', () => {
  it('says by how much something changes', () => {
    expect([0.12, -0.08, 0].map(formatChange)).toEqual(['+12%', '-8%', '0%']);
  });

  it('names a size in the unit that fits', () => {
    expect(formatBytes(0)).toBe('0 bytes');
    expect(formatBytes(1_400_000)).toBe('1.4 MB');
    expect(formatBytes(2_000_000_000)).toBe('2 GB');
  });

  it('says how long something takes without false precision', () => {
    expect(formatDuration(200)).toBe('1 second');
    expect(formatDuration(61_000)).toBe('1 minute');
    expect(formatDuration(7_200_000)).toBe('2 hours');
  });
});

describe('relative dates', () => {
  it('counts back and ahead in the largest whole unit', () => {
    expect(formatRelative(now - 15 * day, now)).toBe('2 weeks ago');
    expect(formatRelative(now + 3 * day, now)).toBe('in 3 days');
    expect(formatRelative(now - 1000, now)).toBe('now');
  });
});

describe('languages', () => {
  it('are named, and stand for themselves where the tag names none', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});
