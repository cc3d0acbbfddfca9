import type { StagedRow } from '../../../contract/publish-rows.ts';
import { say } from '../../../words/say.ts';
import { textMessage } from '../../../words/texts.ts';

/** What to know about a row: what the engine says of it, else why its text can't be searched. */
export function rowMessage({ state, says, found }: StagedRow): string | undefined {
  if (says !== undefined) return say(says);
  return state === 'ready' && found !== undefined ? textMessage(found.text) : undefined;
}
