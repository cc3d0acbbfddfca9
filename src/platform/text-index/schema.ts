import type Database from 'libsql';

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
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Settings of a connection. The file is derived, so the journal may lag behind the disk; damage that follows is noticed and mended.
 * `alone`: SQLite needs no shared memory beside the file then, which a full disk would refuse; a closed connection may hold the file on.
 */
export function configure(db: Database.Database, alone = false): void {
  if (alone) db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -8000');
  db.pragma('temp_store = MEMORY');
}

/** Whether a file has this version's tables; `empty` when it is new. */
export function schemaState(db: Database.Database): 'ready' | 'empty' | 'other' {
  const version = db.prepare('PRAGMA user_version').raw().get();
  const number = Array.isArray(version) ? version[0] : undefined;
  if (number === SCHEMA_VERSION) return 'ready';
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').raw().get();
  return number === 0 && Array.isArray(tables) && tables[0] === 0 ? 'empty' : 'other';
}

/** Makes the tables in an empty file. */
export function createTables(db: Database.Database): void {
  db.exec(`BEGIN; ${TABLES} COMMIT;`);
}
