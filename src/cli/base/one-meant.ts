import { wrongUse } from './exit.ts';

/** What can be meant: how it is called, and how several of them are. */
type Words<Thing> = { readonly nameOf: (thing: Thing) => string; readonly several: string };

/** Fewer characters of an id are meant by nobody. */
const SHORTEST_BEGINNING = 3;
/** So many are listed where several could be meant. */
const LISTED = 10;

/**
 * The one of some things that a person means: by its id, its exact name (whatever the case), or an unambiguous beginning of its id; undefined where
 * none is. Throws wrong use where several could be.
 */
export function oneMeant<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  text: string,
  { nameOf, several }: Words<Thing>,
): Thing | undefined {
  const wanted = text.trim().toLowerCase();
  const ways: readonly ((thing: Thing) => boolean)[] = [
    ({ id }) => id === wanted,
    (thing) => nameOf(thing).trim().toLowerCase() === wanted,
    ({ id }) => wanted.length >= SHORTEST_BEGINNING && id.startsWith(wanted),
  ];
  for (const way of ways) {
    const found = things.filter(way);
    if (found.length > 1) {
      const list = found.slice(0, LISTED).map((thing) => `${thing.id} ${nameOf(thing)}`);
      throw wrongUse(`'${text}' could be several ${several}. Give one of these ids:\n  ${list.join('\n  ')}`);
    }
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}
