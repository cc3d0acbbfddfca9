import type { DerivedTables } from '../sqlite/connection.ts';

/** Raised with every change of the tables or of how texts are cut into words: another version's file is thrown away. */
const SCHEMA_VERSION = 9;

/** Marks are of a word: those that are none of its letters are taken out before (`foldLetters`), the vowels of Indian scripts stay. */
const TOKENIZER = `tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'"`;

/**
 * `asset`: one row for the texts that say whether an asset is found at all and how well (contentless: the text is not kept). A very
 * long document has several, see `PART_BITS`.
 * `piece`: what snippets are cut from, in the document's own characters; `piece_text`: the same as it is looked for, for finding a word
 * within an asset. `word`: the words unstemmed, for spelling. `terms`: the stems of
 * each row with their counts, for ranking; `stem`: in how many assets each stem stands, exactly; `posting`: in which rows, and about how
 * often (see `postings.ts`).
 */
const TABLES = `
  CREATE TABLE entry (
    row INTEGER PRIMARY KEY,
    asset TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    pages INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    length INTEGER NOT NULL
  );
  CREATE TABLE terms (row INTEGER PRIMARY KEY, stems BLOB NOT NULL, data BLOB NOT NULL);
  CREATE TABLE stem (stem INTEGER PRIMARY KEY, assets INTEGER NOT NULL);
  CREATE TABLE posting (
    stem INTEGER NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (stem, block)
  ) WITHOUT ROWID;
  CREATE TABLE piece (
    id INTEGER PRIMARY KEY,
    page INTEGER NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    hidden INTEGER NOT NULL
  );
  CREATE TABLE word (word TEXT PRIMARY KEY, assets INTEGER NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE asset USING fts5(
    title, tags, summary, text, content = '', contentless_delete = 1, prefix = '1 2 3', ${TOKENIZER}
  );
  CREATE VIRTUAL TABLE piece_text USING fts5(
    text, content = '', contentless_delete = 1, ${TOKENIZER}
  );
`;

export const TEXT_INDEX_TABLES: DerivedTables = {
  version: SCHEMA_VERSION,
  create: TABLES,
  probes: [
    ...['entry', 'piece', 'word', 'terms', 'stem'].map((table) => `SELECT * FROM ${table} LIMIT 1`),
    ...['asset', 'piece_text'].map(
      (table) => `SELECT rowid FROM ${table} WHERE ${table} MATCH '"a"' LIMIT 1`,
    ),
  ],
};
