import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { type JobEnd, type OwnThread, PoolWorker, type Task } from './pool-worker.ts';
import type { Job, Progress } from './protocol.ts';

/** Imports go through `documents`, what a person is looking at through `pictures`, what is to be opened elsewhere through `openings`, what failed before and is tried again through `again`, pictures whose words are recognized through `recognition`, versions that are compared through `comparing`. */
type Lane = 'documents' | 'pictures' | 'openings' | 'again' | 'recognition' | 'comparing';

/** What a pool is made of. */
type WorkerPoolOptions = {
  /** The worker's script, `worker.ts` or its bundle. */
  readonly workerUrl: URL | string;
  /** How many jobs of each lane run at once, so that what someone waits for need not wait for an import. */
  readonly lanes: Readonly<Record<Exclude<Lane, 'again' | 'recognition'>, number>>;
  /** Megabytes that the whole process may grow by while a job runs: a worker's heap, native and external memory. */
  readonly growthMb: number;
  /** Megabytes of JavaScript heap at which V8 itself ends a worker, and the process with it where that grows fast: more than `growthMb`, which is looked at before. */
  readonly heapMb: number;
  /** A worker is replaced after so many jobs: readers' caches only grow. */
  readonly jobsPerWorker: number;
  /** Megabytes that a worker holds after a job, from which on it is replaced: neither WebAssembly nor the heap gives much of them back. */
  readonly heldMb: number;
  /** Milliseconds after which an idle worker ends. */
  readonly idleMs: number;
  /** Milliseconds between two looks at what the workers use. */
  readonly lookMs: number;
  /** Looks in a row without any processor time after which a job is stuck. */
  readonly stuckAfterLooks: number;
};

/** One job's conditions. */
export type RunOptions = {
  readonly lane: Lane;
  /** Milliseconds of its worker's processor time. */
  readonly cpuMs: number;
  readonly signal?: Cancellation;
  /** Told of progress; may return how much processor time (milliseconds) is left from then on. */
  readonly onProgress?: (progress: Progress) => number | undefined;
};

type Waiting = Task & {
  readonly lane: Lane;
  /** Runs with no other job beside it, so that the process's growth is its own. */
  alone: boolean;
};

const MEGABYTE = 1024 * 1024;
/** A worker that recognizes is replaced after so many pages: its memory only grows, and a start costs less than a page's tenth. */
const PAGES_A_RECOGNIZER = 50;

/** Pixels of a picture's width that lists and the panes of pages have; what somebody reads is wider. */
const SMALL_WIDTH = 600;

/** What a lane keeps for later in a thread of its own: recognition takes 300 MB, which nothing else is to have around; comparing holds two long texts. */
function ownThreadOf(lane: Lane): OwnThread | undefined {
  return lane === 'recognition' || lane === 'comparing' ? lane : undefined;
}

function isSmall(job: Job): boolean {
  return (job.job === 'page-picture' || job.job === 'text-picture') && job.width < SMALL_WIDTH;
}

function cancelled(): Error {
  return new DOMException('Reading was cancelled', 'AbortError');
}

/**
 * Runs jobs in worker threads, one at a time each. A job that uses too much processor time or memory, or kills its
 * worker, ends with that as its result; the next job gets a new worker.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #workers = new Set<PoolWorker>();
  readonly #idleTimers = new Map<PoolWorker, NodeJS.Timeout>();
  readonly #tasks = new Map<number, Waiting>();
  /** In the order in which they were asked for. */
  #queue: Waiting[] = [];
  #nextId = 1;
  #closed = false;
  #lookTimer: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /**
   * Runs a job; its place among the others is taken when this is called. Rejects only when it is cancelled (`AbortError`), the pool is
   * closed or no worker can start.
   */
  run(job: Job, options: RunOptions): Promise<JobEnd> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('The extractor is closed'));
      if (options.signal?.aborted) return reject(cancelled());
      const id = this.#nextId++;
      const onAbort = () => this.#cancel(id);
      options.signal?.addEventListener('abort', onAbort);
      const release = () => {
        this.#tasks.delete(id);
        options.signal?.removeEventListener('abort', onAbort);
      };
      const waiting: Waiting = {
        id,
        job,
        lane: options.lane,
        cpuMs: options.cpuMs,
        ...(options.onProgress && { onProgress: options.onProgress }),
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
      this.#tasks.set(id, waiting);
      this.#queue.push(waiting);
      if (waiting.lane !== 'recognition' && waiting.lane !== 'again' && waiting.lane !== 'documents')
        this.#makeRoom();
      this.#dispatch();
    });
  }

  /** Ends every worker; what waits or runs is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#queue = [];
    for (const waiting of [...this.#tasks.values()]) waiting.fail(new Error('The extractor is closed'));
    await Promise.all([...this.#workers].map((worker) => this.#abandon(worker)));
  }

  #running(): Waiting[] {
    return [...this.#workers].flatMap(({ running }) => this.#tasks.get(running?.task.id ?? 0) ?? []);
  }

  #dispatch(): void {
    for (;;) {
      const next = this.#closed ? undefined : this.#next();
      if (!next) return;
      this.#queue = this.#queue.filter((waiting) => waiting !== next);
      const own = ownThreadOf(next.lane);
      const isFit = (one: PoolWorker) => one.isFree && one.own === own;
      const worker = [...this.#workers].find(isFit) ?? this.#add(own);
      clearTimeout(this.#idleTimers.get(worker));
      this.#idleTimers.delete(worker);
      this.#lookTimer ??= setInterval(() => this.#look(), this.#options.lookMs).unref();
      worker.start(next);
    }
  }

  /** Recognition makes room for what somebody waits for: its page begins anew when nothing else is to be done. */
  #makeRoom(): void {
    for (const worker of [...this.#workers]) {
      const waiting = this.#tasks.get(worker.running?.task.id ?? 0);
      if (waiting?.lane !== 'recognition' || waiting.alone) continue;
      void this.#abandon(worker);
      this.#queue.unshift(waiting);
    }
  }

  /** First what a click waits for; documents in their order; of pictures the one that was asked for last, as that is what somebody looks at now, small ones after all others; then what is tried again, then what is recognized. */
  #next(): Waiting | undefined {
    const ready = (lane: Lane) => (waiting: Waiting) => waiting.lane === lane && this.#mayStart(waiting);
    return (
      this.#queue.find(ready('openings')) ??
      this.#queue.find(ready('comparing')) ??
      this.#queue.find(ready('documents')) ??
      this.#queue.findLast((one) => !isSmall(one.job) && ready('pictures')(one)) ??
      this.#queue.findLast(ready('pictures')) ??
      this.#queue.find(ready('again')) ??
      this.#queue.find(ready('recognition'))
    );
  }

  #mayStart(waiting: Waiting): boolean {
    const running = this.#running();
    if (running.some((one) => one.alone)) return false;
    // One that waits to run alone goes before what came after it, or it would wait for ever.
    if (this.#queue.some((one) => one.alone)) return waiting.alone && running.length === 0;
    const { lane } = waiting;
    // What is tried again begins when nothing else is to be done; what comes meanwhile is not kept waiting by it.
    if (lane === 'again' || lane === 'recognition') return running.length === 0;
    return running.filter((one) => one.lane === lane).length < this.#options.lanes[lane];
  }

  #add(own: OwnThread | undefined): PoolWorker {
    const { workerUrl, heapMb, stuckAfterLooks } = this.#options;
    const worker = new PoolWorker({
      workerUrl,
      heapMb,
      stuckAfterLooks,
      own,
      onFree: (one, gone) => this.#freed(one, gone),
    });
    this.#workers.add(worker);
    return worker;
  }

  #freed(worker: PoolWorker, gone: boolean): void {
    if (gone) this.#workers.delete(worker);
    else if (this.#isWornOut(worker)) void this.#abandon(worker);
    else if (!this.#closed) {
      worker.unref();
      const timer = setTimeout(() => void this.#abandon(worker), this.#options.idleMs).unref();
      this.#idleTimers.set(worker, timer);
    }
    this.#dispatch();
    if (this.#running().length > 0 || !this.#lookTimer) return;
    clearInterval(this.#lookTimer);
    this.#lookTimer = undefined;
  }

  #isWornOut({ own, jobsDone, heldBytes }: PoolWorker): boolean {
    if (own === 'recognition') return jobsDone >= PAGES_A_RECOGNIZER;
    if (jobsDone >= this.#options.jobsPerWorker) return true;
    // What is compared next is kept there on purpose.
    return own === undefined && heldBytes > this.#options.heldMb * MEGABYTE;
  }

  async #abandon(worker: PoolWorker): Promise<void> {
    this.#workers.delete(worker);
    clearTimeout(this.#idleTimers.get(worker));
    this.#idleTimers.delete(worker);
    await worker.abandon();
  }

  #cancel(id: number): void {
    this.#queue = this.#queue.filter((waiting) => waiting.id !== id);
    const worker = [...this.#workers].find(({ running }) => running?.task.id === id);
    if (worker) void this.#abandon(worker);
    this.#tasks.get(id)?.fail(cancelled());
    this.#dispatch();
  }

  #look(): void {
    for (const worker of [...this.#workers]) worker.look();
    this.#checkMemory();
  }

  /**
   * Native memory (pictures, unpacked buffers) is outside of a worker's own limit and can be seen for the whole
   * process only. With one job running it is that job's; with more, all of them start again, each alone.
   */
  #checkMemory(): void {
    const rss = process.memoryUsage.rss();
    const busy = [...this.#workers].filter(({ running }) => running !== undefined);
    const over = busy.some(
      ({ running }) => rss - (running?.rssBefore ?? rss) > this.#options.growthMb * MEGABYTE,
    );
    if (!over) return;
    const [only] = busy;
    if (busy.length === 1 && only) {
      only.end({ end: 'out-of-memory' });
      return;
    }
    const again = this.#running();
    for (const worker of busy) void this.#abandon(worker);
    for (const waiting of again) waiting.alone = true;
    this.#queue.unshift(...again);
    this.#dispatch();
  }
}
