import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type {
  DocumentKind,
  Extraction,
  ExtractionLimits,
  ExtractionOutcome,
  Extractor,
  PageOfText,
  Preview,
  RefusalReason,
  Thumbnail,
  UnsearchableReason,
} from '../../engine/ports/extractor.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Found, Job, Progress } from './protocol.ts';
import { type JobEnd, WorkerPool } from './worker-pool.ts';

/** What `createExtractor` needs. Only the worker's place must be given. */
export type ExtractorOptions = {
  /** `worker.ts` when running from sources, `workers/extract.js` of the bundle otherwise. */
  readonly workerUrl: URL | string;
  readonly limits?: Partial<ExtractionLimits>;
  /** How many documents are read at once; default 2. Previews and page pictures have a worker of their own beside. */
  readonly concurrency?: number;
  readonly logger?: Logger;
  /** Milliseconds after which an idle worker ends; default 20,000. */
  readonly idleMs?: number;
  /** Documents after which a worker is replaced; default 500. */
  readonly jobsPerWorker?: number;
};

/** Milliseconds a file; see `ExtractionLimits`. */
export const DEFAULT_TIMEOUT_MS = 60_000;
/** Megabytes of heap a worker; see `ExtractionLimits`. */
export const DEFAULT_MEMORY_MB = 512;
/** The picture may not hold up a document whose text has been read. */
const PICTURE_LIMIT_MS = 20_000;
/** A page of text has the hard limit's larger part; what is left is for the picture and the way back. */
const SOFT_SHARE = 0.7;
/** Beyond its heap a worker may take as much again in buffers and pictures, and the allocator's slack. */
const growthFor = (memoryMb: number) => memoryMb * 2 + 256;

type Ended = Exclude<JobEnd, { readonly end: 'answered' }>;

/** An extractor whose readers run in worker threads, so that no document can stall or kill the process that asks. */
export function createExtractor(options: ExtractorOptions): Extractor {
  return new WorkerExtractor(options);
}

class WorkerExtractor implements Extractor {
  readonly #pool: WorkerPool;
  readonly #timeoutMs: number;
  readonly #logger: Logger | undefined;

  constructor(options: ExtractorOptions) {
    const memoryMb = options.limits?.memoryMb ?? DEFAULT_MEMORY_MB;
    this.#pool = new WorkerPool({
      workerUrl: options.workerUrl,
      memoryMb,
      growthMb: growthFor(memoryMb),
      jobsPerWorker: options.jobsPerWorker ?? 500,
      idleMs: options.idleMs ?? 20_000,
      lanes: { documents: options.concurrency ?? 2, pictures: 1 },
    });
    this.#timeoutMs = options.limits?.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#logger = options.logger;
  }

  async extract(
    path: string,
    name: string,
    options: { readonly signal?: Cancellation } = {},
  ): Promise<ExtractionOutcome> {
    const refusal = await refusalOfPath(path);
    if (refusal) return { outcome: 'refused', reason: refusal };
    let found: Found = {
      kind: 'other',
      mediaType: 'application/octet-stream',
      misnamed: false,
      pageCount: 0,
    };
    let read: Extraction | undefined;
    const remember = (progress: Progress): number | undefined => {
      if (progress.reached === 'recognised') {
        found = progress.found;
        return undefined;
      }
      read = progress.extraction;
      return Math.min(PICTURE_LIMIT_MS, this.#timeoutMs);
    };
    const end = await this.#pool.run(
      { job: 'extract', path, name, softLimitMs: this.#timeoutMs * SOFT_SHARE },
      {
        lane: 'documents',
        timeoutMs: this.#timeoutMs,
        onProgress: remember,
        ...(options.signal ? { signal: options.signal } : {}),
      },
    );
    if (end.end !== 'answered') {
      this.#logEnd('extract-ended-early', end);
      return { outcome: 'extracted', extraction: read ?? unread(found, end.end) };
    }
    if (end.answer.job === 'extract') return end.answer.outcome;
    if (end.answer.job === 'picture-of-read' && read) {
      const { thumbnail } = end.answer;
      return { outcome: 'extracted', extraction: thumbnail ? { ...read, thumbnail } : read };
    }
    throw new Error('The extraction worker answered another question');
  }

  async preview(path: string, kind: DocumentKind, name: string): Promise<Preview> {
    const refusal = await refusalOfPath(path);
    if (refusal) return { preview: 'none', reason: refusal };
    const end = await this.#pool.run(
      { job: 'preview', path, kind, name },
      { lane: 'pictures', timeoutMs: this.#timeoutMs },
    );
    if (end.end !== 'answered') {
      this.#logEnd('preview-ended-early', end);
      return { preview: 'none', reason: end.end };
    }
    if (end.answer.job === 'preview') return end.answer.preview;
    throw new Error('The extraction worker answered another question');
  }

  async pagePicture(
    path: string,
    kind: DocumentKind,
    page: number,
    width: number,
    words: readonly string[] = [],
  ): Promise<Thumbnail | undefined> {
    if (await refusalOfPath(path)) return undefined;
    return this.#draw({ job: 'page-picture', path, kind, page, width, words });
  }

  async textPicture(
    page: PageOfText,
    width: number,
    words: readonly string[] = [],
  ): Promise<Thumbnail | undefined> {
    return this.#draw({ job: 'text-picture', page, width, words });
  }

  async #draw(job: Job): Promise<Thumbnail | undefined> {
    const end = await this.#pool.run(job, { lane: 'pictures', timeoutMs: this.#timeoutMs });
    if (end.end !== 'answered') {
      this.#logEnd('page-picture-ended-early', end);
      return undefined;
    }
    if (end.answer.job === 'page-picture') return end.answer.picture;
    throw new Error('The extraction worker answered another question');
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  #logEnd(event: string, end: Ended): void {
    this.#logger?.warn(event, { end: end.end, ...(end.errorName ? { error: end.errorName } : {}) });
  }
}

/** What can be told without opening the file: opening a pipe would wait for ever. */
async function refusalOfPath(path: string): Promise<RefusalReason | undefined> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return 'not-readable';
    if (stats.size === 0) return 'empty';
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return refusalOfError(error);
  }
}

function refusalOfError(error: unknown): RefusalReason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'not-found' : 'not-readable';
}

function unread(found: Found, reason: UnsearchableReason): Extraction {
  return { ...found, pages: [], text: { state: 'not', reason }, words: 0 };
}
