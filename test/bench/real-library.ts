import type { AssetSummary } from '../../src/contract/assets.ts';
import type { PageText } from '../../src/engine/ports/extractor.ts';
import { STOP_WORDS } from '../../src/engine/search/words/stop-words.ts';
import type { Collection } from './collections.ts';
import { type Library, makeLibrary, randomFrom, Words } from './corpus.ts';

/** A library of any size with pages of real sentences, drawn from test collections; the same for the same seed. */

const SENTENCES_A_PAGE = 6;
/** Sentences that a page has from its own document and the ones beside it; the others are from anywhere. */
const OWN_SHARE = 0.6;
const NEIGHBOURS = 3;
/** Made-up words a page, as names and codes are: they make the vocabulary grow with the library. */
const NAMES_A_PAGE = 2;
const TITLE_WORDS = 9;

/** Where sentences, titles and queries come from. */
export type Source = {
  readonly documents: readonly { readonly title: string; readonly sentences: readonly string[] }[];
  readonly queries: readonly string[];
};

/** The sentences of some collections; undefined where they are too few for pages. */
export function sourceOf(collections: readonly Collection[]): Source | undefined {
  const documents = collections.flatMap((collection) =>
    collection.documents.flatMap(({ title, text }) => {
      const sentences = text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence.length > 20);
      return sentences.length < 2 ? [] : [{ title: title === '' ? (sentences[0] ?? '') : title, sentences }];
    }),
  );
  const queries = collections.flatMap((collection) => collection.queries.map(({ text }) => text));
  return documents.length < 100 ? undefined : { documents, queries };
}

/** A library with real sentences. Without a source, of made-up words. */
export function makeRealLibrary(
  source: Source | undefined,
  assets: number,
  pages: number,
  now: number,
): Library {
  const plain = makeLibrary(assets, pages, 100, now);
  if (source === undefined) return plain;
  const { documents } = source;
  const names = new Words(7).all;
  const summaries = new Map<string, AssetSummary>();
  const numbers = new Map<string, number>();
  let number = 0;
  for (const asset of plain.summaries.values()) {
    number += 1;
    const title = titleOf(documents[ownDocument(number, documents.length)]?.title ?? '', number);
    summaries.set(asset.id, { ...asset, title, summary: '' });
    numbers.set(asset.version.id, number);
  }
  return {
    summaries,
    textOf: async (version) => {
      const of = numbers.get(version) ?? 0;
      const random = randomFrom(of * 7919);
      const own = ownDocument(of, documents.length);
      return Array.from(
        { length: pages },
        (_, at): PageText => ({ label: String(at + 1), text: pageText(documents, own, names, random) }),
      );
    },
  };
}

function ownDocument(number: number, documents: number): number {
  return Math.floor(randomFrom(number)() * documents);
}

/** The document's own title, with what tells apart those that have the same. */
function titleOf(title: string, number: number): string {
  return `${title.split(/\s+/u).slice(0, TITLE_WORDS).join(' ')} ${number % 97}`;
}

function pageText(
  documents: Source['documents'],
  own: number,
  names: readonly string[],
  random: () => number,
): string {
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];
  const parts: string[] = [];
  for (let at = 0; at < SENTENCES_A_PAGE; at += 1) {
    const near = (own + Math.floor(random() * NEIGHBOURS)) % documents.length;
    const from = random() < OWN_SHARE ? documents[near] : pick(documents);
    parts.push(pick(from?.sentences ?? []) ?? '');
  }
  for (let at = 0; at < NAMES_A_PAGE; at += 1) parts.push(pick(names) ?? '');
  return parts.join(' ');
}

/** What people type: words of titles, one to three of them, and beginnings of whole questions. */
export function typedQueries(library: Library, source: Source | undefined, count: number): string[] {
  const random = randomFrom(29);
  const titles = Array.from(library.summaries.values(), ({ title }) => title);
  const queries: string[] = [];
  while (queries.length < count) {
    const sentence = queries.length % 4 === 3 && source !== undefined;
    const pool = sentence ? source.queries : titles;
    const words = (pool[Math.floor(random() * pool.length)] ?? '').toLowerCase().match(/\p{L}{2,}/gu) ?? [];
    const said = sentence ? words : words.filter((word) => !STOP_WORDS.has(word));
    const length = sentence ? 7 : 1 + (queries.length % 3);
    const from = Math.floor(random() * Math.max(1, said.length - length + 1));
    const query = said.slice(from, from + length).join(' ');
    if (query !== '') queries.push(query);
  }
  return queries;
}
