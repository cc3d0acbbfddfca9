import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { BlobStore } from '../ports/blobs.ts';

/** Which blobs are on this device, in memory: asked for every row of a list. Until the disk has been read, everything counts as here. */
export class FilesHere {
  readonly #blobs: BlobStore;
  readonly #known = new Set<string>();
  #loaded = false;
  /** What came while the disk is being read: its folder may have been listed before. */
  #came: Set<string> | undefined;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
    blobs.onStored((sha256) => this.add(sha256));
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Reads the disk (again). */
  async load(): Promise<void> {
    const found = new Set<string>();
    this.#came = found;
    for await (const sha256 of this.#blobs.list()) found.add(sha256);
    this.#known.clear();
    for (const sha256 of found) this.#known.add(sha256);
    this.#came = undefined;
    this.#loaded = true;
  }

  has(sha256: string): boolean {
    return !this.#loaded || this.#known.has(sha256);
  }

  /** Asks the disk about a blob that may have come since. */
  async look(sha256: Sha256): Promise<boolean> {
    return this.#note(sha256, await this.#blobs.has(sha256));
  }

  /** Reads a blob: one whose bytes are others counts as away, so that it can come again. */
  async isWhole(sha256: Sha256): Promise<boolean> {
    return this.#note(sha256, (await this.#blobs.check(sha256)) === 'whole');
  }

  #note(sha256: string, isHere: boolean): boolean {
    if (isHere) this.#known.add(sha256);
    else this.#known.delete(sha256);
    return isHere;
  }

  add(sha256: string): void {
    this.#known.add(sha256);
    this.#came?.add(sha256);
  }

  delete(sha256: string): void {
    this.#known.delete(sha256);
  }
}
