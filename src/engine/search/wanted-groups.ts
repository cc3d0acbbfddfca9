import type { Phrase, PhraseGroup, TextIndex } from '../ports/text-index.ts';
import { groupForWeighing } from './expand-terms.ts';
import type { TypedWord } from './query/parse-query.ts';
import type { FoundTerm } from './understand.ts';
import { idfOf, type Wanted, type WantedGroup, type WantedPair } from './weigh-rows.ts';
import { foldWord, wordsOf } from './words/fold.ts';
import { pairOf, positionOf, stemOf } from './words/row-terms.ts';

/** A query as it is weighed: terms with how often they are asked for, and which follow each other. */

/** Ways of one word that pairs are made of: `one pager` has few, a beginning many. */
const MOST_WAYS_IN_PAIRS = 4;
/** What an asset counts for that has neither the word nor a synonym in its text, but is of the term that is meant. */
const MEANT = 0.5;

/** What to weigh rows by. `runs` are the query's words in order, with repeats. */
export async function wantedOf(
  found: readonly FoundTerm[],
  runs: readonly (readonly TypedWord[])[],
  index: TextIndex,
  assets: number,
): Promise<Wanted> {
  const times = new Map<string, number>();
  for (const { folded } of runs.flat()) times.set(folded, (times.get(folded) ?? 0) + 1);
  const groups: WantedGroup[] = [];
  const byWord = new Map<string, WantedGroup>();
  for (const { expanded, rows, own, related = [], certainty = 1 } of found) {
    if (rows.length === 0) continue;
    const { folded, quoted } = expanded.term;
    const all = new Set(related.flat(2));
    const isRelated = (phrase: Phrase): boolean => all.has(phrase);
    const group: WantedGroup = {
      // Words that must stand together count as the words that they are.
      times: certainty * (quoted ? Math.max(1, stemsIn(folded).length) : (times.get(folded) ?? 1)),
      idf: idfOf(rows.length, assets),
      ...waysOf((await groupForWeighing(index, expanded)).filter((phrase) => !isRelated(phrase))),
      related: related.map((words) => words.map((word) => waysOf(word).stems)),
      rows,
      atLeast: (row) => (positionOf(own ?? rows, row) >= 0 ? 1 : positionOf(rows, row) >= 0 ? MEANT : 0),
    };
    groups.push(group);
    if (!quoted) byWord.set(folded, group);
  }
  return { groups, pairs: pairsOf(runs, byWord), stems: [] };
}

function waysOf(group: PhraseGroup): Pick<WantedGroup, 'stems' | 'sequences'> {
  const stems = new Set<number>();
  const sequences: number[][] = [];
  for (const { text, prefix } of group) {
    const words = stemsIn(text);
    const [first, second] = words;
    if (second !== undefined) {
      sequences.push(words.slice(1).map((word, at) => pairOf(words[at] ?? 0, word)));
    } else if (first !== undefined && !prefix && isOneWord(text)) {
      // The beginning of a word is no word; what it stands for comes as words of their own. One word and stop words are not that word.
      stems.add(first);
    }
  }
  return { stems: [...stems], sequences };
}

function isOneWord(text: string): boolean {
  const words = wordsOf(text);
  words.next();
  return words.next().done === true;
}

function stemsIn(text: string): number[] {
  const stems: number[] = [];
  for (const { word } of wordsOf(text)) {
    const stem = stemOf(foldWord(word));
    if (stem !== undefined) stems.push(stem);
  }
  return stems;
}

/** Neighbours, with nothing but stop words between them. */
function pairsOf(
  runs: readonly (readonly TypedWord[])[],
  byWord: ReadonlyMap<string, WantedGroup>,
): WantedPair[] {
  const pairs = new Map<string, WantedPair>();
  for (const run of runs) {
    let previous: string | undefined;
    for (const { folded } of run) {
      const second = byWord.get(folded);
      if (second === undefined) {
        // A word that nothing has stands between its neighbours, a stop word does not.
        if (stemOf(folded) !== undefined) previous = undefined;
        continue;
      }
      const first = previous === undefined ? undefined : byWord.get(previous);
      if (first !== undefined && first !== second) {
        pairs.set(`${previous} ${folded}`, { first: fewWays(first), second: fewWays(second) });
      }
      previous = folded;
    }
  }
  return [...pairs.values()];
}

function fewWays(group: WantedGroup): WantedGroup {
  return group.stems.length <= MOST_WAYS_IN_PAIRS
    ? group
    : { ...group, stems: group.stems.slice(0, MOST_WAYS_IN_PAIRS) };
}
