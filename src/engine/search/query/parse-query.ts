import { foldWord, isUnspaced, prepareText, wordsOf } from '../words/fold.ts';
import type { Operators } from '../words/search-words.ts';
import { STOP_WORDS } from '../words/stop-words.ts';
import { type QueryCode, queryCodes } from './query-codes.ts';
import {
  type ExcludedPart,
  type OperatorPart,
  type QueryPart,
  queryText,
  readQuery,
  withoutParts,
} from './read-query.ts';

/** How many different words of a query are looked for; the rest is named in a hint. */
const MOST_TERMS = 64;

/** One thing that a query looks for. */
export type QueryTerm = {
  /** As typed, cleaned. */
  readonly text: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** In quotes: the words must stand side by side. */
  readonly quoted: boolean;
  /** The last word while it is being typed: it may go on. */
  readonly prefix: boolean;
  /** A single letter or digit: asked for with the other words, but not alone worth a hit. */
  readonly weak: boolean;
  /** Where it stands in the cleaned query; [from, to). */
  readonly from: number;
  readonly to: number;
  /** The word before it in the query, when only a space, hyphen or the like is between them: `one pager` may be written `onepager`. */
  readonly follows: boolean;
};

/** A word of the query as it stands there, whether it is looked for or not. */
export type TypedWord = { readonly folded: string; readonly from: number; readonly to: number };

/** A query as it is understood. Any string has one. */
export type ParsedQuery = {
  /** The query, cleaned and trimmed at its start. */
  readonly text: string;
  /** The same without operators and what is left out. */
  readonly free: string;
  readonly terms: readonly QueryTerm[];
  /** Words outside of quotes, in runs that nothing interrupts. */
  readonly runs: readonly (readonly TypedWord[])[];
  /** Strings with signs, inside of quotes too. */
  readonly codes: readonly QueryCode[];
  readonly excluded: readonly ExcludedPart[];
  readonly operators: readonly OperatorPart[];
  /** True when there was something typed, but no word, operator or exclusion in it. */
  readonly wordless: boolean;
  /** True when words beyond {@link MOST_TERMS} were left out. */
  readonly shortened: boolean;
};

const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/giu;

/** Understands a query with its operators. Total: every string gives an answer. `decimal` is what parts decimals for who types, `operators` those that the hub has besides. */
export function parseQuery(raw: string, decimal?: string, operators?: Operators): ParsedQuery {
  const text = queryText(raw);
  return parsed(text, readQuery(text, operators), decimal);
}

/** Understands a text that nobody wrote as a query: it has words and phrases alone. */
export function parseWords(raw: string, decimal?: string): ParsedQuery {
  const text = queryText(raw);
  return parsed(text, [{ kind: 'words', from: 0, to: text.length }], decimal);
}

function parsed(text: string, parts: readonly QueryPart[], decimal: string | undefined): ParsedQuery {
  const found: QueryTerm[] = [];
  const runs: TypedWord[][] = [];
  const codes: QueryCode[] = [];
  const excluded: ExcludedPart[] = [];
  const operators: OperatorPart[] = [];
  for (const part of parts) {
    const { from, to } = part;
    if (part.kind === 'words' || part.kind === 'phrase')
      codes.push(...queryCodes(text, part, to === text.length, decimal));
    if (part.kind === 'operator') operators.push(part);
    else if (part.kind === 'excluded') excluded.push(part);
    else if (part.kind === 'phrase')
      addPhrase(found, text.slice(from + 1, part.open ? to : to - 1), from + 1, part.open);
    else runs.push(addWords(found, text.slice(from, to), from, to === text.length));
  }
  const unique = withoutRepeats(found);
  const meaningful = unique.filter((term) => term.quoted || !STOP_WORDS.has(term.folded));
  const kept = meaningful.length > 0 ? meaningful : unique;
  const allWeak = kept.every((term) => term.weak);
  const asked = kept.length + operators.length + excluded.length > 0;
  return {
    text,
    free: withoutParts(text, [...operators, ...excluded]),
    terms: kept.slice(0, MOST_TERMS).map((term) => (allWeak ? { ...term, weak: false } : term)),
    runs,
    codes,
    excluded,
    operators,
    wordless: text.trim() !== '' && !asked,
    shortened: kept.length > MOST_TERMS,
  };
}

function addWords(terms: QueryTerm[], part: string, offset: number, last: boolean): TypedWord[] {
  const run: TypedWord[] = [];
  // Same length, so that positions stay true.
  const plain = part.replace(POSSESSIVE, '  ');
  let previousEnd = -1;
  for (const { word, at } of wordsOf(plain)) {
    const end = at + word.length;
    const between = previousEnd < 0 ? undefined : plain.slice(previousEnd, at);
    const folded = foldWord(word);
    run.push({ folded, from: offset + at, to: offset + end });
    terms.push({
      text: word,
      folded,
      quoted: false,
      prefix: last && end === part.length,
      weak: isWeak(word),
      from: offset + at,
      to: offset + end,
      follows: between !== undefined && /^[\s\-‐‑–_./&+]{1,3}$/u.test(between),
    });
    previousEnd = end;
  }
  return run;
}

function addPhrase(terms: QueryTerm[], part: string, offset: number, open: boolean): void {
  const words = [...wordsOf(part)].map(({ word }) => word);
  if (words.length === 0) return;
  const text = words.join(' ');
  terms.push({
    text,
    folded: foldWord(text),
    quoted: true,
    // A quotation mark that is not closed yet: its last word is being typed.
    prefix: open && !/\s$/u.test(part),
    weak: false,
    from: offset,
    to: offset + part.length,
    follows: false,
  });
}

function isWeak(word: string): boolean {
  return [...word].length === 1 && !isUnspaced(word);
}

/** Keeps one of each word; a word that is still being typed wins over the same word typed before. */
function withoutRepeats(terms: readonly QueryTerm[]): QueryTerm[] {
  const seen = new Map<string, QueryTerm>();
  for (const term of terms) {
    const key = `${term.quoted ? '"' : ''}${term.folded}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, term);
    else if (term.prefix) seen.set(key, { ...earlier, prefix: true });
  }
  return [...seen.values()];
}

/** A term's own text as the index takes it. */
export function termText(term: QueryTerm): string {
  return prepareText(term.text);
}
