import { STOP_WORDS } from '../../src/engine/search/words/stop-words.ts';
import { randomFrom } from './corpus.ts';

/** One wrong letter in a query, as fingers make them: a letter left out, added, changed or swapped with its neighbour. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SHORTEST = 4;

/** A query with one random edit in one random word of four letters or more; the same for the same seed. Undefined without such a word. */
export function withTypo(query: string, seed: number): string | undefined {
  const random = randomFrom(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const words = [...query.matchAll(/\p{L}+/gu)].filter(
    ([word]) => word.length >= SHORTEST && !STOP_WORDS.has(word.toLowerCase()),
  );
  const chosen = words[pick(words.length)];
  if (chosen === undefined) return undefined;
  const [word] = chosen;
  let changed = word;
  while (changed === word) changed = edited(word, pick);
  return `${query.slice(0, chosen.index)}${changed}${query.slice(chosen.index + word.length)}`;
}

function edited(word: string, pick: (below: number) => number): string {
  const at = pick(word.length);
  const letter = LETTERS[pick(LETTERS.length)] ?? '';
  switch (pick(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return at + 1 < word.length
        ? word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
        : word;
  }
}
