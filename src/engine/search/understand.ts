import type { TextIndex } from '../ports/text-index.ts';
import { type ExpandedTerm, expandTerms } from './expand-terms.ts';
import { combine, type GroupRows, type MatchedRows, SENTENCE } from './matching.ts';
import { splitForm } from './other-forms.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';
import { type Meaning, type MeantTerm, phrasesOf, type SynonymBook } from './query/synonym-book.ts';
import type { Spelling } from './spelling.ts';

/** What a query finds, with words that find nothing mended. */

/** A term as it was looked up. */
export type FoundTerm = GroupRows & {
  readonly expanded: ExpandedTerm;
  /** What else it was taken to mean. */
  readonly meanings: readonly Meaning[];
  /** Of a mended word, how likely it is meant; absent for a word as typed. */
  readonly certainty?: number;
};

/** What was understood. */
export type Understanding = {
  readonly terms: readonly FoundTerm[];
  readonly matched: MatchedRows;
  /** The query with its spelling mended. */
  readonly suggestion: string | undefined;
  /** True when the rows are those of the suggestion. */
  readonly usedSuggestion: boolean;
  /** The query with the mended words as they were typed, in quotes. */
  readonly instead?: string;
};

/** A word that fewer assets have is also looked for in two parts. */
const RARE = 20;
/** From this certainty on a word of a sentence is mended: one wrong letter in five. */
const CERTAIN_ENOUGH = 0.6;
/** Below this many hits with all words, a rare word may be a misspelt frequent one. */
const FEW = 3;
/** How much more frequent the other word must be to be offered in place of one that is there. */
const MUCH_MORE = 5;

type Deps = {
  readonly book: SynonymBook;
  /** The rows of assets of a term, ascending. */
  readonly rowsOf: (term: MeantTerm) => Uint32Array;
  readonly index: TextIndex;
  readonly spelling: Spelling;
  /** By row, 1 for those that are looked at. */
  readonly looked: Uint8Array;
};

/** Looks a query up. Words without any hit are replaced by the nearest word of the vocabulary. */
export async function understand(query: ParsedQuery, deps: Deps): Promise<Understanding> {
  const terms: FoundTerm[] = [];
  const mended = new Map<QueryTerm, string>();
  const meanings = deps.book.meanings(query);
  for (const expanded of await expandTerms(deps.index, query)) {
    const literal = await findSplitToo(expanded, deps.index);
    const found = await withMeanings(literal, meanings.get(expanded.term) ?? [], deps);
    if (found.rows.length > 0 || expanded.term.quoted) terms.push(found);
    else terms.push((await mend(expanded, deps, mended, query.terms.length)) ?? found);
  }
  const matched = combine(terms, deps.looked);
  if (mended.size > 0) {
    const typed = new Map([...mended.keys()].map((term) => [term, `"${term.text}"`]));
    return {
      terms,
      matched,
      suggestion: rewrite(query.text, mended),
      usedSuggestion: true,
      instead: rewrite(query.text, typed),
    };
  }
  return { terms, matched, suggestion: await offer(query, terms, matched, deps), usedSuggestion: false };
}

async function find(expanded: ExpandedTerm, index: TextIndex): Promise<FoundTerm> {
  return { expanded, wanted: expanded, rows: await index.match(expanded.group, 'anywhere'), meanings: [] };
}

/** A term with what it means beside itself: rows with synonyms in their text, and rows of the term that is meant. */
async function withMeanings(
  literal: FoundTerm,
  meanings: readonly Meaning[],
  { index, rowsOf }: Pick<Deps, 'index' | 'rowsOf'>,
): Promise<FoundTerm> {
  if (meanings.length === 0) return literal;
  const group = [...literal.expanded.group, ...phrasesOf(meanings)];
  const expanded = { ...literal.expanded, group };
  const inText =
    group.length > literal.expanded.group.length ? await index.match(group, 'anywhere') : literal.rows;
  const rows = union([inText, ...meanings.flatMap(({ term }) => (term === undefined ? [] : [rowsOf(term)]))]);
  const own = rows.length === literal.rows.length ? {} : { own: literal.rows };
  return { expanded, wanted: expanded, rows, ...own, meanings };
}

/** Rows of any of the lists, each once, ascending. */
function union(lists: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0), ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return first;
  const all = new Set(first);
  for (const list of others) for (const row of list) all.add(row);
  return Uint32Array.from(all).sort();
}

/** Looks a term up; a rare word also as two, as others may have written it (`onepager`, `one pager`). */
async function findSplitToo(expanded: ExpandedTerm, index: TextIndex): Promise<FoundTerm> {
  const found = await find(expanded, index);
  if (found.rows.length >= RARE) return found;
  const split = await splitForm(index, expanded.term);
  return split === undefined ? found : find({ ...expanded, group: [...expanded.group, split] }, index);
}

/** The word that may have been meant by a term that finds nothing; it is noted in `mended`. */
async function mend(
  expanded: ExpandedTerm,
  deps: Deps,
  mended: Map<QueryTerm, string>,
  words: number,
): Promise<FoundTerm | undefined> {
  const { index, spelling, book } = deps;
  const { term } = expanded;
  const near = await spelling.mend(term.folded);
  // Of a sentence, a word that nothing has is more often just that than misspelt.
  if (near !== undefined && words >= SENTENCE && near.certainty < CERTAIN_ENOUGH) return undefined;
  const word = near?.word ?? book.nearest(term.folded);
  if (word === undefined) return undefined;
  const literal = await find({ ...expanded, group: [{ text: word, prefix: false }] }, index);
  const found = await withMeanings(literal, book.of(word), deps);
  // A word of what is not looked at helps nobody, and would tell a rep what drafts speak of.
  if (!found.rows.some((row) => deps.looked[row] === 1)) return undefined;
  mended.set(term, word);
  return near === undefined ? found : { ...found, certainty: near.certainty };
}

/** A better spelling of rare words where the query as typed finds few: only offered, the words as typed stay. */
async function offer(
  query: ParsedQuery,
  terms: readonly FoundTerm[],
  matched: MatchedRows,
  { index, spelling, looked }: Deps,
): Promise<string | undefined> {
  const now = matched.withAll;
  if (now >= FEW || terms.length === 0) return undefined;
  const mended = new Map<QueryTerm, string>();
  const other: FoundTerm[] = [];
  for (const found of terms) {
    const { term } = found.expanded;
    const rare = !term.quoted && !term.prefix && term.folded.length >= 4 && found.rows.length < FEW;
    const word = rare ? await spelling.mend(term.folded) : undefined;
    if (word === undefined || word.assets < MUCH_MORE * Math.max(1, found.rows.length)) other.push(found);
    else {
      mended.set(term, word.word);
      other.push(await find({ ...found.expanded, group: [{ text: word.word, prefix: false }] }, index));
    }
  }
  if (mended.size === 0 || combine(other, looked).withAll <= now) return undefined;
  return rewrite(query.text, mended);
}

/** The query with some of its words replaced, everything else as typed. */
function rewrite(text: string, replaced: ReadonlyMap<QueryTerm, string>): string {
  let result = text;
  for (const [term, word] of [...replaced].sort(([a], [b]) => b.from - a.from)) {
    result = `${result.slice(0, term.from)}${word}${result.slice(term.to)}`;
  }
  return result.trim();
}
