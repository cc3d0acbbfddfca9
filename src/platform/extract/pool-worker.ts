import { Worker } from 'node:worker_threads';
import type { PassingReason } from '../../shared/vocabulary/unsearchable.ts';
import { type CpuMeter, cpuMeterOf } from './cpu-meter.ts';
import { type Answer, isWorkerMessage, type Job, type Progress, type WorkerMessage } from './protocol.ts';

/** How a job ended: answered, or why not, with the last progress that was reported. */
export type JobEnd =
  | { readonly end: 'answered'; readonly answer: Answer }
  | {
      readonly end: PassingReason;
      /** Class of the error, for the log. */
      readonly errorName?: string;
    };

/** A job as its worker has it. */
export type Task = {
  readonly id: number;
  readonly job: Job;
  /** Milliseconds of processor time that it may use. */
  readonly cpuMs: number;
  /** Told of progress; may return how much processor time is left from then on. */
  readonly onProgress?: (progress: Progress) => number | undefined;
  readonly settle: (end: JobEnd) => void;
  /** No worker can start: a defect, and no document's fault. */
  readonly fail: (error: Error) => void;
};

/** What has a thread of its own. */
export type OwnThread = 'recognition' | 'comparing';

/** What a pool gives its workers. */
type PoolWorkerOptions = {
  /** The worker's script, `worker.ts` or its bundle. */
  readonly workerUrl: URL | string;
  /** Megabytes of JavaScript heap at which V8 ends it. */
  readonly heapMb: number;
  /** Looks in a row without any processor time after which a worker is stuck. */
  readonly stuckAfterLooks: number;
  /** The one thing that it does, where it does nothing else. */
  readonly own: OwnThread | undefined;
  /** It has nothing to do any more (`gone: false`) or is no more. */
  readonly onFree: (worker: PoolWorker, gone: boolean) => void;
};

/** Looks after which a worker that was told to end, and is held by native code, is waited for no longer. */
const END_LOOKS = 50;
/** Milliseconds of processor time between two looks below which nothing is going on: answering a look costs some too. */
const IDLE_CPU_MS = 1;

type Running = {
  readonly task: Task;
  readonly rssBefore: number;
  /** Processor time of the worker at which the task has used what it may; unknown until the worker is there. */
  cpuLimit: number | undefined;
  lastCpu: number;
  looksWithoutCpu: number;
};

/** One thread with the job that it does. Its owner looks at it every now and then; nothing here goes by the clock. */
export class PoolWorker {
  readonly #options: PoolWorkerOptions;
  readonly #worker: Worker;
  #meter: CpuMeter | undefined;
  #running: Running | undefined;
  /** How the running job ends with the thread, unless its answer was on its way already. */
  #fate: JobEnd | undefined;
  #looksToEnd = END_LOOKS;
  #isGone = false;
  /** How many jobs it has done. */
  jobsDone = 0;
  /** Bytes that it held after the last one. */
  heldBytes = 0;

  constructor(options: PoolWorkerOptions) {
    this.#options = options;
    this.#worker = new Worker(options.workerUrl, {
      name: 'extract',
      // Reading makes many objects that die young: more room for them costs memory in each thread and saves no time.
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: 16 },
      // A document's text must not reach our output by way of a library's warning, nor our environment the document's reader.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (message: unknown) => this.#receive(message));
    this.#worker.on('messageerror', () => this.end({ end: 'crashed', errorName: 'MessageError' }));
    this.#worker.on('error', (error: unknown) => {
      this.#fate ??= endOfError(error);
    });
    // Everything that it had said has been received when this comes.
    this.#worker.on('exit', () => this.#gone());
  }

  /** The job that it does, with the process's memory (bytes) when that began. */
  get running(): { readonly task: Task; readonly rssBefore: number } | undefined {
    return this.#running;
  }

  get own(): OwnThread | undefined {
    return this.#options.own;
  }

  /** Whether it can take a job. */
  get isFree(): boolean {
    return this.#running === undefined && this.#fate === undefined && !this.#isGone;
  }

  start(task: Task): void {
    this.#worker.ref();
    this.#running = {
      task,
      rssBefore: process.memoryUsage.rss(),
      cpuLimit: undefined,
      lastCpu: 0,
      looksWithoutCpu: 0,
    };
    this.#setLimit(task.cpuMs);
    this.#worker.postMessage({ id: task.id, job: task.job });
  }

  /** Ends the job, and the thread with it, when it has used its processor time, or uses none and does not end. */
  look(): void {
    const running = this.#running;
    if (running === undefined) return;
    if (this.#fate !== undefined) {
      this.#looksToEnd -= 1;
      if (this.#looksToEnd <= 0) this.#gone();
      return;
    }
    const cpu = this.#meter?.() ?? 0;
    if (running.cpuLimit !== undefined && cpu >= running.cpuLimit) {
      this.end({ end: 'timed-out' });
      return;
    }
    running.looksWithoutCpu = cpu > running.lastCpu + IDLE_CPU_MS ? 0 : running.looksWithoutCpu + 1;
    running.lastCpu = cpu;
    if (running.looksWithoutCpu < this.#options.stuckAfterLooks) return;
    this.end({ end: this.#meter ? 'timed-out' : 'crashed', errorName: 'Stuck' });
  }

  /** Ends the thread; the job ends so too when all that it had said before has been received. */
  end(fate: JobEnd): void {
    this.#fate ??= fate;
    void this.#worker.terminate();
  }

  /** Ends the thread. Its job is its owner's again: it neither ends nor tells anything any more. */
  async abandon(): Promise<void> {
    this.#running = undefined;
    this.#fate ??= { end: 'crashed' };
    await this.#worker.terminate();
  }

  /** Lets the process end while this thread waits for work. */
  unref(): void {
    this.#worker.unref();
  }

  #setLimit(cpuMs: number): void {
    if (this.#running && this.#meter) this.#running.cpuLimit = this.#meter() + cpuMs;
  }

  #receive(message: unknown): void {
    if (!isWorkerMessage(message)) return;
    const task = this.#running?.task;
    if (message.type === 'ready') {
      this.#meter = cpuMeterOf(this.#worker, message.thread);
      // Its own start is not the document's.
      if (task) this.#setLimit(task.cpuMs);
    } else if (task && message.id === task.id) this.#receiveOf(task, message);
  }

  #receiveOf(task: Task, message: Exclude<WorkerMessage, { readonly type: 'ready' }>): void {
    if (message.type === 'progress') {
      const left = task.onProgress?.(message.progress);
      if (left !== undefined) this.#setLimit(left);
      return;
    }
    this.#running = undefined;
    this.jobsDone += 1;
    this.heldBytes = message.heldBytes;
    task.settle(
      message.type === 'answer'
        ? { end: 'answered', answer: message.answer }
        : { end: 'crashed', errorName: message.errorName },
    );
    if (!this.#isGone && this.#fate === undefined) this.#options.onFree(this, false);
  }

  #gone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const task = this.#running?.task;
    this.#running = undefined;
    const fate = this.#fate ?? { end: 'crashed', errorName: 'Exit' };
    if (task && this.#meter === undefined && fate.end === 'crashed') {
      task.fail(new Error(`The extraction worker could not start (${fate.errorName ?? 'unknown'})`));
    } else task?.settle(fate);
    this.#options.onFree(this, true);
  }
}

function endOfError(error: unknown): JobEnd {
  if (!(error instanceof Error)) return { end: 'crashed', errorName: 'unknown' };
  const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory ? { end: 'out-of-memory' } : { end: 'crashed', errorName: error.name };
}
