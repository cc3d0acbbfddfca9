import { rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'libsql';
import { TextIndexError } from '../../engine/ports/text-index.ts';
import { makeFolderSync } from '../system/make-folder.ts';
import { keepAllPrivate, makePrivateFile } from '../system/private-files.ts';
import { textIndexError } from './damage.ts';
import { configure, createTables, schemaState } from './schema.ts';

/** How opening went: `kept` what was there, made a `new` one, or threw away one that was `damaged` or of `another-version`. */
export type Opening = 'kept' | 'new' | 'damaged' | 'another-version';

/** SQLite's own files beside a database. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** Removes a database with its companions; one that is not there is fine. */
export function removeDatabase(path: string): void {
  for (const ending of COMPANIONS) rmSync(`${path}${ending}`, { force: true, recursive: true });
}

/** Opens the index's file and sees to it that it has this version's tables. Throws `TextIndexError` where the disk refuses. */
export function openDatabase(path: string): { readonly db: Database.Database; readonly opening: Opening } {
  try {
    const folder = dirname(path);
    // The folder is the index's own: a file in its place is nobody's work.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(folder);
    makeFolderSync(folder);
    keepAllPrivate(
      folder,
      COMPANIONS.map((ending) => `${basename(path)}${ending}`),
    );
    const opened = openAlsoOnFullDisk(path);
    if (typeof opened !== 'string') return opened;
    removeDatabase(path);
    const again = tryOpen(path);
    if (typeof again === 'string') {
      throw new TextIndexError('unavailable', 'The file of the text index can’t be rebuilt');
    }
    return { db: again.db, opening: opened };
  } catch (error) {
    throw textIndexError(error);
  }
}

type Opened = ReturnType<typeof tryOpen>;

/** Whoever has a full disk can still find: reading needs no room when nobody else may open the file. */
function openAlsoOnFullDisk(path: string): Opened {
  try {
    return tryOpen(path, false);
  } catch (error) {
    if (!diskRefuses(error)) throw error;
    return tryOpen(path, true);
  }
}

/** An open database, or why the file is of no use. */
function tryOpen(
  path: string,
  alone = false,
): { readonly db: Database.Database; readonly opening: Opening } | 'damaged' | 'another-version' {
  let db: Database.Database | undefined;
  try {
    // What SQLite makes beside it has the modes that this file has.
    makePrivateFile(path);
    db = new Database(path);
    configure(db, alone);
    const state = schemaState(db);
    if (state === 'other') {
      db.close();
      return 'another-version';
    }
    if (state === 'empty') createTables(db);
    else probe(db);
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

/** Touches every table, so that a file that is broken at its root is noticed now and not at the first search. */
function probe(db: Database.Database): void {
  for (const table of ['entry', 'piece', 'word', 'terms', 'stem'])
    db.prepare(`SELECT * FROM ${table} LIMIT 1`).all();
  for (const table of ['asset', 'piece_text']) {
    db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH '"a"' LIMIT 1`).all();
  }
}
