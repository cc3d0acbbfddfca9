import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { CollectionSnapshot, LocalStore, SnapshotStore } from '../../engine/ports/snapshots.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { DurableJsonAdapter } from './durable-json-adapter.ts';

const NAME = /^[a-z][a-z0-9-]{0,40}$/;
const snapshotSchema = z.object({
  position: z.record(z.string(), z.number()),
  format: z.number(),
  data: z.unknown(),
});

/** The catalog's snapshot as lowdb files, one a collection. */
export function createSnapshotFolder(root: string, logger: Logger): SnapshotStore {
  const files = new DocumentFolder(root, logger);
  return {
    async load(collection): Promise<CollectionSnapshot | undefined> {
      const parsed = snapshotSchema.safeParse(await files.load(collection));
      return parsed.success ? parsed.data : undefined;
    },
    save: (collection, snapshot) => files.save(collection, snapshot),
  };
}

/** Device-local state as lowdb files, one a name. */
export function createLocalFolder(root: string, logger: Logger): LocalStore {
  const files = new DocumentFolder(root, logger);
  return {
    load: async (name) => (await files.load(name)) ?? undefined,
    save: (name, value) => files.save(name, value),
  };
}

class DocumentFolder {
  readonly #root: string;
  readonly #logger: Logger;
  readonly #documents = new Map<string, Low<unknown>>();

  constructor(root: string, logger: Logger) {
    this.#root = root;
    this.#logger = logger;
  }

  async load(name: string): Promise<unknown> {
    const document = this.#document(name);
    await document.read();
    const { data } = document;
    document.data = null; // A second copy of the catalog in memory would serve nobody.
    return data;
  }

  async save(name: string, value: unknown): Promise<void> {
    const document = this.#document(name);
    document.data = value;
    const written = document.write();
    document.data = null;
    await written;
  }

  #document(name: string): Low<unknown> {
    if (!NAME.test(name)) throw new TypeError('This is not the name of a collection.');
    const known = this.#documents.get(name);
    if (known) return known;
    const made = new Low<unknown>(
      new DurableJsonAdapter(join(this.#root, `${name}.json`), this.#logger),
      null,
    );
    this.#documents.set(name, made);
    return made;
  }
}
