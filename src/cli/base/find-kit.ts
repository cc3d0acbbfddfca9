import type { KitSummary } from '../../contract/kits.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';

/** The kit that a person means: an id, an unambiguous beginning of one, or an exact name (whatever the case). */
export async function findKit({ client }: CommandContext, text: string): Promise<KitSummary> {
  const kits = await client.kits.list({});
  const wanted = text.trim().toLowerCase();
  const byId = kits.filter(({ id }) => wanted.length >= 3 && id.startsWith(wanted));
  const byName = kits.filter(({ name }) => name.trim().toLowerCase() === wanted);
  const found = byName.length > 0 ? byName : byId;
  const [first, second] = found;
  if (first === undefined) {
    const [near] = await client.search.kitNames({ query: wanted.slice(0, 300), limit: 1 });
    const meant = near === undefined ? '' : ` Did you mean '${near.name}'?`;
    throw wrongUse(`There is no kit '${text}'.${meant} Give an id, the beginning of one, or the exact name.`);
  }
  if (second !== undefined) {
    const list = found.slice(0, 10).map(({ id, name }) => `${id} ${name}`);
    throw wrongUse(`'${text}' could be several kits. Give one of these ids:\n  ${list.join('\n  ')}`);
  }
  return first;
}
