import { rectifyConfusion } from 'unicode-confusables';

/** Somebody with a name, and how much their name is to be believed. */
type Named = { readonly id: string; readonly name: string; readonly rank: number };

/**
 * Whose names look like another one's, with the name that they look like: of several the one with the highest rank. Case, accents, spaces and letters of
 * other scripts that look the same make no difference (Unicode UTS #39, skeletons). Nobody can tell from a name who is meant, so both are marked.
 */
export function lookAlikes(people: readonly Named[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Named[]>();
  for (const person of people) {
    const skeleton = skeletonOf(person.name);
    const group = groups.get(skeleton);
    if (group === undefined) groups.set(skeleton, [person]);
    else group.push(person);
  }
  const found = new Map<string, string>();
  for (const group of groups.values()) {
    const [first, second] = [...group].sort((a, b) => b.rank - a.rank);
    if (first === undefined || second === undefined) continue;
    for (const { id } of group) found.set(id, (id === first.id ? second : first).name);
  }
  return found;
}

/** What a name looks like. */
export function skeletonOf(name: string): string {
  const bare = (text: string): string => text.normalize('NFKD').replaceAll(/[\p{M}\p{Z}\p{P}\p{Cf}]/gu, '');
  // Once more in lower case: a capital may look like another letter than its small one.
  return rectifyConfusion(bare(rectifyConfusion(bare(name))).toLowerCase());
}
