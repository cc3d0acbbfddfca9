import { lstat, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { makePrivateFile } from '../system/private-files.ts';

/** Who has a replica open. */
export type Holder = { readonly pid: number; readonly what: string; readonly since: number };

const holderSchema = z.object({ pid: z.number(), what: z.string(), since: z.number() });

/** Proof that this process, and no other, has the replica. */
type ReplicaLock = { release(): void };

/**
 * Takes a replica for this process. The lock is the operating system's on a small SQLite file, so it goes with the process however that
 * ends: no stale lock survives a kill. Beside it a note says who holds it.
 */
export async function lockReplica(
  folder: string,
  what: string,
  now: number,
): Promise<Result<ReplicaLock, Holder | undefined>> {
  const path = join(folder, 'lock.sqlite');
  let held: Database.Database;
  try {
    held = await takeOrMend(path);
  } catch (error) {
    if (isBusy(error)) return err(await readHolder(folder));
    throw error;
  }
  await writeHolder(folder, { pid: process.pid, what, since: now });
  return ok({ release: () => held.close() });
}

/** A transaction that is begun and never ended holds the lock and writes nothing: a full disk keeps nobody from reading. */
function take(path: string): Database.Database {
  makePrivateFile(path);
  const database = new Database(path, { timeout: 200 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Something else in the lock's place is held by nobody: SQLite asks for the lock before it looks at what is in the file. */
async function takeOrMend(path: string): Promise<Database.Database> {
  try {
    return take(path);
  } catch (error) {
    const about = await lstat(path).catch(() => undefined);
    const strange = about !== undefined && !about.isFile();
    if (!strange && !isNoDatabase(error)) throw error;
    await rm(path, { recursive: true, force: true });
    return take(path);
  }
}

async function writeHolder(folder: string, holder: Holder): Promise<void> {
  const path = join(folder, 'lock.json');
  try {
    await writeFileDurably(path, JSON.stringify(holder));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    // The note is a courtesy. An old one would name somebody who is gone.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')));
  } catch {
    return undefined; // The note is a courtesy: without it the lock still holds, it just can't say who.
  }
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_LOCKED')
  );
}
