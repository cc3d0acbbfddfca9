import type { KitSummary } from '../../contract/kits.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';
import { oneMeant } from './one-meant.ts';

/** The kit that a person means: an id, an unambiguous beginning of one, or an exact name (whatever the case). */
export async function findKit({ client }: CommandContext, text: string): Promise<KitSummary> {
  const kits = await client.kits.list({});
  const found = oneMeant(kits, text, { nameOf: ({ name }) => name, several: 'kits' });
  if (found !== undefined) return found;
  const query = text.trim().toLowerCase().slice(0, 300);
  const [near] = await client.search.kitNames({ query, limit: 1 });
  const meant = near === undefined ? '' : ` Did you mean '${near.name}'?`;
  throw wrongUse(`There is no kit '${text}'.${meant} Give an id, the beginning of one, or the exact name.`);
}
