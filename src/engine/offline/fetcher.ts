import { StorageError } from '../../shared/errors.ts';
import { LARGEST_TEXT_FILE } from '../../shared/limits.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Says } from '../../shared/says/says.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { BlobSize } from '../../sync/exchange/send-blobs.ts';
import type { Later } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import { diskRefused } from '../base/what-is-wrong.ts';
import type { AlteredFiles } from './altered-files.ts';
import type { FetchOutcome, FileSource } from './file-source.ts';
import type { FilesHere } from './files-here.ts';
import { Retries } from './retries.ts';

/** A blob to bring here; without a size where nobody said how large it is. */
export type FileToFetch = {
  readonly sha256: Sha256;
  readonly asset: string;
  readonly size?: number;
  /** The most that it may have, where nobody said its size. Bytes. */
  readonly atMost?: number;
  readonly text: boolean;
};

/** In the order in which they are needed. */
export type FilesToFetch = readonly FileToFetch[];

function sizeOf({ size, atMost = LARGEST_TEXT_FILE }: FileToFetch): BlobSize {
  return size === undefined ? { atMost } : { is: size };
}

/** Whom the fetcher tells. */
export type FetcherNews = {
  stored(file: FileToFetch): void;
  /** Its progress or state changed. */
  moved(): void;
};

type FetcherParts = {
  readonly here: FilesHere;
  readonly altered: AlteredFiles;
  readonly clock: Clock;
  readonly later: Later;
  readonly logger: Logger;
  readonly news: FetcherNews;
  /** What is missing now. */
  readonly next: () => FilesToFetch;
};

/** Files fetched at once: most are small and wait for the disk to have them; a store lets only a few in at a time anyway. */
const AT_ONCE = 8;
/** First pause while the hub can't be reached, and the longest. Whoever reaches it wakes the fetcher sooner. */
const PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 5 * 60 * 1000;

/** Brings files here, one after the other in the background and at once on demand; rests while the hub is away. */
export class Fetcher {
  readonly #parts: FetcherParts;
  readonly #retries = new Retries();
  readonly #cancel = new CancellationSource();
  readonly #underWay = new Map<string, Promise<FetchOutcome>>();
  #source: FileSource | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #paused = false;
  #pauses = 0;
  #forget: (() => void) | undefined;
  #progress: { done: number; total: number; bytes: number } | undefined;
  /** How many files were brought here. */
  stored = 0;
  /** Why nothing comes although the hub is there, for people. */
  trouble: Says | undefined;

  constructor(parts: FetcherParts) {
    this.#parts = parts;
  }

  connect(source: FileSource | undefined): void {
    this.#source = source;
    this.#paused = false;
    this.#pauses = 0;
    this.again();
  }

  /** The hub is there: ends a pause. Costs nothing where there was none, because every poll of the hub says it. */
  wake(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#pauses = 0;
    this.again();
  }

  /** Something else may be missing now. */
  again(): void {
    if (this.#source === undefined || this.#cancel.signal.aborted || this.#paused) return;
    if (!this.#parts.here.loaded) return;
    this.#again = true;
    this.#forget?.();
    this.#forget = undefined;
    this.#running ??= this.#run()
      .catch((error: unknown) => this.#warn('fetching-stopped', error))
      .finally(() => {
        this.#running = undefined;
        if (this.#again) this.again();
      });
  }

  /** Somebody asks for it now: also what failed a moment ago is tried. */
  tryAll(): void {
    this.#retries.forgetAll();
    this.again();
  }

  /** Resolves when everything that is missing was tried. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  progress(): { done: number; total: number; bytes: number } | undefined {
    return this.#progress && { ...this.#progress };
  }

  /** Fetches one file before everything else; the same file is never fetched twice at once. */
  async *fetchNow(file: {
    readonly sha256: Sha256;
    readonly size: number;
    readonly asset: string;
  }): AsyncGenerator<{ bytes: number; total: number }, FetchOutcome> {
    const source = this.#source;
    if (source === undefined) return 'blocked';
    const cancel = new CancellationSource();
    const stop = (): void => cancel.cancel();
    this.#cancel.signal.addEventListener('abort', stop);
    let received = 0;
    let told = -1;
    let wake: () => void = () => undefined;
    const onBytes = (bytes: number): void => {
      received = bytes;
      wake();
    };
    let ended = false;
    const own = () => this.#fetch(source, { ...file, text: false }, cancel, onBytes);
    // One that is under way may be somebody's who stops it: then it is fetched for the one who still waits.
    const joined = this.#underWay
      .get(file.sha256)
      ?.then((outcome) => (outcome === 'offline' && !cancel.signal.aborted ? own() : outcome));
    const fetching = (joined ?? own()).finally(() => {
      ended = true;
      wake();
    });
    try {
      while (!ended) {
        if (told !== received) {
          told = received;
          yield { bytes: Math.min(received, file.size), total: file.size };
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return await fetching;
    } finally {
      // Nobody waits any more.
      cancel.cancel();
      this.#cancel.signal.removeEventListener('abort', stop);
      fetching.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#cancel.cancel();
    this.#forget?.();
    await this.#running;
    await Promise.allSettled(this.#underWay.values());
  }

  async #run(): Promise<void> {
    // What was folded together is planned together.
    await Promise.resolve();
    this.#again = false;
    const { clock, next } = this.#parts;
    const now = clock.now();
    const files = next().filter(({ sha256 }) => this.#retries.mayTry(sha256, now));
    if (files.length > 0) {
      this.#progress = { done: 0, total: files.length, bytes: 0 };
      this.#parts.news.moved();
      const rest = files[Symbol.iterator]();
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(rest)));
      this.#progress = undefined;
      this.#parts.news.moved();
    }
    if (!this.#again) this.#tryLater();
  }

  /** Takes files until none is left, something more urgent came up, or the hub went away. */
  async #work(files: Iterator<FileToFetch>): Promise<void> {
    while (this.#goesOn()) {
      const { value: file, done } = files.next();
      if (done === true || file === undefined) return;
      const source = this.#source;
      if (source === undefined) return;
      if (this.#parts.here.has(file.sha256)) continue;
      const outcome = await (this.#underWay.get(file.sha256) ?? this.#fetch(source, file, this.#cancel));
      if (outcome === 'offline' || outcome === 'blocked') this.#paused = true;
      if (this.#progress !== undefined) {
        this.#progress.done += 1;
        if (outcome === 'stored') this.#progress.bytes += file.size ?? 0;
        this.#parts.news.moved();
      }
    }
  }

  #goesOn(): boolean {
    return !this.#paused && !this.#again && !this.#cancel.signal.aborted;
  }

  #fetch(
    source: FileSource,
    file: FileToFetch,
    cancel: CancellationSource,
    onBytes?: (bytes: number) => void,
  ): Promise<FetchOutcome> {
    const fetching = this.#take(source, file, cancel, onBytes).finally(() =>
      this.#underWay.delete(file.sha256),
    );
    this.#underWay.set(file.sha256, fetching);
    return fetching;
  }

  async #take(
    source: FileSource,
    file: FileToFetch,
    cancel: CancellationSource,
    onBytes?: (bytes: number) => void,
  ): Promise<FetchOutcome> {
    const { here, clock, news, altered } = this.#parts;
    try {
      const outcome = await source.fetch(file.sha256, sizeOf(file), {
        signal: cancel.signal,
        ...(onBytes !== undefined && { onBytes }),
      });
      if (outcome === 'stored') {
        this.trouble = undefined;
        this.stored += 1;
        this.#retries.forget(file.sha256);
        here.add(file.sha256);
        altered.delete(file.sha256);
        news.stored(file);
      } else if (outcome === 'not-arrived' || outcome === 'altered') {
        if (outcome === 'altered') altered.add(file.sha256);
        this.#retries.failed(file.sha256, clock.now());
      }
      return outcome;
    } catch (error) {
      if (cancel.signal.aborted) return 'offline';
      this.#warn('file-not-fetched', error);
      this.#retries.failed(file.sha256, clock.now());
      if (!(error instanceof StorageError)) return 'not-arrived';
      this.trouble = diskRefused(error.failure);
      return 'blocked';
    }
  }

  #warn(event: string, error: unknown): void {
    this.#parts.logger.warn(event, { error: error instanceof Error ? error.name : 'unknown' });
  }

  /** Comes back when the hub may be there again, or the first of those that had not arrived may have. */
  #tryLater(): void {
    if (this.#cancel.signal.aborted) return;
    const now = this.#parts.clock.now();
    const next = this.#retries.next();
    let wait = next === undefined ? undefined : Math.max(1000, next - now);
    if (this.#paused) {
      wait = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** this.#pauses);
      this.#pauses += 1;
    }
    if (wait === undefined) return;
    this.#forget?.();
    this.#forget = this.#parts.later(() => {
      this.#forget = undefined;
      this.#paused = false;
      this.again();
    }, wait);
  }
}
