import type { CallSummary } from '../../contract/calls.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';

/** The call that a person means: an id, an unambiguous beginning of one, or an exact title (whatever the case). */
export async function findCall({ client }: CommandContext, text: string): Promise<CallSummary> {
  const calls = await client.calls.list();
  const wanted = text.trim().toLowerCase();
  const byId = calls.filter(({ id }) => wanted.length >= 3 && id.startsWith(wanted));
  const byTitle = calls.filter(({ title }) => title.trim().toLowerCase() === wanted);
  const found = byTitle.length > 0 ? byTitle : byId;
  const [first, second] = found;
  if (first === undefined)
    throw wrongUse(`There is no call '${text}'. Give an id, the beginning of one, or the exact title.`);
  if (second !== undefined) {
    const list = found.slice(0, 10).map(({ id, title }) => `${id} ${title}`);
    throw wrongUse(`'${text}' could be several calls. Give one of these ids:\n  ${list.join('\n  ')}`);
  }
  return first;
}
