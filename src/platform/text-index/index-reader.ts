import type Database from 'libsql';
import { z } from 'zod';
import type {
  ColumnWeights,
  IndexEntry,
  PhraseGroup,
  PieceContent,
  PieceMatch,
  ScoredRows,
  StemRows,
  TermsLease,
  VocabularyWord,
} from '../../engine/ports/text-index.ts';
import { groupExpression, groupsExpression } from './fts-expression.ts';
import { PIECE_FACTOR, pageOfPiece, rowOfPart, rowOfPiece } from './numbering.ts';
import { placeOf } from './piece-place.ts';
import { postingsIn } from './postings.ts';
import { Recent } from './recent.ts';
import { TermStore } from './term-store.ts';

const numbersSchema = z.array(z.number());
const entryRows = z.array(z.tuple([z.string(), z.number(), z.string(), z.number(), z.number()]));
const termRows = z.array(z.tuple([z.number(), z.instanceof(Uint8Array), z.instanceof(Uint8Array)]));
const blockRows = z.array(z.tuple([z.number(), z.instanceof(Uint8Array)]));
const countRows = z.array(z.tuple([z.number(), z.number()]));
const wordRows = z.array(z.tuple([z.string(), z.number()]));
const pieceRows = z.array(z.tuple([z.number(), z.string(), z.string(), z.number()]));
const jsonRow = z.tuple([z.string()]);
const scoreRow = z.tuple([z.string(), z.string()]);

/** What is kept in memory, and up to twice of it: words of rows, counts of stems, rows with words. */
const MOST_TERM_BYTES = 6_000_000;
const MOST_STEM_COUNTS = 30_000;
const MOST_MATCHED_ROWS = 200_000;
const MOST_STEM_ROWS = 400_000;
const MOST_SCORED_ROWS = 50_000;
const MOST_PIECE_LISTS = 4000;
const MOST_CHARACTERS = 500_000;
const MOST_WORDS = 10_000;
/** Words that begin alike are asked for more than once, so many of them at most. */
const WORDS_AT_ONCE = 40;
/** BM25 comes as whole numbers: SQLite takes a third longer to write digits behind a point. */
const SCORE_UNIT = 1e-5;

/**
 * Reads the index's tables. Row ids are bound through CAST: libsql binds JavaScript numbers as REAL, and FTS5 takes only an INTEGER as a
 * bound of its range (else it walks the whole list of a word). Long lists come as one JSON text, a row costs more than its id.
 */
export class IndexReader {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** What searches ask for again with every keystroke; see {@link IndexReader.forget}. */
  readonly #terms = new TermStore(MOST_TERM_BYTES);
  readonly #stemCounts = new Recent<number, number>(MOST_STEM_COUNTS, () => 1);
  readonly #stemRows = new Recent<number, StemRows>(MOST_STEM_ROWS, ({ rows }) => 1 + rows.length);
  /** While a query is typed only its last word changes. */
  readonly #matches = new Recent<string, Uint32Array>(MOST_MATCHED_ROWS, ({ length }) => 1 + length);
  readonly #scores = new Recent<string, ScoredRows>(MOST_SCORED_ROWS, ({ rows }) => 1 + rows.length);
  /** By group, then by row; a few more letters seldom change which rows are shown. */
  readonly #pieces = new Recent<string, Map<number, readonly number[]>>(
    MOST_PIECE_LISTS,
    ({ size }) => 1 + size,
  );
  readonly #texts = new Recent<number, PieceContent>(MOST_CHARACTERS, ({ text }) => text.length);
  readonly #wordsFrom = new Recent<string, readonly VocabularyWord[]>(MOST_WORDS, ({ length }) => 1 + length);

  constructor(db: Database.Database) {
    this.#db = db;
  }

  entries(): Map<string, IndexEntry> {
    const rows = entryRows.parse(this.#raw('SELECT asset, row, fingerprint, pages, length FROM entry').all());
    return new Map(
      rows.map(([asset, row, fingerprint, pages, length]) => [asset, { row, fingerprint, pages, length }]),
    );
  }

  match(group: PhraseGroup, where: 'title' | 'tags' | 'summary' | 'anywhere'): Uint32Array {
    const words = groupExpression(group);
    const expression = where === 'anywhere' ? words : `{${where}} : ${words}`;
    const known = this.#matches.get(expression);
    if (known !== undefined) return known;
    const [json] = jsonRow.parse(
      this.#raw('SELECT json_group_array(rowid) FROM asset WHERE asset MATCH ?').get(expression),
    );
    const parts = numbers(json);
    const rows = new Uint32Array(parts.length);
    let count = 0;
    for (let at = 0; at < parts.length; at += 1) {
      const row = rowOfPart(parts[at] ?? 0);
      if (count > 0 && rows[count - 1] === row) continue;
      rows[count] = row;
      count += 1;
    }
    return this.#matches.set(expression, count === rows.length ? rows : rows.slice(0, count));
  }

  score(groups: readonly PhraseGroup[], mode: 'all' | 'any', weights: ColumnWeights): ScoredRows {
    const expression = groupsExpression(groups, mode);
    const key = `${weights.join()} ${expression}`;
    const known = this.#scores.get(key);
    if (known !== undefined) return known;
    const [partsJson, scoresJson] = scoreRow.parse(
      this.#raw(
        `WITH found AS MATERIALIZED (SELECT rowid AS id, bm25(asset, ?, ?, ?, ?) AS score FROM asset WHERE asset MATCH ?)
         SELECT json_group_array(id), json_group_array(CAST(0.5 - score / ${SCORE_UNIT} AS INTEGER)) FROM found`,
      ).get(...weights, expression),
    );
    const parts = numbers(partsJson);
    const found = numbers(scoresJson);
    const rows = new Uint32Array(parts.length);
    const scores = new Float64Array(parts.length);
    let count = 0;
    for (let at = 0; at < parts.length; at += 1) {
      const row = rowOfPart(parts[at] ?? 0);
      const score = (found[at] ?? 0) * SCORE_UNIT;
      if (count > 0 && rows[count - 1] === row) {
        // Of a document in parts, the best part counts.
        scores[count - 1] = Math.max(scores[count - 1] ?? 0, score);
        continue;
      }
      rows[count] = row;
      scores[count] = score;
      count += 1;
    }
    const whole = count === rows.length;
    const scored = whole ? { rows, scores } : { rows: rows.slice(0, count), scores: scores.slice(0, count) };
    return this.#scores.set(key, scored);
  }

  /** The tables have changed. */
  forget(): void {
    this.#terms.clear();
    this.#stemCounts.clear();
    this.#stemRows.clear();
    this.#matches.clear();
    this.#scores.clear();
    this.#pieces.clear();
    this.#texts.clear();
    this.#wordsFrom.clear();
  }

  terms(rows: readonly number[]): TermsLease {
    return this.#terms.lease(rows, (missing) =>
      termRows.parse(
        this.#raw(
          'SELECT terms.row, stems, data FROM json_each(?) AS wanted CROSS JOIN terms ON terms.row = wanted.value',
        ).all(JSON.stringify(missing)),
      ),
    );
  }

  stemCounts(stems: readonly number[]): Map<number, number> {
    const counts = new Map<number, number>();
    const missing: number[] = [];
    for (const stem of stems) {
      const known = this.#stemCounts.get(stem);
      counts.set(stem, known ?? 0);
      if (known === undefined) missing.push(stem);
    }
    if (missing.length === 0) return counts;
    const read = countRows.parse(
      this.#raw(
        'SELECT stem, assets FROM json_each(?) AS wanted CROSS JOIN stem ON stem.stem = wanted.value',
      ).all(JSON.stringify(missing)),
    );
    for (const [stem, assets] of read) counts.set(stem, assets);
    for (const stem of missing) this.#stemCounts.set(stem, counts.get(stem) ?? 0);
    return counts;
  }

  stemRows(stems: readonly number[]): StemRows[] {
    return stems.map((stem) => {
      const known = this.#stemRows.get(stem);
      if (known !== undefined) return known;
      const blocks = this.#raw('SELECT block, data FROM posting WHERE stem = ? ORDER BY block').all(stem);
      return this.#stemRows.set(stem, postingsIn(blockRows.parse(blocks)));
    });
  }

  pieces(groups: readonly PhraseGroup[], rows: readonly number[]): Map<number, PieceMatch[]> {
    const found = new Map<number, number[]>();
    for (const [at, group] of groups.entries()) {
      for (const ofRow of this.#piecesOf(groupExpression(group), rows)) {
        for (const piece of ofRow) {
          const ofPiece = found.get(piece);
          if (ofPiece === undefined) found.set(piece, [at]);
          else ofPiece.push(at);
        }
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

  /** The pieces of each of the rows in which an expression is found. */
  #piecesOf(expression: string, rows: readonly number[]): (readonly number[])[] {
    const known = this.#pieces.get(expression) ?? new Map<number, readonly number[]>();
    const lists: (readonly number[])[] = [];
    const read = new Map<number, number[]>();
    for (const row of rows) {
      const list = known.get(row);
      if (list === undefined) read.set(row, []);
      else lists.push(list);
    }
    if (read.size === 0) return lists;
    // One statement over all rows: going in and out of SQLite for each costs as much as the lookup.
    const [json] = jsonRow.parse(
      this.#raw(
        `SELECT json_group_array(found.rowid) FROM json_each(?) AS wanted CROSS JOIN piece_text AS found
         WHERE found.piece_text MATCH ? AND found.rowid BETWEEN CAST(wanted.value AS INTEGER)
           AND CAST(wanted.value + ${PIECE_FACTOR - 1} AS INTEGER)`,
      ).get(JSON.stringify(Array.from(read.keys(), (row) => row * PIECE_FACTOR)), expression),
    );
    for (const piece of numbers(json)) read.get(rowOfPiece(piece))?.push(piece);
    // Counted with all of its rows each time that some are added: a group that many rows are asked for is forgotten sooner.
    const all = this.#pieces.set(expression, known.size > MOST_PIECE_LISTS ? new Map() : known);
    for (const [row, list] of read) {
      all.set(row, list);
      lists.push(list);
    }
    return lists;
  }

  texts(pieces: readonly number[]): Map<number, PieceContent> {
    const texts = new Map<number, PieceContent>();
    const missing: number[] = [];
    for (const piece of pieces) {
      const known = this.#texts.get(piece);
      if (known === undefined) missing.push(piece);
      else texts.set(piece, known);
    }
    if (missing.length === 0) return texts;
    const read = pieceRows.parse(
      this.#raw(
        'SELECT piece.id, label, text, hidden FROM json_each(?) AS wanted CROSS JOIN piece ON piece.id = wanted.value',
      ).all(JSON.stringify(missing)),
    );
    for (const [piece, label, text, hidden] of read)
      texts.set(piece, this.#texts.set(piece, { label, text, ...placeOf(hidden) }));
    return texts;
  }

  wordsAfter(word: string, limit: number): VocabularyWord[] {
    return this.#words(
      'SELECT word, assets FROM word WHERE word > ? ORDER BY word LIMIT CAST(? AS INTEGER)',
      word,
      limit,
    );
  }

  wordsFrom(start: string, limit: number): readonly VocabularyWord[] {
    const most = Math.max(limit, WORDS_AT_ONCE);
    const known = this.#wordsFrom.get(`${most} ${start}`);
    const words =
      known ??
      this.#wordsFrom.set(
        `${most} ${start}`,
        this.#words(
          'SELECT word, assets FROM word WHERE word >= ? AND word < ? ORDER BY assets DESC, word LIMIT CAST(? AS INTEGER)',
          start,
          `${start}\u{10ffff}`,
          most,
        ),
      );
    return words.slice(0, limit);
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

const COMMA = 44;
const ZERO = 48;
const NINE = 57;

/** A JSON list of numbers. Long ones come with every keystroke, and reading digits takes a tenth of what JSON.parse takes. */
function numbers(json: string): Float64Array {
  const end = json.length - 1;
  let commas = 0;
  let plain = end > 1;
  for (let at = 1; at < end; at += 1) {
    const unit = json.charCodeAt(at);
    if (unit === COMMA) commas += 1;
    else if (unit < ZERO || unit > NINE) plain = false;
  }
  if (!plain) return Float64Array.from(numbersSchema.parse(JSON.parse(json)));
  const list = new Float64Array(commas + 1);
  let count = 0;
  let value = 0;
  for (let at = 1; at < end; at += 1) {
    const unit = json.charCodeAt(at);
    if (unit === COMMA) {
      list[count] = value;
      count += 1;
      value = 0;
    } else value = value * 10 + unit - ZERO;
  }
  list[count] = value;
  return list;
}
