import { rename } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type Database from 'libsql';
import type {
  IndexEntry,
  TextIndex,
  TextIndexReplacement,
  TextIndexWriter,
} from '../../engine/ports/text-index.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { type Opening, openDatabase, removeDatabase } from '../sqlite/connection.ts';
import { textIndexError } from '../sqlite/damage.ts';
import { IndexReader } from './index-reader.ts';
import { IndexWriter, MERGED_TABLES } from './index-writer.ts';
import { TEXT_INDEX_TABLES } from './schema.ts';

type Changes = Parameters<TextIndexWriter['apply']>[0];
type ApplyOptions = Parameters<TextIndexWriter['apply']>[1];
type Open = { readonly db: Database.Database; readonly reader: IndexReader; readonly writer: IndexWriter };

/** One writer at a time: what is asked for while one runs waits its turn. */
class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(task: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(task, task);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

function open(path: string): Open & { readonly opening: Opening } {
  const { db, opening } = openDatabase(path, TEXT_INDEX_TABLES);
  return { db, opening, reader: new IndexReader(db), writer: new IndexWriter(db) };
}

/** Runs something on SQLite and tells damage from defects. */
async function guarded<Value>(task: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    throw textIndexError(error);
  }
}

/**
 * The text index in one SQLite file with FTS5. A damaged file, or one of another version, is thrown away when it is opened (`opening`
 * says so); damage that shows later is thrown as `TextIndexError` `damaged`, and `reset` starts anew. Throws `TextIndexError`
 * `unavailable` where the disk refuses.
 */
export function openTextIndex(path: string): TextIndex & { readonly opening: Opening } {
  const first = open(path);
  const queue = new Queue();
  let current: Open = first;
  const read = <Value>(task: (reader: IndexReader) => Value): Promise<Value> =>
    guarded(() => task(current.reader));
  const reopen = (): void => {
    current = open(path);
  };
  return {
    opening: first.opening,
    entries: () => read((reader) => reader.entries()),
    match: (group, where) => read((reader) => reader.match(group, where)),
    score: (groups, mode, weights) => read((reader) => reader.score(groups, mode, weights)),
    terms: (rows) => read((reader) => reader.terms(rows)),
    stemCounts: (stems) => read((reader) => reader.stemCounts(stems)),
    stemRows: (stems) => read((reader) => reader.stemRows(stems)),
    pieces: (groups, rows) => read((reader) => reader.pieces(groups, rows)),
    texts: (pieces) => read((reader) => reader.texts(pieces)),
    wordsAfter: (word, limit) => read((reader) => reader.wordsAfter(word, limit)),
    wordsFrom: (start, limit) => read((reader) => reader.wordsFrom(start, limit)),
    known: (words) => read((reader) => reader.known(words)),
    apply: (changes, options) =>
      queue.run(async () => {
        try {
          return await applyTo(current, changes, options);
        } finally {
          current.reader.forget();
        }
      }),
    isUntidy: () => guarded(() => current.writer.mergesLater),
    tidy: (options) => tidyStep(() => current, queue, options?.signal),
    reset: () =>
      queue.run(() =>
        guarded(() => {
          if (current.db.open) current.db.close();
          removeDatabase(path);
          reopen();
        }),
      ),
    replacement: () => guarded(() => replacementOf(path, queue, () => current.db.close(), reopen)),
    close: () =>
      queue.run(() =>
        guarded(() => {
          if (current.db.open) current.db.close();
        }),
      ),
  };
}

function applyTo(target: Open, changes: Changes, options: ApplyOptions): Promise<Map<string, IndexEntry>> {
  return guarded(() => target.writer.apply(changes, options));
}

/** Merges step by step; what else is to be written gets its turn between them. */
async function tidyStep(target: () => Open, queue: Queue, signal: Cancellation | undefined): Promise<void> {
  for (const table of MERGED_TABLES) {
    let first = true;
    let more = true;
    while (more && signal?.aborted !== true) {
      more = await queue.run(() => guarded(() => target().db.open && target().writer.merge(table, first)));
      first = false;
      await setImmediate();
    }
  }
  if (signal?.aborted === true) return;
  await queue.run(() =>
    guarded(() => {
      if (target().db.open) target().writer.merged();
    }),
  );
}

/** A second file beside the first, moved over it when it is complete. */
function replacementOf(
  path: string,
  queue: Queue,
  closeCurrent: () => void,
  reopen: () => void,
): TextIndexReplacement {
  const temporary = `${path}.new`;
  removeDatabase(temporary);
  const filling = open(temporary);
  return {
    apply: (changes, options) => applyTo(filling, changes, options),
    isUntidy: () => guarded(() => filling.writer.mergesLater),
    tidy: (options) => tidyStep(() => filling, new Queue(), options?.signal),
    commit: () =>
      queue.run(() =>
        guarded(async () => {
          filling.db.pragma('wal_checkpoint(TRUNCATE)');
          filling.db.close();
          closeCurrent();
          removeDatabase(path);
          await rename(temporary, path);
          reopen();
        }),
      ),
    discard: () =>
      guarded(() => {
        if (filling.db.open) filling.db.close();
        removeDatabase(temporary);
      }),
  };
}
