import { isSays } from '../../src/shared/says/says.ts';
import { say } from '../../src/words/say.ts';

/** What the engine answered, as people read it: where it is a code with values, the sentence. */
export function inWords(answered: unknown): unknown {
  if (Array.isArray(answered)) return answered.map(inWords);
  if (typeof answered !== 'object' || answered === null) return answered;
  if (isSays(answered)) return say(answered);
  return Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, inWords(value)]));
}
