import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { Logger } from '../../shared/ports/logger.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { systemCode } from '../system/storage-error.ts';

/**
 * lowdb's file adapter with the one thing that its own lacks: after a power cut either the old or the new content is there. A file that is
 * no JSON, or that the disk does not give, reads as none and is told to the log: what lies in it is derived or small, and nobody is kept
 * from the replica by it.
 */
export class DurableJsonAdapter<Data> implements Adapter<Data> {
  readonly #path: string;
  readonly #logger: Logger;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, logger: Logger) {
    this.#path = path;
    this.#logger = logger;
  }

  async read(): Promise<Data | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      if (code !== 'ENOENT') this.#logger.warn('snapshot-not-readable', { code });
      return null;
    }
    try {
      return JSON.parse(text) as Data; // Callers validate: lowdb's adapters are typed by what was written.
    } catch {
      this.#logger.warn('snapshot-damaged', { bytes: text.length });
      return null;
    }
  }

  /** One write after the other, so that an older state can't overtake a newer one. */
  write(data: Data): Promise<void> {
    const next = this.#writing.then(() => writeFileDurably(this.#path, JSON.stringify(data)));
    this.#writing = next.catch(() => undefined); // The caller has `next` and its error; the queue just goes on.
    return next;
  }
}
