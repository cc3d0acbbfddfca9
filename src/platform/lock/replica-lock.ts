import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { writeFileDurably } from '../system/durable-file.ts';

/** Who has a replica open. */
export type Holder = { readonly pid: number; readonly what: string; readonly since: number };

const holderSchema = z.object({ pid: z.number(), what: z.string(), since: z.number() });

/** Proof that this process, and no other, has the replica. */
export type ReplicaLock = { release(): void };

/**
 * Takes a replica for this process. The lock is the operating system's on a small SQLite file, so it goes with the process however that
 * ends: no stale lock survives a kill. Beside it a note says who holds it.
 */
export async function lockReplica(
  folder: string,
  what: string,
  now: number,
): Promise<Result<ReplicaLock, Holder | undefined>> {
  let database: Database.Database | undefined;
  try {
    database = new Database(join(folder, 'lock.sqlite'), { timeout: 200 });
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; PRAGMA user_version = 1; COMMIT;',
    );
  } catch (error) {
    database?.close();
    if (isBusy(error)) return err(await readHolder(folder));
    throw error;
  }
  const held = database;
  await writeFileDurably(
    join(folder, 'lock.json'),
    JSON.stringify({ pid: process.pid, what, since: now } satisfies Holder),
  );
  return ok({ release: () => held.close() });
}

async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')));
  } catch {
    return undefined; // The note is a courtesy: without it the lock still holds, it just can't say who.
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_LOCKED')
  );
}
