import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../src/renderer/ui/language.ts';
import { type Says, says } from '../../../src/shared/says/says.ts';
import { say } from '../../../src/words/say.ts';

const stages = (...names: readonly string[]) => ({
  field: 'stage' as const,
  values: names.map((name) => says('search.named', { name })),
});
const stale = { field: 'is' as const, values: [says('search.state', { state: 'stale' })] };
const german = { field: 'language' as const, values: [says('search.language', { language: 'de' })] };

/** What is said in English and in German. */
async function inBoth(said: Says): Promise<readonly string[]> {
  const english = say(said);
  await speak('de');
  const translated = say(said);
  await speak('en');
  return [english, translated];
}

describe('what a query asks for', () => {
  afterEach(() => speak('en'));

  it.each<readonly [Says, readonly string[]]>([
    [says('search.asked', stages('Decision')), ['Stage: Decision', 'Kaufphase: Decision']],
    [
      says('search.asked', stages('Decision', 'Awareness')),
      ['Stage: Decision or Awareness', 'Kaufphase: Decision oder Awareness'],
    ],
    [says('search.not-asked', stages('Decision')), ['Not stage: Decision', 'Nicht Kaufphase: Decision']],
    [says('search.asked', stale), ['Stale', 'Veraltet']],
    [says('search.not-asked', stale), ['Not stale', 'Nicht veraltet']],
    [says('search.asked', german), ['Language: German', 'Sprache: Deutsch']],
    [says('search.without', { words: 'draft' }), ['Without “draft”', 'Ohne „draft“']],
  ])('is said in the person’s language: %#', async (said, expected) => {
    expect(await inBoth(said)).toEqual(expected);
  });

  it('keeps what people named as they wrote it', () => {
    expect(say(says('search.asked', stages('{name} \\u202e <0>')))).toBe('Stage: {name} \\u202e <0>');
  });
});
