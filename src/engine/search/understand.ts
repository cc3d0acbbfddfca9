import type { PhraseGroup, TextIndex } from '../ports/text-index.ts';
import { type ExpandedTerm, expandTerms } from './expand-terms.ts';
import { combine, type GroupRows, type MatchedRows, SENTENCE } from './matching.ts';
import { splitForm } from './other-forms.ts';
import type { ParsedQuery, QueryTerm } from './query/parse-query.ts';
import { type Meaning, type MeantTerm, phrasesOf, type SynonymBook } from './query/synonym-book.ts';
import { partsOf, type WordForms, wholesOf, wordForms } from './word-forms.ts';
import type { Spelling } from './words/spelling.ts';

/** What a query finds, with words that find nothing mended. */

/** A term as it was looked up. */
export type FoundTerm = GroupRows & {
  readonly expanded: ExpandedTerm;
  /** What else it was taken to mean. */
  readonly meanings: readonly Meaning[];
  /** Among its phrases, those of words that it is a part of, and of its own parts: ways of which each needs all of its groups. */
  readonly related?: readonly (readonly PhraseGroup[])[];
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
/**
 * From this certainty on a word is mended: one wrong letter in four; of a sentence in five, where a word that nothing has is more often just
 * that than misspelt.
 */
const CERTAIN_ENOUGH = 0.5;
const CERTAIN_ENOUGH_IN_SENTENCE = 0.6;
/** Of so many words that nothing has, of all, a query speaks of something else than what is here: then nothing is mended. */
const MOST = 0.5;
/** Words that a word is looked for as that begins them. */
const MOST_FORMS = 12;
/** A word of fewer letters may begin anything. */
const SHORTEST_BEGINNING = 4;

type Deps = {
  readonly book: SynonymBook;
  /** The rows of assets of a term, ascending. */
  readonly rowsOf: (term: MeantTerm) => Uint32Array;
  readonly index: TextIndex;
  readonly spelling: Spelling;
  /** By row, 1 for those that are looked at. */
  readonly looked: Uint8Array;
};

/** Looks a query up. Words that nothing has, and that begin or end like no word here, are replaced by the nearest word of the vocabulary. */
export async function understand(query: ParsedQuery, deps: Deps): Promise<Understanding> {
  const terms: FoundTerm[] = [];
  const meanings = deps.book.meanings(query);
  const forms = await wordForms(deps.spelling);
  for (const expanded of await expandTerms(deps.index, query, forms)) {
    const literal = await findPartsToo(await findSplitToo(expanded, deps.index), forms, deps.index);
    const found = await withMeanings(literal, meanings.get(expanded.term) ?? [], deps);
    terms.push(found.rows.length > 0 ? found : ((await findFormOf(expanded, deps.index)) ?? found));
  }
  const mended = await mendUnknown(terms, deps);
  const matched = combine(terms, deps.looked);
  if (mended.size === 0) return { terms, matched, suggestion: undefined, usedSuggestion: false };
  const typed = new Map([...mended.keys()].map((term) => [term, `"${term.text}"`]));
  return {
    terms,
    matched,
    suggestion: rewrite(query.text, mended),
    usedSuggestion: true,
    instead: rewrite(query.text, typed),
  };
}

/** Mends the terms that nothing has, in place, unless they are most of the query; answers what they became. */
async function mendUnknown(terms: FoundTerm[], deps: Deps): Promise<ReadonlyMap<QueryTerm, string>> {
  const mended = new Map<QueryTerm, string>();
  const unknown = terms.filter(({ rows, expanded }) => rows.length === 0 && !expanded.term.quoted);
  const said = terms.filter(({ expanded }) => !expanded.term.weak).length;
  if (said > 1 && unknown.length > said * MOST) return mended;
  for (const one of unknown) {
    const better = await mend(one.expanded, deps, mended, terms.length);
    if (better !== undefined) terms[terms.indexOf(one)] = better;
  }
  return mended;
}

/**
 * A word that nothing has, but that begins a word here (`german` of `germany`), or goes on from one by an ending: it is that word in another
 * form, and no mistake.
 */
async function findFormOf(
  { term, ...expanded }: ExpandedTerm,
  index: TextIndex,
): Promise<FoundTerm | undefined> {
  if (term.quoted || term.folded.length < SHORTEST_BEGINNING) return undefined;
  // The index holds stems: `securi` begins `security`, whose stem `secur` it does not.
  const beginnings = await index.wordsFrom(term.folded, MOST_FORMS);
  const stems = [...new Set(ENDINGS.map((ending) => term.folded.replace(ending, '')))].filter(
    (stem) => stem !== term.folded && stem.length >= SHORTEST_BEGINNING,
  );
  const known = await index.known(stems);
  const forms = [...beginnings.map(({ word }) => word), ...stems.filter((stem) => known.has(stem))];
  if (forms.length === 0) return undefined;
  const words = forms.map((text) => ({ text, prefix: false }));
  const found = await find({ ...expanded, term, group: [...expanded.group, ...words] }, index);
  return found.rows.length > 0 ? found : undefined;
}

/** Endings that words take in the languages that Kitbag meets most, beside those that the index's stemmer takes off. */
const ENDINGS = [/(?:e?s|['’]s)$/u, /(?:en|em|er|es|e|n)$/u, /(?:ing|ed)$/u];

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
  const before = literal.own ?? literal.rows;
  const others = phrasesOf(meanings);
  const expanded = { ...literal.expanded, group: [...literal.expanded.group, ...others] };
  const wanted = { ...literal.wanted, group: [...literal.wanted.group, ...others] };
  const inText = others.length > 0 ? await index.match(wanted.group, 'anywhere') : literal.rows;
  const rows = union([
    literal.rows,
    inText,
    ...meanings.flatMap(({ term }) => (term === undefined ? [] : [rowsOf(term)])),
  ]);
  const own = rows.length === before.length ? {} : { own: before };
  return { expanded, wanted, rows, ...own, meanings };
}

/** Rows of any of the lists, each once; all are ascending. */
function union(lists: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0), ...others] = lists.filter((list) => list.length > 0);
  return others.reduce(merged, first);
}

function merged(one: Uint32Array, other: Uint32Array): Uint32Array {
  const all = new Uint32Array(one.length + other.length);
  let [at, from, count] = [0, 0, 0];
  while (at < one.length || from < other.length) {
    const [left, right] = [one[at] ?? Number.POSITIVE_INFINITY, other[from] ?? Number.POSITIVE_INFINITY];
    all[count] = Math.min(left, right);
    count += 1;
    if (left <= right) at += 1;
    if (right <= left) from += 1;
  }
  return all.slice(0, count);
}

/** Looks a term up; a rare word also as two, as others may have written it (`onepager`, `one pager`). */
async function findSplitToo(expanded: ExpandedTerm, index: TextIndex): Promise<FoundTerm> {
  const found = await find(expanded, index);
  if (found.rows.length >= RARE) return found;
  const split = await splitForm(index, expanded.term);
  return split === undefined ? found : find({ ...expanded, group: [...expanded.group, split] }, index);
}

/**
 * Where words are written together: a word is also looked for as a part of others (`Vergleich`: `Kostenvergleich`), and a rare one as its parts,
 * wherever these stand. Both count as meant, and less than the word itself once, however often they stand there.
 */
async function findPartsToo(found: FoundTerm, forms: WordForms, index: TextIndex): Promise<FoundTerm> {
  const { term } = found.expanded;
  const wholes = wholesOf(term, forms);
  const parts = found.rows.length >= RARE ? [] : (partsOf(term, forms) ?? []);
  if (wholes.length === 0 && parts.length === 0) return found;
  const asWritten = wholes.map(({ written }) => written);
  const lists = [found.rows];
  if (wholes.length > 0) lists.push(await index.match(asWritten, 'anywhere'));
  if (parts.length > 0) lists.push(await rowsWithAll(parts, index));
  const rows = union(lists);
  if (rows.length === found.rows.length) return found;
  const group = [...found.expanded.group, ...asWritten, ...parts.flat()];
  const ofWholes = wholes.length > 0 ? [[wholes.flatMap(({ written, stem }) => [written, stem])]] : [];
  const related = [...ofWholes, ...(parts.length > 0 ? [parts] : [])];
  return { ...found, expanded: { ...found.expanded, group }, rows, own: found.rows, related };
}

async function rowsWithAll(groups: readonly PhraseGroup[], index: TextIndex): Promise<Uint32Array> {
  let rows: Uint32Array | undefined;
  for (const group of groups) {
    const found = await index.match(group, 'anywhere');
    const before = rows && new Set(rows);
    rows = before === undefined ? found : found.filter((row) => before.has(row));
  }
  return rows ?? new Uint32Array(0);
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
  const near = (await spelling.mend(term.folded)) ?? book.nearest(term.folded);
  const enough = words >= SENTENCE ? CERTAIN_ENOUGH_IN_SENTENCE : CERTAIN_ENOUGH;
  if (near === undefined || near.certainty < enough) return undefined;
  const { word, certainty } = near;
  const literal = await find({ ...expanded, group: [{ text: word, prefix: false }] }, index);
  const found = await withMeanings(literal, book.of(word), deps);
  // A word of what is not looked at helps nobody, and would tell a rep what drafts speak of.
  if (!found.rows.some((row) => deps.looked[row] === 1)) return undefined;
  mended.set(term, word);
  return { ...found, certainty };
}

/** The query with some of its words replaced, everything else as typed. */
function rewrite(text: string, replaced: ReadonlyMap<QueryTerm, string>): string {
  let result = text;
  for (const [term, word] of [...replaced].sort(([a], [b]) => b.from - a.from)) {
    result = `${result.slice(0, term.from)}${word}${result.slice(term.to)}`;
  }
  return result.trim();
}
