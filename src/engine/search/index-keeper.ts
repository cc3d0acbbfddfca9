import { nameOfError } from '../../shared/defect.ts';
import { type IndexEntry, TextIndexError } from '../ports/text-index.ts';
import { planStep, type StepProgress, takeStep } from './bring-in-step.ts';
import type { Options, SearchPorts, SyncOutcome } from './search.ts';
import type { Spelling } from './words/spelling.ts';

/** Milliseconds without a change of the index after which its words are read. */
const CALM_MS = 1500;

/** Says whether an error means that the index must be made anew. */
export function isDamage(error: unknown): boolean {
  return error instanceof TextIndexError && error.failure === 'damaged';
}

/** Keeps the index in step with the catalog: whatever writes it, one after the other, and makes it anew where it is damaged. */
export class IndexKeeper {
  readonly #ports: SearchPorts;
  readonly #spelling: Spelling;
  #entries = new Map<string, IndexEntry>();
  #assets: (string | undefined)[] = [];
  #rowsVersion = 0;
  #loaded: Promise<void> | undefined;
  /** Whatever writes runs one after the other. */
  #work: Promise<unknown> = Promise.resolve();
  #waiting: Promise<SyncOutcome> | undefined;
  #mending: Promise<void> | undefined;
  #behind = 0;
  #closed = false;
  #forgetPrepare: () => void = () => undefined;

  constructor(ports: SearchPorts, spelling: Spelling) {
    this.#ports = ports;
    this.#spelling = spelling;
  }

  /** What the index holds, by asset. The same map all the time but after a rebuild. */
  get entries(): ReadonlyMap<string, IndexEntry> {
    return this.#entries;
  }

  /** Rises whenever rows change hands. */
  get rowsVersion(): number {
    return this.#rowsVersion;
  }

  /** How many assets wait for the index in the run that is under way. */
  get behind(): number {
    return this.#behind;
  }

  get isMending(): boolean {
    return this.#mending !== undefined;
  }

  assetOf(row: number): string | undefined {
    return this.#assets[row];
  }

  /** Reads what the index holds, once. Throws `TextIndexError`. */
  load(): Promise<void> {
    this.#loaded ??= this.#readEntries().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #readEntries(): Promise<void> {
    this.#entries = new Map(await this.#ports.textIndex.entries());
    this.#assets = [];
    for (const [asset, { row }] of this.#entries) this.#assets[row] = asset;
    this.#rowsVersion += 1;
    this.#spelling.forget();
  }

  /** See `Search.sync`. */
  sync(options: Options = {}): Promise<SyncOutcome> {
    // One that has not begun yet will see this caller's changes too.
    if (this.#waiting !== undefined) return this.#waiting;
    const run = this.#queue(() => {
      this.#waiting = undefined;
      return this.#syncOrMend(options);
    });
    this.#waiting = run;
    return run;
  }

  /** See `Search.rebuild`. */
  async *rebuild(options: Options = {}): AsyncIterable<StepProgress> {
    let release: () => void = () => undefined;
    const turn = this.#work;
    // Holds everything else that writes back until the new index is in place.
    this.#work = new Promise<void>((resolve) => {
      release = resolve;
    });
    try {
      await turn.catch(() => undefined);
      yield* this.#replace(options);
    } finally {
      release();
    }
    await this.sync(options);
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#forgetPrepare();
    await this.#work.catch(() => undefined);
  }

  #queue<Value>(task: () => Promise<Value>): Promise<Value> {
    const next = this.#work.then(task, task);
    this.#work = next.catch(() => undefined);
    return next;
  }

  async #syncOrMend(options: Options): Promise<SyncOutcome> {
    try {
      return await this.#step(options);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.#startAnew();
      return this.#step(options);
    }
  }

  async #step({ signal }: Options): Promise<SyncOutcome> {
    await this.load();
    const { textIndex, textOf, logger, breathe = () => Promise.resolve() } = this.#ports;
    const step = planStep(this.#ports.summaries(), this.#entries);
    const outcome = { put: 0, removed: 0 };
    const target = { writer: textIndex, entries: this.#entries, textOf, logger, signal, breathe };
    this.#behind = step.put.length;
    try {
      for await (const { done, total, written, removed } of takeStep(step, target)) {
        for (const asset of removed) this.#forgetAsset(asset);
        for (const [asset, entry] of written) {
          this.#forgetAsset(asset);
          this.#entries.set(asset, entry);
          this.#assets[entry.row] = asset;
        }
        this.#rowsVersion += 1;
        this.#behind = Math.min(this.#behind, total - done);
        outcome.put += written.size;
        outcome.removed += removed.length;
        if (this.#closed) break;
      }
    } finally {
      this.#behind = 0;
    }
    if (!this.#closed && (await textIndex.isUntidy()))
      await textIndex.tidy(signal === undefined ? {} : { signal });
    if (outcome.put + outcome.removed > 0) {
      this.#spelling.forget();
      logger?.info('index-in-step', outcome);
    }
    // Another run would only change the words again.
    if (this.#waiting === undefined) this.#prepareWhenCalm();
    return outcome;
  }

  /** While files are imported, each changes the words: they are read once, when no more come. */
  #prepareWhenCalm(): void {
    const { later } = this.#ports;
    this.#forgetPrepare();
    if (later === undefined) void this.#prepareSpelling();
    else if (!this.#closed) this.#forgetPrepare = later(() => void this.#prepareSpelling(), CALM_MS);
  }

  /** Reads the words in the background, so that no keystroke waits for them. */
  async #prepareSpelling(): Promise<void> {
    try {
      await this.#spelling.prepare();
    } catch (error) {
      if (this.#closed) return;
      if (isDamage(error)) void this.mend();
      this.#ports.logger?.warn('words-not-read', { error: nameOfError(error) });
    }
  }

  #forgetAsset(asset: string): void {
    const old = this.#entries.get(asset);
    if (old === undefined) return;
    this.#entries.delete(asset);
    if (this.#assets[old.row] === asset) this.#assets[old.row] = undefined;
  }

  /** Throws the damaged index away and fills it again in the background, while searches go on with what is there. */
  mend(): Promise<void> {
    this.#mending ??= this.#queue(async () => {
      await this.#startAnew();
      await this.#step({});
      this.#ports.mended?.();
    })
      .catch((error: unknown) => {
        this.#ports.logger?.error('index-not-mended', {
          error: nameOfError(error),
        });
      })
      .finally(() => {
        this.#mending = undefined;
      });
    return this.#mending;
  }

  async #startAnew(): Promise<void> {
    this.#ports.logger?.warn('index-damaged');
    await this.#ports.textIndex.reset();
    this.#loaded = undefined;
    await this.load();
  }

  async *#replace({ signal }: Options): AsyncIterable<StepProgress> {
    const { textIndex, textOf, logger, breathe = () => Promise.resolve() } = this.#ports;
    const replacement = await textIndex.replacement();
    let committed = false;
    try {
      const step = { put: [...this.#ports.summaries().values()], remove: [] };
      yield { done: 0, total: step.put.length };
      const target = { writer: replacement, entries: new Map(), textOf, logger, signal, breathe };
      for await (const { done, total } of takeStep(step, target)) yield { done, total };
      if (signal?.aborted === true || this.#closed) return;
      if (await replacement.isUntidy()) await replacement.tidy();
      await replacement.commit();
      committed = true;
      this.#loaded = undefined;
      await this.load();
      logger?.info('index-rebuilt', { assets: this.#entries.size });
    } finally {
      if (!committed) await replacement.discard();
    }
  }
}
