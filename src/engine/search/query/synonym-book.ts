import type { AssetSummary } from '../../../contract/assets.ts';
import { type AnyFacet, fieldOfFacet, type TermFacet } from '../../../shared/vocabulary/taxonomy.ts';
import { prepareText } from '../words/fold.ts';
import type { Named, SearchWords } from '../words/search-words.ts';
import { certaintyOf, distance } from '../words/spelling.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';
import { singular, wordKey } from './word-key.ts';

/** What words of a query mean beside themselves: other words for the same, or terms of the taxonomy. */

/** A term of the taxonomy that words stand for. */
export type MeantTerm = { readonly facet: AnyFacet; readonly id: string; readonly name: string };

/** What some words of a query mean. */
export type Meaning = {
  /** The words as they stand in the query. */
  readonly typed: string;
  /** The query with these words in quotes, where they mean themselves alone. */
  readonly literal?: string;
  /** Other words for the same. */
  readonly words: readonly string[];
  /** The term, where they stand for one. */
  readonly term?: MeantTerm;
  /** Whether a lead has said so; else the words are the term's own name. */
  readonly said: boolean;
};

type Entry = Omit<Meaning, 'typed' | 'literal'>;

const LONGEST = 6;
const MOST_WORDS = 12;

/** Says whether an asset is of a term. */
export function isOfTerm(asset: AssetSummary, { facet, id }: MeantTerm): boolean {
  const terms = asset[fieldOfFacet(facet)];
  return typeof terms === 'string' ? terms === id : terms?.includes(id) === true;
}

/** Looks meanings up. Words are compared without case, accents, spaces, hyphens and an English plural's ending. */
export class SynonymBook {
  readonly #entries = new Map<string, Entry[]>();

  constructor(words: SearchWords) {
    const terms = {
      stage: words.stages,
      persona: words.personas,
      type: words.types,
      product: words.products,
    };
    for (const { words: group, means } of words.synonyms) {
      const term = means.facet === 'same' ? undefined : named(means.facet, means.term, terms[means.facet]);
      if (means.facet !== 'same' && term === undefined) continue;
      for (const word of group) {
        const others = group.filter((other) => keyOf(other) !== keyOf(word)).slice(0, MOST_WORDS);
        this.#add(word, { words: others, said: true, ...(term && { term }) });
      }
    }
    for (const [facet, list] of Object.entries(terms) as [TermFacet, readonly Named[]][]) {
      for (const { id, name } of list) {
        const known = this.#entries
          .get(keyOf(name))
          ?.some(({ term }) => term?.facet === facet && term.id === id);
        if (known !== true) this.#add(name, { words: [], said: false, term: { facet, id, name } });
      }
    }
    this.#addDimensions(words);
  }

  /** Terms of dimensions, by their names and by what else a lead says they are called. */
  #addDimensions({ dimensions }: SearchWords): void {
    for (const { field: facet, terms } of dimensions)
      for (const { id, name, also } of terms) {
        const term = { facet, id, name };
        for (const word of also) this.#add(word, { words: [], said: true, term });
        this.#add(name, { words: [], said: false, term });
      }
  }

  /** What the words of a query mean, by the terms that they were read as. Words in quotes mean themselves alone. */
  meanings(query: ParsedQuery): ReadonlyMap<QueryTerm, readonly Meaning[]> {
    const found = new Map<QueryTerm, Meaning[]>();
    if (this.#entries.size === 0) return found;
    for (const run of query.runs) {
      for (let from = 0; from < run.length; from += 1) {
        for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to += 1) {
          const window = run.slice(from, to);
          const entries = this.#entries.get(singular(window.map(({ folded }) => folded).join('')));
          if (entries === undefined) continue;
          const [start, end] = [window[0]?.from ?? 0, window.at(-1)?.to ?? 0];
          const typed = query.text.slice(start, end);
          const literal = `${query.text.slice(0, start)}"${typed}"${query.text.slice(end)}`;
          for (const term of query.terms) {
            if (term.quoted || term.from < start || term.to > end) continue;
            found.set(term, [
              ...(found.get(term) ?? []),
              ...entries.map((entry) => ({ ...entry, typed, literal })),
            ]);
          }
        }
      }
    }
    return found;
  }

  /** What a single word means. */
  of(word: string): readonly Meaning[] {
    return (this.#entries.get(keyOf(word)) ?? []).map((entry) => ({ ...entry, typed: word }));
  }

  /** The nearest word that means something, for one that nothing has: undefined where none is near. */
  nearest(word: string): { readonly word: string; readonly certainty: number } | undefined {
    if (word.length < 4) return undefined;
    const most = word.length < 6 ? 1 : 2;
    let best: { readonly key: string; readonly cost: number } | undefined;
    for (const key of this.#entries.keys()) {
      if (key.length < 4) continue;
      const cost = distance(word, key, most);
      if (cost !== undefined && (best === undefined || cost < best.cost)) best = { key, cost };
    }
    return best && { word: best.key, certainty: certaintyOf(best.cost, word, best.key) };
  }

  #add(word: string, entry: Entry): void {
    const key = keyOf(word);
    const known = this.#entries.get(key);
    if (known === undefined) this.#entries.set(key, [entry]);
    else known.push(entry);
  }
}

function keyOf(word: string): string {
  return singular(wordKey(word));
}

function named(facet: TermFacet, id: string, list: readonly Named[]): MeantTerm | undefined {
  const name = list.find((one) => one.id === id)?.name;
  return name === undefined ? undefined : { facet, id, name };
}

/** Other words as phrases to look for. */
export function phrasesOf(meanings: readonly Meaning[]): { text: string; prefix: false }[] {
  const words = new Set(meanings.flatMap((meaning) => meaning.words.map(prepareText)));
  return [...words].map((text) => ({ text, prefix: false }));
}

const books = new WeakMap<SearchWords, SynonymBook>();

/** The book of a hub's words, made once for each state of them. */
export function bookOf(words: SearchWords): SynonymBook {
  const known = books.get(words);
  if (known !== undefined) return known;
  const book = new SynonymBook(words);
  books.set(words, book);
  return book;
}
