import { z } from 'zod';
import { sha256Schema } from '../../contract/common.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'altered-files';
/** More are counted, and not remembered over a start. */
const MOST_REMEMBERED = 10_000;
const storedSchema = z.array(sha256Schema);

/** Files of which the hub has other bytes than were published, as far as this device has tried to get them; remembered over starts. */
export class AlteredFiles {
  readonly #local: LocalStore;
  readonly #logger: Logger;
  readonly #files: Set<string>;
  #saving: Promise<void> = Promise.resolve();

  private constructor(local: LocalStore, logger: Logger, files: Iterable<string>) {
    this.#local = local;
    this.#logger = logger;
    this.#files = new Set(files);
  }

  static async open(local: LocalStore, logger: Logger): Promise<AlteredFiles> {
    const stored = storedSchema.safeParse(await local.load(NAME));
    return new AlteredFiles(local, logger, stored.success ? stored.data : []);
  }

  get count(): number {
    return this.#files.size;
  }

  has(sha256: string): boolean {
    return this.#files.has(sha256);
  }

  add(sha256: string): void {
    if (this.#files.has(sha256)) return;
    this.#logger.warn('file-altered-in-hub', { blob: sha256 });
    this.#files.add(sha256);
    this.#save();
  }

  /** It came after all, or was published anew. */
  delete(sha256: string): void {
    if (this.#files.delete(sha256)) this.#save();
  }

  /** Resolves when what is known is on the disk. */
  saved(): Promise<void> {
    return this.#saving;
  }

  #save(): void {
    this.#saving = this.#saving
      .then(() => this.#local.save(NAME, [...this.#files].slice(-MOST_REMEMBERED)))
      .catch((error: unknown) => {
        // It is found again with the next try.
        this.#logger.warn('altered-files-not-saved', {
          error: nameOfError(error),
        });
      });
  }
}
