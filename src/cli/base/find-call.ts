import type { CallSummary } from '../../contract/calls.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';
import { oneMeant } from './one-meant.ts';

/** The call that a person means: an id, an unambiguous beginning of one, or an exact title (whatever the case). */
export async function findCall({ client }: CommandContext, text: string): Promise<CallSummary> {
  const calls = await client.calls.list();
  const found = oneMeant(calls, text, { nameOf: ({ title }) => title, several: 'calls' });
  if (found === undefined)
    throw wrongUse(`There is no call '${text}'. Give an id, the beginning of one, or the exact title.`);
  return found;
}
