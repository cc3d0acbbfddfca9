import { isSays, type Says } from '../../src/shared/says/says.ts';
import { say } from '../../src/words/say.ts';

/** For `toMatchObject` and its like: something that is said by this sentence, or by one with this in it. */
export function saying(sentence: RegExp | string): object {
  const isMeant = (told: string): boolean =>
    typeof sentence === 'string' ? told.includes(sentence) : sentence.test(told);
  return {
    asymmetricMatch: (given: unknown) => isSays(given) && isMeant(say(given)),
    toAsymmetricMatcher: () => `saying ${String(sentence)}`,
  };
}

/** The same of what was thrown. */
export function refusing(sentence: RegExp | string): object {
  return { data: { says: saying(sentence) } };
}

/** The sentence of something that may be said; empty where nothing is. */
export function sentenceOf(says: Says | undefined): string {
  return says === undefined ? '' : say(says);
}
