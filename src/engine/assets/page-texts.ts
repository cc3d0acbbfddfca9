import { z } from 'zod';
import { sha256Schema } from '../../contract/common.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { PageText } from '../ports/extractor.ts';

const NAME = 'unreadable-texts';
/** Raised when texts are read that were not before: then all are tried once more. */
const READER = 1;
/** More than this are not remembered; somebody who makes so many is shown the door. */
const MOST_REMEMBERED = 10_000;

const storedSchema = z.object({ reader: z.literal(READER), texts: z.array(sha256Schema) });

/**
 * The texts of documents as they are kept in blobs. A text that is none, or larger than any may be, is remembered by its digest and not read
 * again: those bytes never become one.
 */
export class PageTexts {
  readonly #ports: Pick<BasePorts, 'home' | 'extractor' | 'logger'>;
  #unreadable: Promise<Set<string>> | undefined;

  constructor(ports: Pick<BasePorts, 'home' | 'extractor' | 'logger'>) {
    this.#ports = ports;
  }

  /** The pages in a text blob; none without one. Throws `StorageError`: `missing`, or `damaged` where it can't be read. */
  async read(textBlob: Sha256 | undefined): Promise<readonly PageText[]> {
    const path = await this.place(textBlob);
    if (textBlob === undefined || path === undefined) return [];
    const { home, extractor } = this.#ports;
    const pages = await extractor.keptText(path);
    if (pages !== undefined) return pages;
    // Bytes that were damaged on this disk may be mended; those that are what their name says stay as they are.
    if ((await home.blobs.check(textBlob)) === 'whole') await this.#remember(textBlob);
    throw unreadable();
  }

  /** Where a text blob lies, to be read in a worker; undefined without one. Throws `StorageError`: `missing`, or `damaged` where it is known not to be readable. */
  async place(textBlob: Sha256 | undefined): Promise<string | undefined> {
    if (textBlob === undefined) return undefined;
    const { blobs } = this.#ports.home;
    if ((await this.#known()).has(textBlob)) throw unreadable();
    if (!(await blobs.has(textBlob))) throw new StorageError('missing', 'the text of a version');
    return blobs.path(textBlob);
  }

  #known(): Promise<Set<string>> {
    this.#unreadable ??= this.#load().catch((error: unknown) => {
      this.#unreadable = undefined;
      throw error;
    });
    return this.#unreadable;
  }

  async #load(): Promise<Set<string>> {
    const parsed = storedSchema.safeParse(await this.#ports.home.local.load(NAME));
    return new Set<string>(parsed.success ? parsed.data.texts : []);
  }

  async #remember(sha256: Sha256): Promise<void> {
    const known = await this.#known();
    known.add(sha256);
    for (const oldest of known) {
      if (known.size <= MOST_REMEMBERED) break;
      known.delete(oldest);
    }
    this.#ports.logger.warn('text-unreadable', { blob: sha256 });
    await this.#ports.home.local.save(NAME, { reader: READER, texts: [...known] });
  }
}

function unreadable(): StorageError {
  return new StorageError('damaged', 'the text of a version is none, or larger than any may be');
}
