import type Database from 'libsql';
import { z } from 'zod';
import type {
  ColumnWeights,
  IndexEntry,
  PhraseGroup,
  PieceContent,
  PieceMatch,
  ScoredRows,
  StoredTerms,
  VocabularyWord,
} from '../../engine/ports/text-index.ts';
import { groupExpression, groupsExpression } from './fts-expression.ts';
import { numbersIn, PIECE_FACTOR, pageOfPiece, rowOfPart, rowOfPiece } from './numbering.ts';

const numbersSchema = z.array(z.number());
const entryRows = z.array(z.tuple([z.string(), z.number(), z.string(), z.number(), z.number()]));
const termRows = z.array(z.tuple([z.number(), z.instanceof(Uint8Array), z.instanceof(Uint8Array)]));
const countRows = z.array(z.tuple([z.number(), z.number()]));
const wordRows = z.array(z.tuple([z.string(), z.number()]));
const pieceRows = z.array(z.tuple([z.number(), z.string(), z.string()]));
const jsonRow = z.tuple([z.string()]);
const scoreRow = z.tuple([z.string(), z.string()]);

/** What is kept in memory of the words of rows and of the counts of stems. */
const MOST_TERM_BYTES = 12_000_000;
const MOST_STEM_COUNTS = 60_000;
const MOST_REMEMBERED_ROWS = 300_000;

/**
 * Reads the index's tables. Row ids are bound through CAST: libsql binds JavaScript numbers as REAL, and FTS5 takes only an INTEGER as a
 * bound of its range (else it walks the whole list of a word). Long lists come as one JSON text, a row costs more than its id.
 */
export class IndexReader {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** What searches ask for again with every keystroke; see {@link IndexReader.forget}. */
  readonly #terms = new Map<number, StoredTerms>();
  readonly #stemCounts = new Map<number, number>();
  #termBytes = 0;
  /** While a query is typed only its last word changes. */
  readonly #matches = new Map<string, readonly number[]>();
  readonly #scores = new Map<string, ScoredRows>();
  #rememberedRows = 0;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  entries(): Map<string, IndexEntry> {
    const rows = entryRows.parse(this.#raw('SELECT asset, row, fingerprint, pages, length FROM entry').all());
    return new Map(
      rows.map(([asset, row, fingerprint, pages, length]) => [asset, { row, fingerprint, pages, length }]),
    );
  }

  match(group: PhraseGroup, where: 'title' | 'tags' | 'summary' | 'anywhere'): readonly number[] {
    const words = groupExpression(group);
    const expression = where === 'anywhere' ? words : `{${where}} : ${words}`;
    const known = this.#matches.get(expression);
    if (known !== undefined) return known;
    const [json] = jsonRow.parse(
      this.#raw('SELECT json_group_array(rowid) FROM asset WHERE asset MATCH ?').get(expression),
    );
    const rows: number[] = [];
    for (const part of numbers(json)) {
      const row = rowOfPart(part);
      if (row !== rows.at(-1)) rows.push(row);
    }
    return this.#remember(this.#matches, expression, rows, rows.length);
  }

  score(groups: readonly PhraseGroup[], mode: 'all' | 'any', weights: ColumnWeights): ScoredRows {
    const expression = groupsExpression(groups, mode);
    const key = `${weights.join()} ${expression}`;
    const known = this.#scores.get(key);
    if (known !== undefined) return known;
    const [partsJson, scoresJson] = scoreRow.parse(
      this.#raw(
        `WITH found AS MATERIALIZED (SELECT rowid AS id, bm25(asset, ?, ?, ?, ?) AS score FROM asset WHERE asset MATCH ?)
         SELECT json_group_array(id), json_group_array(round(score, 5)) FROM found`,
      ).get(...weights, expression),
    );
    const parts = numbers(partsJson);
    const found = numbers(scoresJson);
    const rows: number[] = [];
    const scores: number[] = [];
    parts.forEach((part, at) => {
      const row = rowOfPart(part);
      const score = -(found[at] ?? 0);
      const last = rows.length - 1;
      // Of a document in parts, the best part counts.
      if (rows[last] === row) scores[last] = Math.max(scores[last] ?? 0, score);
      else {
        rows.push(row);
        scores.push(score);
      }
    });
    return this.#remember(this.#scores, key, { rows, scores }, 2 * rows.length);
  }

  /** The tables have changed. */
  forget(): void {
    this.#terms.clear();
    this.#stemCounts.clear();
    this.#termBytes = 0;
    this.#forgetRows();
  }

  #forgetRows(): void {
    this.#matches.clear();
    this.#scores.clear();
    this.#rememberedRows = 0;
  }

  #remember<Rows>(known: Map<string, Rows>, key: string, rows: Rows, count: number): Rows {
    if (this.#rememberedRows > MOST_REMEMBERED_ROWS) this.#forgetRows();
    this.#rememberedRows += count;
    known.set(key, rows);
    return rows;
  }

  terms(rows: readonly number[]): Map<number, StoredTerms> {
    const missing = rows.filter((row) => !this.#terms.has(row));
    const read = termRows.parse(
      this.#raw(
        'SELECT terms.row, stems, data FROM json_each(?) AS wanted CROSS JOIN terms ON terms.row = wanted.value',
      ).all(JSON.stringify(missing)),
    );
    const result = new Map<number, StoredTerms>();
    for (const row of rows) {
      const known = this.#terms.get(row);
      if (known !== undefined) result.set(row, known);
    }
    if (this.#termBytes > MOST_TERM_BYTES) this.forget();
    for (const [row, stems, data] of read) {
      const terms = { stems: numbersIn(stems), data };
      result.set(row, terms);
      this.#terms.set(row, terms);
      this.#termBytes += stems.byteLength + data.byteLength;
    }
    return result;
  }

  stemCounts(stems: readonly number[]): Map<number, number> {
    if (this.#stemCounts.size > MOST_STEM_COUNTS) this.#stemCounts.clear();
    const missing = stems.filter((stem) => !this.#stemCounts.has(stem));
    const read = countRows.parse(
      this.#raw(
        'SELECT stem, assets FROM json_each(?) AS wanted CROSS JOIN stem ON stem.stem = wanted.value',
      ).all(JSON.stringify(missing)),
    );
    for (const stem of missing) this.#stemCounts.set(stem, 0);
    for (const [stem, assets] of read) this.#stemCounts.set(stem, assets);
    return new Map(stems.map((stem) => [stem, this.#stemCounts.get(stem) ?? 0]));
  }

  pieces(groups: readonly PhraseGroup[], rows: readonly number[]): Map<number, PieceMatch[]> {
    // One statement over all rows: going in and out of SQLite for each costs as much as the lookup.
    const statement = this.#raw(
      `SELECT json_group_array(found.rowid) FROM json_each(?) AS wanted CROSS JOIN piece_text AS found
         WHERE found.piece_text MATCH ? AND found.rowid BETWEEN CAST(wanted.value AS INTEGER)
           AND CAST(wanted.value + ${PIECE_FACTOR - 1} AS INTEGER)`,
    );
    const starts = JSON.stringify(rows.map((row) => row * PIECE_FACTOR));
    const found = new Map<number, number[]>();
    for (const [at, group] of groups.entries()) {
      const [json] = jsonRow.parse(statement.get(starts, groupExpression(group)));
      for (const piece of numbers(json)) {
        const ofPiece = found.get(piece);
        if (ofPiece === undefined) found.set(piece, [at]);
        else ofPiece.push(at);
      }
    }
    const matches = new Map<number, PieceMatch[]>();
    for (const [piece, inGroups] of [...found].sort(([a], [b]) => a - b)) {
      const row = rowOfPiece(piece);
      const match = { piece, page: pageOfPiece(piece), groups: inGroups };
      const ofRow = matches.get(row);
      if (ofRow === undefined) matches.set(row, [match]);
      else ofRow.push(match);
    }
    return matches;
  }

  texts(pieces: readonly number[]): Map<number, PieceContent> {
    const found = pieceRows.parse(
      this.#raw(
        'SELECT piece.id, label, text FROM json_each(?) AS wanted CROSS JOIN piece ON piece.id = wanted.value',
      ).all(JSON.stringify(pieces)),
    );
    return new Map(found.map(([piece, label, text]) => [piece, { label, text }]));
  }

  wordsAfter(word: string, limit: number): VocabularyWord[] {
    return this.#words(
      'SELECT word, assets FROM word WHERE word > ? ORDER BY word LIMIT CAST(? AS INTEGER)',
      word,
      limit,
    );
  }

  wordsFrom(start: string, limit: number): VocabularyWord[] {
    return this.#words(
      'SELECT word, assets FROM word WHERE word >= ? AND word < ? ORDER BY assets DESC, word LIMIT CAST(? AS INTEGER)',
      start,
      `${start}\u{10ffff}`,
      limit,
    );
  }

  known(words: readonly string[]): Set<string> {
    const rows = this.#words(
      'SELECT word, assets FROM word WHERE word IN (SELECT value FROM json_each(?))',
      JSON.stringify(words),
    );
    return new Set(rows.map(({ word }) => word));
  }

  #words(sql: string, ...values: readonly (string | number)[]): VocabularyWord[] {
    return wordRows.parse(this.#raw(sql).all(...values)).map(([word, assets]) => ({ word, assets }));
  }

  /** A prepared statement whose rows are arrays. */
  #raw(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql).raw();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** A JSON list of numbers. SQLite made it from numbers, so the shape is checked once for the whole and not a number. */
function numbers(json: string): readonly number[] {
  const value: unknown = JSON.parse(json);
  if (isNumbers(value)) return value;
  return numbersSchema.parse(value);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === 'number');
}
