import { setImmediate } from 'node:timers/promises';
import type Database from 'libsql';
import { z } from 'zod';
import type { IndexEntry, IndexedAsset, TextIndexWriter } from '../../engine/ports/text-index.ts';
import {
  blobOf,
  MOST_PAGES,
  MOST_PIECES_A_PAGE,
  numbersIn,
  PART_FACTOR,
  PART_LENGTH,
  PIECE_FACTOR,
  pieceId,
} from './numbering.ts';
import { placeNumber } from './piece-place.ts';
import { blockOf, PostingBatch, withoutRow } from './postings.ts';

type Changes = Parameters<TextIndexWriter['apply']>[0];
type ApplyOptions = Parameters<TextIndexWriter['apply']>[1];

/** Milliseconds of writing after which other work gets its turn. */
const SLICE_MS = 8;
/** Counts that are raised by one statement. */
const COUNTS_AT_ONCE = 1000;
/** Pages of the database that are written by one step of merging: some milliseconds. */
const MERGED_PAGES = 100;
export const MERGED_TABLES = ['asset', 'piece_text'] as const;
type MergedTable = (typeof MERGED_TABLES)[number];

/**
 * When FTS5 merges the segments of its inverted lists (see ‘automerge’, ‘crisismerge’ and ‘hashsize’ in its documentation and source): with
 * its own settings as they come, which writes everything several times; or hardly at all, for a while after which `merge` follows. A fifth
 * to a quarter quicker, for 12 MB of memory. Kept in the file, so that whoever opens it next sees that merging is due.
 */
const MERGING = {
  asTheyCome: { automerge: 4, crisismerge: 16, hashsize: 1_048_576 },
  later: { automerge: 0, crisismerge: 500, hashsize: 4_194_304 },
} as const;

const idRow = z.tuple([z.number()]).optional();
const idRows = z.array(z.tuple([z.number()]));
const stemsRow = z.tuple([z.instanceof(Uint8Array)]).optional();
const oldRow = z.tuple([z.number(), z.number()]).optional();

/** Writes the index's tables. One `apply` at a time (see `sqlite-text-index.ts`). */
export class IndexWriter {
  readonly #db: Database.Database;
  readonly #prepared: ReturnType<typeof prepare>;
  #sliceStart = 0;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#prepared = prepare(db);
  }

  /** Adds, replaces and removes in one transaction: failed, nothing of it remains; cancelled, what is answered remains. */
  async apply(
    { put, remove }: Changes,
    { signal, tidyFollows = false }: ApplyOptions = {},
  ): Promise<Map<string, IndexEntry>> {
    if (tidyFollows && !this.mergesLater) this.#setMerging('later');
    const entries = new Map<string, IndexEntry>();
    const words = new Map<string, number>();
    const stems = new Map<number, number>();
    const postings = new PostingBatch();
    this.#sliceStart = performance.now();
    this.#db.exec('BEGIN');
    try {
      for (const asset of remove) await this.#remove(asset, stems);
      for (const asset of put) {
        if (signal?.aborted === true) break;
        await this.#remove(asset.asset, stems);
        entries.set(asset.asset, await this.#add(asset, postings));
        for (const word of asset.terms.words) words.set(word, (words.get(word) ?? 0) + 1);
        for (const stem of asset.terms.stems) stems.set(stem, (stems.get(stem) ?? 0) + 1);
        await this.#pause();
      }
      await this.#raise(this.#prepared.addWords, words);
      await this.#raise(this.#prepared.addStems, stems);
      for (const { stem, block, data } of postings.blocks()) {
        this.#prepared.addPostings.run(stem, block, data);
        await this.#pause();
      }
      this.#db.exec('COMMIT');
      return entries;
    } catch (error) {
      if (this.#db.open && this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Whether merging is put off; see {@link MERGING}. */
  get mergesLater(): boolean {
    return idRow.parse(this.#prepared.automerge.get())?.[0] === MERGING.later.automerge;
  }

  /** Everything is merged. */
  merged(): void {
    if (this.mergesLater) this.#setMerging('asTheyCome');
  }

  #setMerging(when: keyof typeof MERGING): void {
    for (const table of MERGED_TABLES) {
      for (const [name, value] of Object.entries(MERGING[when]))
        this.#db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`);
    }
  }

  /** One short step of merging the segments of a table's inverted lists; `first` begins anew with all of them. Says whether more is to do. */
  merge(table: MergedTable, first: boolean): boolean {
    const before = this.#changes();
    this.#db.exec(
      `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${first ? -MERGED_PAGES : MERGED_PAGES})`,
    );
    // FTS5 tells by the number of changes alone; a statement that finds nothing to do makes one.
    return this.#changes() - before >= 2;
  }

  #changes(): number {
    return idRow.parse(this.#prepared.changes.get())?.[0] ?? 0;
  }

  /** In the order of the keys: neighbours lie on the same pages of the file. */
  async #raise<Key extends string | number>(
    statement: Database.Statement,
    counts: ReadonlyMap<Key, number>,
  ): Promise<void> {
    const keys = [...counts.keys()].sort();
    for (let at = 0; at < keys.length; at += COUNTS_AT_ONCE) {
      const part = keys.slice(at, at + COUNTS_AT_ONCE);
      const members = part.map((key) => `${JSON.stringify(`${key}`)}:${counts.get(key) ?? 0}`);
      statement.run(`{${members.join()}}`);
      await this.#pause();
    }
  }

  async #add(asset: IndexedAsset, postings: PostingBatch): Promise<IndexEntry> {
    const { addEntry, addAsset, addPiece, addPieceText, addTerms, nextRow } = this.#prepared;
    const row = idRow.parse(nextRow.get())?.[0] ?? 1;
    const pages = new Set(asset.pieces.map(({ page }) => page)).size;
    const parts = partsOf(asset.pieces.map(({ sought }) => sought));
    const { length, stems, data, levels } = asset.terms;
    postings.add(row, stems, levels);
    addEntry.run(row, asset.asset, asset.fingerprint, pages, parts.length, length);
    addTerms.run(row, blobOf(stems), Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    for (const [at, text] of parts.entries()) {
      addAsset.run(row * PART_FACTOR + at, asset.title, asset.tags, asset.summary, text);
      await this.#pause();
    }
    let page = 0;
    let position = 0;
    for (const piece of asset.pieces) {
      position = piece.page === page ? position + 1 : 0;
      page = piece.page;
      // What can't be numbered is still found by its asset, only without a page.
      if (page > MOST_PAGES || position >= MOST_PIECES_A_PAGE) continue;
      const id = pieceId(row, page, position);
      addPiece.run(id, piece.page, piece.label, piece.text, placeNumber(piece));
      addPieceText.run(id, piece.sought);
      await this.#pause();
    }
    return { row, fingerprint: asset.fingerprint, pages, length };
  }

  async #remove(asset: string, counts: Map<number, number>): Promise<void> {
    const { findEntry, removeEntry, removeAsset, removePiece, removePieceText, piecesOf } = this.#prepared;
    const { stemsOf, removeTerms } = this.#prepared;
    const old = oldRow.parse(findEntry.get(asset));
    if (old === undefined) return;
    const [row, parts] = old;
    removeEntry.run(row);
    const stems = stemsRow.parse(stemsOf.get(row))?.[0];
    if (stems !== undefined) {
      for (const stem of numbersIn(stems)) counts.set(stem, (counts.get(stem) ?? 0) - 1);
      await this.#removePostings(row, numbersIn(stems));
    }
    removeTerms.run(row);
    for (let at = 0; at < parts; at += 1) {
      removeAsset.run(row * PART_FACTOR + at);
      await this.#pause();
    }
    const first = row * PIECE_FACTOR;
    for (const [id] of idRows.parse(piecesOf.all(first, first + PIECE_FACTOR - 1))) {
      removePieceText.run(id);
      removePiece.run(id);
      await this.#pause();
    }
  }

  async #removePostings(row: number, stems: Uint32Array): Promise<void> {
    const { postingOf, setPostings, removePostings } = this.#prepared;
    const block = blockOf(row);
    for (const stem of stems) {
      const data = stemsRow.parse(postingOf.get(stem, block))?.[0];
      if (data === undefined) continue;
      const rest = withoutRow(data, row);
      if (rest.length === 0) removePostings.run(stem, block);
      else setPostings.run(rest, stem, block);
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (performance.now() - this.#sliceStart < SLICE_MS) return;
    await setImmediate();
    this.#sliceStart = performance.now();
  }
}

/** The texts of a document joined into as few parts as may be. */
function partsOf(texts: readonly string[]): string[] {
  const total = texts.reduce((sum, text) => sum + text.length + 1, 0);
  // One less than there could be, as a part may end up shorter than its share.
  const length = Math.max(PART_LENGTH, Math.ceil(total / (PART_FACTOR - 1)));
  const parts: string[] = [];
  let gathered: string[] = [];
  let size = 0;
  for (const text of texts) {
    gathered.push(text);
    size += text.length + 1;
    if (size < length) continue;
    parts.push(gathered.join('\n'));
    gathered = [];
    size = 0;
  }
  if (gathered.length > 0 || parts.length === 0) parts.push(gathered.join('\n'));
  return parts;
}

function prepare(db: Database.Database) {
  return {
    changes: db.prepare('SELECT total_changes()').raw(),
    // The last table that is set.
    automerge: db.prepare(`SELECT v FROM ${MERGED_TABLES[1]}_config WHERE k = 'automerge'`).raw(),
    nextRow: db.prepare('SELECT coalesce(max(row), 0) + 1 FROM entry').raw(),
    findEntry: db.prepare('SELECT row, parts FROM entry WHERE asset = ?').raw(),
    addEntry: db.prepare(
      'INSERT INTO entry (row, asset, fingerprint, pages, parts, length) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addTerms: db.prepare('INSERT INTO terms (row, stems, data) VALUES (?, ?, ?)'),
    stemsOf: db.prepare('SELECT stems FROM terms WHERE row = ?').raw(),
    removeTerms: db.prepare('DELETE FROM terms WHERE row = ?'),
    addAsset: db.prepare('INSERT INTO asset (rowid, title, tags, summary, text) VALUES (?, ?, ?, ?, ?)'),
    addPiece: db.prepare('INSERT INTO piece (id, page, label, text, hidden) VALUES (?, ?, ?, ?, ?)'),
    addPieceText: db.prepare('INSERT INTO piece_text (rowid, text) VALUES (?, ?)'),
    // WHERE: else ON would be taken for a join's.
    addWords: db.prepare(
      `INSERT INTO word (word, assets) SELECT key, value FROM json_each(?) WHERE true
         ON CONFLICT (word) DO UPDATE SET assets = assets + excluded.assets`,
    ),
    addStems: db.prepare(
      `INSERT INTO stem (stem, assets) SELECT CAST(key AS INTEGER), value FROM json_each(?) WHERE true
         ON CONFLICT (stem) DO UPDATE SET assets = assets + excluded.assets`,
    ),
    // What is put together is text to SQLite, whatever it was.
    addPostings: db.prepare(
      `INSERT INTO posting (stem, block, data) VALUES (?, ?, ?)
         ON CONFLICT (stem, block) DO UPDATE SET data = CAST(data || excluded.data AS BLOB)`,
    ),
    postingOf: db.prepare('SELECT data FROM posting WHERE stem = ? AND block = ?').raw(),
    setPostings: db.prepare('UPDATE posting SET data = ? WHERE stem = ? AND block = ?'),
    removePostings: db.prepare('DELETE FROM posting WHERE stem = ? AND block = ?'),
    piecesOf: db.prepare('SELECT id FROM piece WHERE id BETWEEN ? AND ?').raw(),
    removePieceText: db.prepare('DELETE FROM piece_text WHERE rowid = CAST(? AS INTEGER)'),
    removeEntry: db.prepare('DELETE FROM entry WHERE row = ?'),
    removeAsset: db.prepare('DELETE FROM asset WHERE rowid = CAST(? AS INTEGER)'),
    removePiece: db.prepare('DELETE FROM piece WHERE id = ?'),
  };
}
