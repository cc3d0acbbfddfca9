import type { StagedRow } from '../../../contract/publish.ts';
import { say } from '../../../words/say.ts';
import { textMessage } from '../../../words/texts.ts';

/** What to know about a row: what the engine says of it, else why its text can't be searched. */
export function rowMessage({ state, says, message, found }: StagedRow): string | undefined {
  if (says !== undefined) return say(says);
  if (message !== undefined || state !== 'ready' || found === undefined) return message;
  return textMessage(found.text);
}
