import type { TextIndex } from '../ports/text-index.ts';
import { cleanText, foldWord, isUnspaced, prepareText, wordsOf } from './words/fold.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** A word of a text with how much it says about it, and the rows that have it too. */
export type SignificantWord = {
  /** As it stands in the text. */
  readonly word: string;
  readonly folded: string;
  readonly weight: number;
  readonly rows: Uint32Array;
};

/** Words that a text has most often are looked up; of these, those that say most are used. */
const MOST_LOOKED_UP = 60;
const MOST_USED = 12;
const SHORTEST = 3;
const LONGEST_TEXT = 200_000;

/**
 * The words of a text that say most about it: (1 + ln tf) × ln(N / df), as in Salton and Buckley, ‘Term-weighting approaches in automatic
 * text retrieval’ (1988). A word that no other asset has leads nowhere and is left out.
 */
export async function significantWords(
  text: string,
  index: TextIndex,
  assets: number,
): Promise<readonly SignificantWord[]> {
  const counts = new Map<string, { readonly word: string; times: number }>();
  for (const { word } of wordsOf(cleanText(text.slice(0, LONGEST_TEXT)))) {
    const folded = foldWord(word);
    if (STOP_WORDS.has(folded) || /^\p{N}+$/u.test(folded)) continue;
    if ([...folded].length < SHORTEST && !isUnspaced(folded)) continue;
    const known = counts.get(folded);
    if (known === undefined) counts.set(folded, { word, times: 1 });
    else known.times += 1;
  }
  const frequent = [...counts]
    .sort(([a, { times: x }], [b, { times: y }]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST_LOOKED_UP);
  const words: SignificantWord[] = [];
  for (const [folded, { word, times }] of frequent) {
    const rows = await index.match([{ text: prepareText(word), prefix: false }], 'anywhere');
    if (rows.length < 2) continue;
    const rarity = Math.log((assets + 1) / rows.length);
    if (rarity > 0) words.push({ word, folded, weight: (1 + Math.log(times)) * rarity, rows });
  }
  return words.sort((a, b) => b.weight - a.weight || (a.folded < b.folded ? -1 : 1)).slice(0, MOST_USED);
}
