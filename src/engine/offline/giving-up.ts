import type { OfflineState } from '../../contract/offline.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { Later } from '../base/base-ports.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { FilesHere } from './files-here.ts';
import type { OfflineSettings } from './offline-settings.ts';
import type { FilesPlan } from './plan-files.ts';

/** Files that are given up: how many, and how much room they take. */
export type Going = { readonly files: number; readonly bytes: number };

type Parts = {
  readonly blobs: BlobStore;
  readonly here: FilesHere;
  readonly settings: OfflineSettings;
  readonly clock: Clock;
  readonly later: Later;
  readonly logger: Logger;
  /** Blobs that the publish table holds: never given up. */
  readonly staged: () => Iterable<string>;
  readonly plan: () => FilesPlan;
  /** Whether there is a hub that may have what goes. */
  readonly linked: () => boolean;
  readonly hubHas: (sha256: Sha256, size: number) => Promise<boolean | 'unknown'>;
  /** The files of these assets are not on this device any more. */
  readonly gone: (assets: readonly string[]) => void;
};

/** Milliseconds between the last change of what is wanted (or a start) and giving up what is not: somebody may think better of it. */
const UNDO_MS = 60_000;

/**
 * Gives up files that are not wanted any more: only after a while in which that can be taken back, and only where the hub has all of them.
 * A start begins the while again, as nobody could take anything back before.
 */
export class GivingUp {
  readonly #parts: Parts;
  #planned: { readonly forget: () => void; readonly at: number } | undefined;
  /** Raised by every change of what is wanted: a removal that runs ends with it. */
  #wishes = 0;
  #running: Promise<void> = Promise.resolve();
  #closed = false;
  /** Something is to be given up, and the hub could not be asked whether it has it. */
  owed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Gives up later what is not wanted. */
  plan(): void {
    const { later, clock, linked, logger } = this.#parts;
    if (this.#planned !== undefined || this.#closed || !linked()) return;
    const forget = later(() => {
      this.#planned = undefined;
      this.#running = this.#running
        .then(() => this.#remove())
        .catch((error: unknown) => {
          logger.warn('files-not-removed', { error: nameOfError(error) });
        });
    }, UNDO_MS);
    this.#planned = { forget, at: clock.now() + UNDO_MS };
  }

  /** Something else is wanted: the whole time again, so that the last change can be taken back as long as the first. */
  wantedChanged(): void {
    this.#wishes += 1;
    this.#planned?.forget();
    this.#planned = undefined;
    this.plan();
  }

  /** What a plan gives up; what the publish table holds stays. */
  goingBy({ remove }: FilesPlan): Going {
    if (!this.#parts.linked()) return { files: 0, bytes: 0 };
    const inUse = new Set(this.#parts.staged());
    const goes = remove.filter(({ sha256 }) => !inUse.has(sha256));
    return { files: goes.length, bytes: goes.reduce((sum, { size }) => sum + size, 0) };
  }

  /** What goes soon, if anything does. */
  going(): Pick<OfflineState, 'going'> {
    if (this.#planned === undefined) return {};
    const going = this.goingBy(this.#parts.plan());
    if (going.files === 0) return {};
    return { going: { ...going, at: this.#planned.at, canTakeBack: this.#parts.settings.canTakeBack } };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#planned?.forget();
    await this.#running;
  }

  /** Never the only copy: a file goes only when the hub has all of it. */
  async #remove(): Promise<void> {
    const { here, staged, settings, logger, plan, hubHas, gone } = this.#parts;
    if (!here.loaded) return;
    const wishes = this.#wishes;
    const assets: string[] = [];
    const inUse = new Set(staged());
    this.owed = false;
    for (const { sha256, size, asset } of plan().remove) {
      if (inUse.has(sha256)) continue;
      const there = await hubHas(sha256, size);
      // Somebody has thought better of it while the hub was asked.
      if (this.#closed || this.#wishes !== wishes) break;
      this.owed = there === 'unknown';
      if (this.owed) break;
      if (there === true && (await this.#removeOne(sha256))) assets.push(asset);
    }
    if (this.#wishes === wishes && !this.owed && !this.#closed) await settings.settle();
    if (assets.length === 0) return;
    logger.info('files-given-up', { count: assets.length });
    gone(assets);
  }

  async #removeOne(sha256: Sha256): Promise<boolean> {
    const { blobs, here, logger } = this.#parts;
    try {
      await blobs.remove(sha256);
    } catch (error) {
      // Another program has it open: it goes the next time.
      logger.warn('file-not-removed', { error: nameOfError(error) });
      return false;
    }
    here.delete(sha256);
    return true;
  }
}
