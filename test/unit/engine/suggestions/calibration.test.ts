import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calibration } from '../../../../src/engine/suggestions/calibration.ts';
import type { Vote } from '../../../../src/engine/suggestions/votes.ts';
import { says } from '../../../../src/shared/says/says.ts';

const vote = (value: string, evidence: string): Vote => ({ value, evidence, why: says('suggestions.text') });
/** What evidence was worth, of an attribute that has one value. */
const calibrated = (judged: ConstructorParameters<typeof Calibration>[0]) =>
  new Calibration(judged, () => true);
/** A library in which evidence was right so often. */
const seen = (evidence: string, right: number, all: number) =>
  Array.from({ length: all }, (_, at) => ({
    attribute: 'type' as const,
    votes: [vote('faq', evidence)],
    right: [at < right ? 'faq' : 'webinar'],
  }));
const sureOf = (calibration: Calibration, votes: readonly Vote[]): number => {
  const [best] = calibration.scored('type', votes);
  return best === undefined ? 0 : calibration.sure('type', best.score);
};

describe('how sure a suggestion is', () => {
  it('is what evidence was worth in the library, whatever was supposed of it', () => {
    const trusted = calibrated(seen('like', 60, 60));
    const doubted = calibrated(seen('file name', 20, 60));
    expect(sureOf(trusted, [vote('faq', 'like')])).toBeGreaterThan(0.9);
    expect(sureOf(doubted, [vote('faq', 'file name')])).toBeLessThan(0.5);
  });

  it('is less where few documents say so', () => {
    const few = sureOf(calibrated(seen('like', 4, 4)), [vote('faq', 'like')]);
    const many = sureOf(calibrated(seen('like', 40, 40)), [vote('faq', 'like')]);
    expect(few).toBeLessThan(many);
  });

  it('is more with further evidence, and less against a rival where only one can be right', () => {
    const none = calibrated([]);
    const alone = sureOf(none, [vote('faq', 'file name')]);
    expect(sureOf(none, [vote('faq', 'file name'), vote('faq', 'folder')])).toBeGreaterThan(alone);
    expect(sureOf(none, [vote('faq', 'file name'), vote('webinar', 'title')])).toBeLessThan(alone);
  });

  it('is a share, whatever was seen', () => {
    const evidence = fc.constantFrom('file name', 'title', 'like high high', 'something else');
    const votes = fc.array(
      fc.tuple(fc.constantFrom('faq', 'webinar'), evidence).map(([value, of]) => vote(value, of)),
      { maxLength: 4 },
    );
    const judged = fc.record({
      attribute: fc.constant('type' as const),
      votes,
      right: fc.subarray(['faq', 'webinar'], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 40 }), votes, (library, asked) => {
        const sure = sureOf(calibrated(library), asked);
        expect(sure).toBeGreaterThanOrEqual(0);
        expect(sure).toBeLessThanOrEqual(1);
      }),
    );
  });
});
