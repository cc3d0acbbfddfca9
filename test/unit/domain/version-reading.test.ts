import { describe, expect, it } from 'vitest';
import type { VersionBody, VersionReading } from '../../../src/domain/versions/version-body.ts';
import { isBetterReading, saysTheSame, withReading } from '../../../src/domain/versions/version-reading.ts';

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

describe('whether pages are about those that people see', () => {
  const about: VersionReading = { ...whole, approximatePages: true };
  const body = { ...about, kind: 'docx' } as VersionBody;

  it('is what the reading that counts says, also where it says nothing of it', () => {
    expect(withReading({ ...body, approximatePages: undefined }, newer(about))).toMatchObject({
      approximatePages: true,
    });
    expect(withReading(body, newer(whole))).not.toHaveProperty('approximatePages');
  });

  it('is something that two readings may differ in', () => {
    expect(saysTheSame(about, whole)).toBe(false);
    expect(saysTheSame(about, newer(about))).toBe(true);
  });
});
