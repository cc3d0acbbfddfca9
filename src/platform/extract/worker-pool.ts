import { Worker } from 'node:worker_threads';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { type Answer, isWorkerMessage, type Job, type Progress } from './protocol.ts';

/** How a job ended: answered, or why not, with the last progress that was reported. */
export type JobEnd =
  | { readonly end: 'answered'; readonly answer: Answer }
  | {
      readonly end: 'timed-out' | 'out-of-memory' | 'crashed';
      /** Class of the error, for the log. */
      readonly errorName?: string;
      /** What a worker died of, for the defect that it is when it could not even start; it may quote a document otherwise. */
      readonly cause?: Error;
    };

/** Imports go through `documents`, what a person is looking at through `pictures`. */
export type Lane = 'documents' | 'pictures';

/** What a pool is made of. */
export type WorkerPoolOptions = {
  /** The worker's script, `worker.ts` or its bundle. */
  readonly workerUrl: URL | string;
  /** How many jobs of each lane run at once, so that what someone waits for need not wait for an import. */
  readonly lanes: Readonly<Record<Lane, number>>;
  /** Megabytes of JavaScript heap a worker may use. */
  readonly memoryMb: number;
  /** Megabytes that the whole process may grow by while a job runs; native and external memory is seen only there. */
  readonly growthMb: number;
  /** A worker is replaced after so many jobs: readers' caches only grow. */
  readonly jobsPerWorker: number;
  /** Milliseconds after which an idle worker ends. */
  readonly idleMs: number;
};

/** One job's conditions. */
export type RunOptions = {
  readonly lane: Lane;
  readonly timeoutMs: number;
  readonly signal?: Cancellation;
  /** Told of progress; may return a new, shorter limit in milliseconds from now. */
  readonly onProgress?: (progress: Progress) => number | undefined;
};

type Waiting = {
  readonly id: number;
  readonly job: Job;
  readonly options: RunOptions;
  /** Runs with no other job beside it, so that the process's growth is its own. */
  alone: boolean;
  readonly settle: (end: JobEnd) => void;
  readonly fail: (error: Error) => void;
};
type Slot = {
  readonly worker: Worker;
  jobsDone: number;
  ready: boolean;
  running: Running | undefined;
  idleTimer: NodeJS.Timeout | undefined;
  ended: boolean;
};
type Running = { readonly waiting: Waiting; timer: NodeJS.Timeout; readonly rssBefore: number };

const MEMORY_CHECK_MS = 200;
const MEGABYTE = 1024 * 1024;

function cancelled(): Error {
  return new DOMException('Reading was cancelled', 'AbortError');
}

/**
 * Runs jobs in worker threads, one at a time each. A job that takes too long, needs too much memory or kills its
 * worker ends with that as its result; the next job gets a new worker.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #slots = new Set<Slot>();
  #queue: Waiting[] = [];
  #nextId = 1;
  #closed = false;
  #memoryTimer: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** Runs a job. Rejects only when it is cancelled (`AbortError`), the pool is closed or no worker can start. */
  run(job: Job, options: RunOptions): Promise<JobEnd> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('The extractor is closed'));
      if (options.signal?.aborted) return reject(cancelled());
      const id = this.#nextId++;
      const onAbort = () => this.#cancel(id);
      options.signal?.addEventListener('abort', onAbort);
      const release = () => options.signal?.removeEventListener('abort', onAbort);
      const waiting: Waiting = {
        id,
        job,
        options,
        alone: false,
        settle: (end) => {
          release();
          resolve(end);
        },
        fail: (error) => {
          release();
          reject(error);
        },
      };
      this.#queue.push(waiting);
      this.#dispatch();
    });
  }

  /** Ends every worker; what waits or runs is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const pending = [...this.#queue, ...this.#running().map((running) => running.waiting)];
    this.#queue = [];
    const slots = [...this.#slots];
    for (const waiting of pending) waiting.fail(new Error('The extractor is closed'));
    await Promise.all(slots.map((slot) => this.#end(slot)));
  }

  #running(): Running[] {
    return [...this.#slots].flatMap((slot) => (slot.running ? [slot.running] : []));
  }

  #dispatch(): void {
    for (;;) {
      const next = this.#next();
      if (!next || this.#closed) return;
      this.#queue = this.#queue.filter((waiting) => waiting !== next);
      const idle = [...this.#slots].find((slot) => !slot.running);
      this.#start(idle ?? this.#addSlot(), next);
    }
  }

  /** Documents in their order; of pictures the one that was asked for last, as that is what somebody looks at now. */
  #next(): Waiting | undefined {
    const ready = (lane: Lane) => (waiting: Waiting) =>
      waiting.options.lane === lane && this.#mayStart(waiting);
    return this.#queue.find(ready('documents')) ?? this.#queue.findLast(ready('pictures'));
  }

  #mayStart(waiting: Waiting): boolean {
    const running = this.#running().map((one) => one.waiting);
    if (running.some((one) => one.alone)) return false;
    // One that waits to run alone goes before what came after it, or it would wait for ever.
    if (this.#queue.some((one) => one.alone)) return waiting.alone && running.length === 0;
    const { lane } = waiting.options;
    return running.filter((one) => one.options.lane === lane).length < this.#options.lanes[lane];
  }

  #start(slot: Slot, waiting: Waiting): void {
    if (slot.idleTimer) clearTimeout(slot.idleTimer);
    slot.idleTimer = undefined;
    slot.worker.ref();
    const timer = setTimeout(() => this.#kill(slot, { end: 'timed-out' }), waiting.options.timeoutMs);
    slot.running = { waiting, timer, rssBefore: process.memoryUsage.rss() };
    this.#memoryTimer ??= setInterval(() => this.#checkMemory(), MEMORY_CHECK_MS).unref();
    slot.worker.postMessage({ id: waiting.id, job: waiting.job });
  }

  #addSlot(): Slot {
    const worker = new Worker(this.#options.workerUrl, {
      name: 'extract',
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMb, maxYoungGenerationSizeMb: 64 },
      // A document's text must not reach our output by way of a library's warning, nor our environment the document's reader.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const slot: Slot = {
      worker,
      jobsDone: 0,
      ready: false,
      running: undefined,
      idleTimer: undefined,
      ended: false,
    };
    this.#slots.add(slot);
    worker.on('message', (message: unknown) => this.#receive(slot, message));
    worker.on('messageerror', () => this.#kill(slot, { end: 'crashed', errorName: 'MessageError' }));
    worker.on('error', (error: unknown) => this.#kill(slot, endOfError(error)));
    worker.on('exit', () => this.#kill(slot, { end: 'crashed', errorName: 'Exit' }));
    return slot;
  }

  #receive(slot: Slot, message: unknown): void {
    const running = slot.running;
    if (!isWorkerMessage(message)) return;
    if (message.type === 'ready') slot.ready = true;
    if (message.type === 'ready' || !running || message.id !== running.waiting.id) return;
    if (message.type === 'progress') {
      const limit = running.waiting.options.onProgress?.(message.progress);
      if (limit === undefined) return;
      clearTimeout(running.timer);
      running.timer = setTimeout(() => this.#kill(slot, { end: 'timed-out' }), limit);
      return;
    }
    this.#finish(
      slot,
      message.type === 'answer'
        ? { end: 'answered', answer: message.answer }
        : { end: 'crashed', errorName: message.errorName },
    );
  }

  /** A job ended and its worker lives on, unless it has done its share. */
  #finish(slot: Slot, end: JobEnd): void {
    const running = slot.running;
    if (!running) return;
    clearTimeout(running.timer);
    slot.running = undefined;
    slot.jobsDone += 1;
    if (slot.jobsDone >= this.#options.jobsPerWorker) {
      void this.#end(slot);
    } else {
      slot.worker.unref();
      slot.idleTimer = setTimeout(() => void this.#end(slot), this.#options.idleMs).unref();
    }
    this.#stopMemoryTimer();
    running.waiting.settle(end);
    this.#dispatch();
  }

  /** A job ended together with its worker. */
  #kill(slot: Slot, end: JobEnd): void {
    const running = slot.running;
    slot.running = undefined;
    void this.#end(slot);
    if (!running) return;
    clearTimeout(running.timer);
    this.#stopMemoryTimer();
    if (slot.ready || end.end !== 'crashed') running.waiting.settle(end);
    else
      running.waiting.fail(
        new Error(`The extraction worker could not start (${end.errorName ?? 'unknown'})`),
      );
    this.#dispatch();
  }

  async #end(slot: Slot): Promise<void> {
    this.#slots.delete(slot);
    if (slot.idleTimer) clearTimeout(slot.idleTimer);
    if (slot.running) clearTimeout(slot.running.timer);
    slot.running = undefined;
    this.#stopMemoryTimer();
    if (slot.ended) return;
    slot.ended = true;
    await slot.worker.terminate();
  }

  #cancel(id: number): void {
    const queued = this.#queue.find((waiting) => waiting.id === id);
    if (queued) {
      this.#queue = this.#queue.filter((waiting) => waiting !== queued);
      queued.fail(cancelled());
    }
    for (const slot of [...this.#slots]) {
      const running = slot.running;
      if (running?.waiting.id !== id) continue;
      void this.#end(slot);
      clearTimeout(running.timer);
      running.waiting.fail(cancelled());
    }
    this.#dispatch();
  }

  /**
   * Native memory (pictures, unpacked buffers) is outside of a worker's own limit and can be seen for the whole
   * process only. With one job running it is that job's; with more, all of them start again, each alone.
   */
  #checkMemory(): void {
    const rss = process.memoryUsage.rss();
    const busy = [...this.#slots].filter((slot) => slot.running !== undefined);
    const over = busy.some((slot) => {
      const before = slot.running?.rssBefore ?? rss;
      return rss - before > this.#options.growthMb * MEGABYTE;
    });
    if (!over) return;
    const [only] = busy;
    if (busy.length === 1 && only) {
      this.#kill(only, { end: 'out-of-memory' });
      return;
    }
    const again = busy.flatMap((slot) => (slot.running ? [slot.running.waiting] : []));
    for (const slot of busy) void this.#end(slot);
    for (const waiting of again) waiting.alone = true;
    this.#queue.unshift(...again);
    this.#dispatch();
  }

  #stopMemoryTimer(): void {
    if (this.#running().length > 0 || !this.#memoryTimer) return;
    clearInterval(this.#memoryTimer);
    this.#memoryTimer = undefined;
  }
}

function endOfError(error: unknown): JobEnd {
  if (!(error instanceof Error)) return { end: 'crashed', errorName: 'unknown' };
  const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory ? { end: 'out-of-memory' } : { end: 'crashed', errorName: error.name, cause: error };
}
