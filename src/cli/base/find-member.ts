import type { Person } from '../../contract/people.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';
import { oneMeant } from './one-meant.ts';

/** The member that a person means: an id, an unambiguous beginning of one, or a name (whatever the case). */
export async function findMember({ client }: CommandContext, text: string): Promise<Person> {
  const { people } = await client.people.list();
  const found = oneMeant(people, text, { nameOf: ({ name }) => name, several: 'members' });
  if (found === undefined)
    throw wrongUse(`There is no member '${text}'. Give an id, the beginning of one, or the name.`);
  return found;
}
