import { isSays } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';

/** For `JSON.stringify`: where something says what it says by a code, programs get the sentence, as `message`. */
export function withSentence(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('says' in value)) return value;
  const { says, ...rest } = value;
  return isSays(says) ? { ...rest, message: say(says) } : value;
}
