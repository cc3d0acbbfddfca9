import { describe, expect, it } from 'vitest';
import { BELOW_OF_LEVEL, levelsOf, TITLE_OF_LEVEL } from '../../../../src/engine/search/stem-levels.ts';
import { numberOf, TermGatherer, unpackTerms } from '../../../../src/engine/search/words/row-terms.ts';

/** The level of `harbor` in a title and a text. */
function levelIn(title: string, text: string): number {
  const gatherer = new TermGatherer();
  gatherer.add(title, 'title');
  gatherer.add(text, 'text');
  const { stems, data } = gatherer.finish();
  return levelsOf(unpackTerms(stems, data))[stems.indexOf(numberOf('harbor'))] ?? 0;
}

describe('the level of a word in a document', () => {
  it('says about how often it stands in the text', () => {
    for (const times of [1, 2, 5, 10, 40, 250]) {
      const told = BELOW_OF_LEVEL[levelIn('', 'harbor '.repeat(times))] ?? 0;
      expect(told).toBeGreaterThan(times * 0.25);
      expect(told).toBeLessThanOrEqual(times * 1.25);
    }
  });

  it('says that it stands in the title, and more of a short one', () => {
    const title = (words: string) => TITLE_OF_LEVEL[levelIn(words, '')] ?? 0;
    expect(title('harbor')).toBeGreaterThan(title('harbor freight and cold storage in many northern towns'));
    expect(
      title('harbor freight and cold storage in many northern towns and far off islands'),
    ).toBeGreaterThan(0);
    expect(TITLE_OF_LEVEL[levelIn('freight', 'harbor')]).toBe(0);
  });
});
