import type Database from 'libsql';
import { z } from 'zod';
import type { PrintStore, StoredPrints } from '../../engine/ports/print-store.ts';
import { type DerivedTables, openDatabase, removeDatabase } from '../sqlite/connection.ts';
import { textIndexError } from '../sqlite/damage.ts';

const TABLES: DerivedTables = {
  version: 1,
  create: `
    CREATE TABLE prints (
      asset TEXT PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      prints BLOB NOT NULL
    ) WITHOUT ROWID;
  `,
  probes: ['SELECT asset, fingerprint, prints FROM prints LIMIT 1'],
};

const fingerprintRow = z.tuple([z.string(), z.string()]);
const printsRow = z.tuple([z.string(), z.string(), z.instanceof(Uint8Array)]);

/** The prints of pages in one SQLite file. A damaged file, or one of another version, is thrown away when it is opened. */
export function printStoreAt(path: string): PrintStore {
  let opened: Database.Database | undefined;
  const guarded = <Value>(task: (db: Database.Database) => Value): Value => {
    try {
      opened ??= openDatabase(path, TABLES).db;
      return task(opened);
    } catch (error) {
      throw textIndexError(error);
    }
  };
  const close = (): void => {
    if (opened?.open === true) opened.close();
    opened = undefined;
  };
  return {
    fingerprints: () =>
      guarded((db) => {
        const rows = db.prepare('SELECT asset, fingerprint FROM prints').raw().all();
        return new Map(rows.map((row) => fingerprintRow.parse(row)));
      }),
    after: (asset, limit) =>
      guarded((db) => {
        const rows = db
          .prepare(
            'SELECT asset, fingerprint, prints FROM prints WHERE asset > ? ORDER BY asset LIMIT CAST(? AS INTEGER)',
          )
          .raw()
          .all(asset, limit);
        return rows.map((row): StoredPrints => {
          const [id, fingerprint, prints] = printsRow.parse(row);
          return { asset: id, fingerprint, prints };
        });
      }),
    apply: ({ put, remove }) =>
      guarded((db) => {
        db.exec('BEGIN');
        try {
          const away = db.prepare('DELETE FROM prints WHERE asset = ?');
          for (const asset of remove) away.run(asset);
          const add = db.prepare('INSERT OR REPLACE INTO prints VALUES (?, ?, ?)');
          for (const { asset, fingerprint, prints } of put) add.run(asset, fingerprint, prints);
          db.exec('COMMIT');
        } catch (error) {
          if (db.open && db.inTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
    reset: () => {
      close();
      removeDatabase(path);
    },
    close,
  };
}
