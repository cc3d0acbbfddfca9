import { describe, expect, it } from 'vitest';
import type { VersionReading } from '../../../src/domain/versions/version-body.ts';
import { isBetterReading } from '../../../src/domain/versions/version-reading.ts';

const whole: VersionReading = { pageCount: 9, words: 90, text: { state: 'searchable' } };
const partly: VersionReading = {
  pageCount: 9,
  words: 30,
  text: { state: 'partly', reason: 'timed-out', pagesWithoutText: 6 },
};
const newer = (reading: VersionReading): VersionReading => ({ ...reading, textFormat: 1 });

describe('a reading in a newer text format', () => {
  it('takes the place of an older one, also where it found less', () => {
    expect(isBetterReading(newer({ ...whole, words: 80 }), whole)).toBe(true);
    expect(isBetterReading(newer({ ...whole, text: { state: 'not', reason: 'no-text' } }), whole)).toBe(true);
    expect(isBetterReading(newer(partly), partly)).toBe(true);
  });

  it('does not where it was broken off before it had as much', () => {
    expect(isBetterReading(newer(partly), whole)).toBe(false);
    expect(isBetterReading(newer({ ...partly, words: 20 }), partly)).toBe(false);
  });

  it('never gives way to one of an older format', () => {
    expect(isBetterReading(whole, newer(partly))).toBe(false);
    expect(isBetterReading(whole, newer(whole))).toBe(false);
  });
});
