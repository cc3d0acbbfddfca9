import { rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'libsql';
import { TextIndexError } from '../../engine/ports/text-index.ts';
import { makeFolderSync } from '../system/make-folder.ts';
import { keepAllPrivate, makePrivateFile } from '../system/private-files.ts';
import { textIndexError } from './damage.ts';

/** How opening went: `kept` what was there, made a `new` one, or threw away one that was `damaged` or of `another-version`. */
export type Opening = 'kept' | 'new' | 'damaged' | 'another-version';

/** The tables of a derived file. */
export type DerivedTables = {
  /** Raised with every change of the tables or of what they hold: another version's file is thrown away. */
  readonly version: number;
  readonly create: string;
  /** Questions that touch every table, so that a file that is broken at its root is noticed when it is opened. */
  readonly probes: readonly string[];
};

/** SQLite's own files beside a database. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** Removes a database with its companions; one that is not there is fine. */
export function removeDatabase(path: string): void {
  for (const ending of COMPANIONS) rmSync(`${path}${ending}`, { force: true, recursive: true });
}

/** Opens a derived file and sees to it that it has this version's tables. Throws `TextIndexError` where the disk refuses. */
export function openDatabase(
  path: string,
  tables: DerivedTables,
): { readonly db: Database.Database; readonly opening: Opening } {
  try {
    const folder = dirname(path);
    // The folder is the index's own: a file in its place is nobody's work.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(folder);
    makeFolderSync(folder);
    keepAllPrivate(
      folder,
      COMPANIONS.map((ending) => `${basename(path)}${ending}`),
    );
    const opened = openAlsoOnFullDisk(path, tables);
    if (typeof opened !== 'string') return opened;
    removeDatabase(path);
    const again = tryOpen(path, tables);
    if (typeof again === 'string') {
      throw new TextIndexError('unavailable', 'A derived file can’t be rebuilt');
    }
    return { db: again.db, opening: opened };
  } catch (error) {
    throw textIndexError(error);
  }
}

type Opened = ReturnType<typeof tryOpen>;

/** Whoever has a full disk can still find: reading needs no room when nobody else may open the file. */
function openAlsoOnFullDisk(path: string, tables: DerivedTables): Opened {
  try {
    return tryOpen(path, tables);
  } catch (error) {
    if (!diskRefuses(error)) throw error;
    return tryOpen(path, tables, true);
  }
}

/** An open database, or why the file is of no use. */
function tryOpen(
  path: string,
  tables: DerivedTables,
  alone = false,
): { readonly db: Database.Database; readonly opening: Opening } | 'damaged' | 'another-version' {
  let db: Database.Database | undefined;
  try {
    // What SQLite makes beside it has the modes that this file has.
    makePrivateFile(path);
    db = new Database(path);
    configure(db, alone);
    const state = schemaState(db, tables.version);
    if (state === 'other') {
      db.close();
      return 'another-version';
    }
    if (state === 'empty')
      db.exec(`BEGIN; ${tables.create} PRAGMA user_version = ${tables.version}; COMMIT;`);
    else for (const probe of tables.probes) db.prepare(probe).all();
    return { db, opening: state === 'empty' ? 'new' : 'kept' };
  } catch (error) {
    db?.close();
    // Whatever else is the matter (not a database, a folder in its place, locked by a connection that nobody has any more): nobody but
    // the holder of the replica opens this file, and it can be made again.
    const strange = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
    if (diskRefuses(error) && !strange) throw error;
    return 'damaged';
  }
}

function diskRefuses(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    typeof code === 'string' &&
    /^(?:SQLITE_(?:FULL|READONLY|NOMEM|PERM|CANTOPEN|IOERR(?!_SHORT_READ))|EACCES|EPERM|EROFS|ENOSPC)/u.test(
      code,
    )
  );
}

/**
 * Settings of a connection. The file is derived, so the journal may lag behind the disk; damage that follows is noticed and mended.
 * `alone`: SQLite needs no shared memory beside the file then, which a full disk would refuse; a closed connection may hold the file on.
 */
function configure(db: Database.Database, alone: boolean): void {
  if (alone) db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -8000');
  db.pragma('temp_store = MEMORY');
}

/** Whether a file has this version's tables; `empty` when it is new. */
function schemaState(db: Database.Database, expected: number): 'ready' | 'empty' | 'other' {
  const version = db.prepare('PRAGMA user_version').raw().get();
  const number = Array.isArray(version) ? version[0] : undefined;
  if (number === expected) return 'ready';
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').raw().get();
  return number === 0 && Array.isArray(tables) && tables[0] === 0 ? 'empty' : 'other';
}
