import { ZodError } from 'zod';
import { TextIndexError } from '../../engine/ports/text-index.ts';

/** SQLite's result codes that say that the file is not what it should be. */
const DAMAGE_CODES = /^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ|FORMAT)/u;
/** Damage that SQLite reports as a plain error: tables that went away, virtual tables whose own tables are broken. */
const DAMAGE_MESSAGES =
  /malformed|not a database|no such (?:table|column)|vtable constructor failed|corrupt|fts5: (?:missing row|error)|invalid fts5 file format|unsupported file format/iu;

/** What to make of an error from SQLite; other errors go through as they are. */
export function textIndexError(error: unknown): unknown {
  if (error instanceof TextIndexError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLite gives back what lies in a row, whatever its column was made for.
  const damaged = error instanceof ZodError || DAMAGE_CODES.test(code) || DAMAGE_MESSAGES.test(error.message);
  if (damaged) return new TextIndexError('damaged', error.message, { cause: error });
  if ((code.startsWith('SQLITE_') || /^E[A-Z]+$/u.test(code)) && code !== 'SQLITE_ERROR') {
    return new TextIndexError('unavailable', error.message, { cause: error });
  }
  return error;
}
