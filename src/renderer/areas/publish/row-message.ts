import type { StagedRow } from '../../../contract/publish.ts';
import { textMessage } from '../../../words/texts.ts';

/** What to know about a row: what the engine says of it, else why its text can't be searched. */
export function rowMessage({ state, message, found }: StagedRow): string | undefined {
  if (message !== undefined || state !== 'ready' || found === undefined) return message;
  return textMessage(found.text);
}
