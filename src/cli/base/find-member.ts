import type { Person } from '../../contract/people.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';

/** The member that a person means: an id, an unambiguous beginning of one, or a name (whatever the case). */
export async function findMember({ client }: CommandContext, text: string): Promise<Person> {
  const { people } = await client.people.list();
  const wanted = text.trim().toLowerCase();
  const byId = people.filter((person) => wanted.length >= 3 && person.id.startsWith(wanted));
  const byName = people.filter((person) => person.name.trim().toLowerCase() === wanted);
  const exact = people.filter((person) => person.id === wanted);
  const found = exact.length > 0 ? exact : byName.length > 0 ? byName : byId;
  const [first, second] = found;
  if (first === undefined) {
    throw wrongUse(`There is no member '${text}'. Give an id, the beginning of one, or the name.`);
  }
  if (second !== undefined) {
    const list = found.slice(0, 10).map((person) => `${person.id} ${person.name}`);
    throw wrongUse(`'${text}' could be several members. Give one of these ids:\n  ${list.join('\n  ')}`);
  }
  return first;
}
