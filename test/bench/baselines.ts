import Fuse from 'fuse.js';
import Database from 'libsql';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { STOP_WORDS } from '../../src/engine/search/words/stop-words.ts';
import { type CollectionDocument, DEPTH } from './collections.ts';

/** What one would otherwise use, each at its best: with stems, without stop words, titles weighing more where that helps. */

/** Ids of the best documents for a query, best first. */
export type Engine = (query: string) => readonly string[];

type Documents = readonly CollectionDocument[];

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
}

/** FTS5 with BM25: porter, stop words dropped, joined with OR, title weighted 2. Words that a query repeats count as often as they stand there. */
export function plainFts5(documents: Documents): Engine {
  const db = new Database(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE doc USING fts5(title, text, id UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')",
  );
  const add = db.prepare('INSERT INTO doc (title, text, id) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { _id, title, text } of documents) add.run(title, text, _id);
  db.exec('COMMIT');
  const find = db
    .prepare(`SELECT id FROM doc WHERE doc MATCH ? ORDER BY bm25(doc, 2, 1) LIMIT ${DEPTH}`)
    .raw();
  const rows = z.array(z.tuple([z.string()]));
  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    return rows.parse(find.all(words.map((word) => `"${word}"`).join(' OR '))).map(([id]) => id);
  };
}

/** The same with each word once, as people usually write it. */
export function plainFts5Once(documents: Documents): Engine {
  const find = plainFts5(documents);
  return (query) => find([...new Set(wordsOf(query))].join(' '));
}

function porter(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

export function miniSearch(documents: Documents): Engine {
  const index = new MiniSearch<CollectionDocument>({
    idField: '_id',
    fields: ['title', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return STOP_WORDS.has(word) ? null : porter(word);
    },
    searchOptions: { boost: { title: 2 }, combineWith: 'OR' },
  });
  index.addAll(documents);
  return (query) =>
    index
      .search(query)
      .slice(0, DEPTH)
      .map(({ id }) => String(id));
}

export function lunrIndex(documents: Documents): Engine {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('_id');
  builder.field('title', { boost: 2 });
  builder.field('text');
  for (const document of documents) builder.add(document);
  const index = builder.build();
  return (query) => {
    const words = wordsOf(query);
    const found = index.query((parts) => {
      for (const word of words) parts.term(word, {});
    });
    return found.slice(0, DEPTH).map(({ ref }) => ref);
  };
}

/** By words, spelling forgiven; it looks at every document anew and takes seconds for a sentence. */
export function fuse(documents: Documents): Engine {
  const index = new Fuse(documents, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.3,
    includeScore: true,
  });
  return (query) => index.search(wordsOf(query).join(' '), { limit: DEPTH }).map(({ item }) => item._id);
}
