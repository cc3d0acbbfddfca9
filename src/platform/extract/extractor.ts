import { basename } from 'node:path';
import type { Assembled, AssemblePlan, Assembler } from '../../engine/ports/assembler.ts';
import type { TextComparer } from '../../engine/ports/comparer.ts';
import type {
  ExtractionLimits,
  ExtractionOutcome,
  ExtractOptions,
  Extractor,
  Opening,
  PageOfText,
  PageText,
  PlacedText,
  Preview,
  TableRead,
  Thumbnail,
} from '../../engine/ports/extractor.ts';
import type { InvitationClock, InvitationRead, InvitationSource } from '../../engine/ports/invitation.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { onDisk } from '../system/storage-error.ts';
import { KeptPair, orFailed } from './compare/kept-pair.ts';
import { Gathered } from './gathered.ts';
import type { JobGuard } from './job-guard.ts';
import type { JobEnd } from './pool-worker.ts';
import type { Job } from './protocol.ts';
import { readKeptText } from './text/kept-text.ts';
import { type RunOptions, WorkerPool } from './worker-pool.ts';

/** What `createExtractor` needs. Only the worker's place must be given. */
export type ExtractorOptions = {
  /** `worker.ts` when running from sources, `workers/extract.js` of the bundle otherwise. */
  readonly workerUrl: URL | string;
  readonly limits?: Partial<ExtractionLimits>;
  /** How many documents are read at once; default 2. Previews and page pictures have a worker of their own beside. */
  readonly concurrency?: number;
  readonly logger?: Logger;
  /** Remembers what ended the process; without one it may end again in the same document. */
  readonly guard?: JobGuard;
  /** Milliseconds after which an idle worker ends; default 20,000. */
  readonly idleMs?: number;
  /** Documents after which a worker is replaced; default 500. */
  readonly jobsPerWorker?: number;
  /** Megabytes that a worker holds after a document, from which on it is replaced; default 160. */
  readonly heldMb?: number;
  /** Milliseconds between two looks at what workers use; default 200. */
  readonly lookMs?: number;
  /** Looks in a row without any processor time after which reading is stuck; default 900, three minutes at least. */
  readonly stuckAfterLooks?: number;
};

/** Milliseconds of processor time a file; see `ExtractionLimits`. */
const DEFAULT_CPU_MS = 60_000;
/** Megabytes of heap a worker; see `ExtractionLimits`. */
const DEFAULT_MEMORY_MB = 512;
/** The picture may not hold up a document whose text has been read: milliseconds of processor time. */
const PICTURE_CPU_MS = 20_000;
/** Looking into a file before it is opened elsewhere: a person waits for it. */
const OPENING_CPU_MS = 10_000;
/** The largest table that is read takes some seconds. Milliseconds of processor time. */
const TABLE_CPU_MS = 30_000;
/** A calendar whose rules go on and on ends here. Milliseconds of processor time. */
const INVITATION_CPU_MS = 10_000;
/** Texts of so many bytes are compared at once, within some ten milliseconds: a thread costs more than they do. */
const SMALL_COMPARED = 40_000;
/** Taking pages out of a PDF: a person waits for it. Milliseconds of processor time. */
const CUTTING_CPU_MS = 30_000;
/** Drawing 500 slides takes a minute or two. Milliseconds of processor time. */
const ASSEMBLING_CPU_MS = 300_000;
/** Texts of so many bytes are unpacked and parsed at once: most are smaller, and a worker costs more than they do. */
const SMALL_TEXT = 1024 * 1024;
/** The largest text that may be kept takes a second or two. Milliseconds of processor time. */
const TEXT_CPU_MS = 20_000;
/** Two of the longest texts with nothing in common take some seconds (decision 89). Milliseconds of processor time. */
const COMPARING_CPU_MS = 60_000;
/** A page full of small print takes 20 s on a slow device; one of noise much more. Milliseconds of processor time. */
const RECOGNITION_CPU_MS = 90_000;
/** A page of text has the hard limit's larger part; what is left is for the picture and the way back. */
const SOFT_SHARE = 0.7;
/** Beyond its heap a worker may take so much in buffers and pictures: with the default 700 MB in all. */
const growthFor = (memoryMb: number) => memoryMb + 188;
/** V8's own limit lies so many times higher: where a list or a map reaches it while it grows, V8 aborts the whole process (decision 100). */
const HEAP_ROOM = 2;

type Ended = Exclude<JobEnd, { readonly end: 'answered' }>;

/** An extractor whose readers run in worker threads, so that no document can stall the process that asks; one that kills it is not read again (`guard`). */
export function createExtractor(options: ExtractorOptions): Extractor {
  return new WorkerExtractor(options);
}

class WorkerExtractor implements Extractor {
  readonly #pool: WorkerPool;
  readonly #cpuMs: number;
  readonly #small = new KeptPair(SMALL_COMPARED);
  readonly #logger: Logger | undefined;
  readonly #guard: JobGuard | undefined;

  constructor(options: ExtractorOptions) {
    const memoryMb = options.limits?.memoryMb ?? DEFAULT_MEMORY_MB;
    this.#pool = new WorkerPool({
      workerUrl: options.workerUrl,
      growthMb: growthFor(memoryMb),
      heapMb: HEAP_ROOM * growthFor(memoryMb),
      jobsPerWorker: options.jobsPerWorker ?? 500,
      heldMb: options.heldMb ?? 160,
      idleMs: options.idleMs ?? 20_000,
      lookMs: options.lookMs ?? 200,
      stuckAfterLooks: options.stuckAfterLooks ?? 900,
      lanes: { documents: options.concurrency ?? 2, pictures: 1, openings: 1, comparing: 1 },
    });
    this.#cpuMs = options.limits?.cpuMs ?? DEFAULT_CPU_MS;
    this.#logger = options.logger;
    this.#guard = options.guard;
  }

  async extract(path: string, name: string, options: ExtractOptions = {}): Promise<ExtractionOutcome> {
    const got = new Gathered(Math.min(PICTURE_CPU_MS, this.#cpuMs));
    const end = await this.#run(
      { job: 'extract', path, name, softCpuMs: this.#cpuMs * SOFT_SHARE },
      {
        lane: options.again === true ? 'again' : 'documents',
        cpuMs: this.#cpuMs,
        onProgress: (progress) => got.take(progress),
        ...(options.signal ? { signal: options.signal } : {}),
      },
    );
    if (end.end !== 'answered') {
      this.#logEnd('extract-ended-early', end);
      return { outcome: 'extracted', extraction: got.extraction(end.end) };
    }
    if (end.answer.job === 'extract') return end.answer.outcome;
    if (end.answer.job === 'picture-of-read') {
      const { thumbnail } = end.answer;
      const extraction = got.extraction('crashed');
      return { outcome: 'extracted', extraction: thumbnail ? { ...extraction, thumbnail } : extraction };
    }
    throw new Error('The extraction worker answered another question');
  }

  async preview(path: string, kind: DocumentKind, name: string): Promise<Preview> {
    const end = await this.#run(
      { job: 'preview', path, kind, name },
      { lane: 'pictures', cpuMs: this.#cpuMs },
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
    recognized?: PlacedText,
  ): Promise<Thumbnail | undefined> {
    return this.#draw({
      job: 'page-picture',
      path,
      kind,
      page,
      width,
      words,
      ...(recognized && { recognized }),
    });
  }

  async textPicture(
    page: PageOfText,
    width: number,
    words: readonly string[] = [],
  ): Promise<Thumbnail | undefined> {
    return this.#draw({ job: 'text-picture', page, width, words });
  }

  async recognize(
    path: string,
    kind: DocumentKind,
    page: number,
    signal?: Cancellation,
  ): ReturnType<Extractor['recognize']> {
    const end = await this.#run(
      { job: 'recognize', path, kind, page },
      { lane: 'recognition', cpuMs: RECOGNITION_CPU_MS, ...(signal && { signal }) },
    );
    if (end.end !== 'answered') {
      this.#logEnd('recognition-ended-early', end);
      return { found: 'failed', reason: end.end };
    }
    if (end.answer.job === 'recognize') return end.answer.page;
    throw new Error('The extraction worker answered another question');
  }

  async keptText(path: string): Promise<readonly PageText[] | undefined> {
    const small = await onDisk('read text', () => readKeptText(path, SMALL_TEXT));
    if (small.kept === 'none') return undefined;
    if (small.kept === 'pages') return small.pages;
    const end = await this.#run({ job: 'kept-text', path }, { lane: 'pictures', cpuMs: TEXT_CPU_MS });
    if (end.end !== 'answered') {
      this.#logEnd('kept-text-ended-early', end);
      return undefined;
    }
    if (end.answer.job !== 'kept-text') throw new Error('The extraction worker answered another question');
    return end.answer.text.kept === 'pages' ? end.answer.text.pages : undefined;
  }

  async compareTexts(
    texts: Parameters<TextComparer['compareTexts']>[0],
    { signal, onProgress }: Parameters<TextComparer['compareTexts']>[1] = {},
  ): ReturnType<TextComparer['compareTexts']> {
    const small = await onDisk('read text', () => this.#small.compare(texts, (far) => onProgress?.(far)));
    if (signal?.aborted) throw new DOMException('Comparing was cancelled', 'AbortError');
    if (small.compared !== 'larger') return small;
    const end = await this.#run(
      { job: 'compare', texts },
      {
        lane: 'comparing',
        cpuMs: COMPARING_CPU_MS,
        ...(signal && { signal }),
        onProgress: (progress) => {
          if (progress.reached === 'compared') onProgress?.({ done: progress.done, total: progress.total });
          return undefined;
        },
      },
    );
    if (end.end !== 'answered') return this.#notCompared(end);
    if (end.answer.job === 'compare') return orFailed(end.answer.texts);
    throw new Error('The extraction worker answered another question');
  }

  async compareTextPages(
    texts: Parameters<TextComparer['compareTextPages']>[0],
    pages: Parameters<TextComparer['compareTextPages']>[1],
  ): ReturnType<TextComparer['compareTextPages']> {
    const small = await onDisk('read text', () => this.#small.pages(texts, pages));
    if (small.compared !== 'larger') return small;
    const end = await this.#run(
      { job: 'compare-pages', texts, pages },
      { lane: 'comparing', cpuMs: COMPARING_CPU_MS },
    );
    if (end.end !== 'answered') return this.#notCompared(end);
    if (end.answer.job === 'compare-pages') return orFailed(end.answer.pages);
    throw new Error('The extraction worker answered another question');
  }

  #notCompared(end: Ended) {
    this.#logEnd('comparing-ended-early', end);
    return { compared: 'failed' as const, reason: end.end };
  }

  async pictureMark(path: string): Promise<bigint | undefined> {
    const end = await this.#run({ job: 'picture-mark', path }, { lane: 'pictures', cpuMs: OPENING_CPU_MS });
    if (end.end !== 'answered') {
      this.#logEnd('picture-mark-ended-early', end);
      return undefined;
    }
    if (end.answer.job === 'picture-mark') return end.answer.mark;
    throw new Error('The extraction worker answered another question');
  }

  async #draw(job: Job): Promise<Thumbnail | undefined> {
    const end = await this.#run(job, { lane: 'pictures', cpuMs: this.#cpuMs });
    if (end.end !== 'answered') {
      this.#logEnd('page-picture-ended-early', end);
      return undefined;
    }
    if (end.answer.job === 'page-picture') return end.answer.picture;
    throw new Error('The extraction worker answered another question');
  }

  async cutPages(path: string, pages: string): Promise<Uint8Array | undefined> {
    const end = await this.#run(
      { job: 'cut-pages', path, pages },
      { lane: 'openings', cpuMs: CUTTING_CPU_MS },
    );
    if (end.end !== 'answered') {
      this.#logEnd('cut-pages-ended-early', end);
      return undefined;
    }
    if (end.answer.job === 'cut-pages') return end.answer.bytes;
    throw new Error('The extraction worker answered another question');
  }

  async assemble(
    plan: AssemblePlan,
    { signal, onProgress }: Parameters<Assembler['assemble']>[1] = {},
  ): Promise<Assembled> {
    const end = await this.#run(
      { job: 'assemble', plan },
      {
        lane: 'openings',
        cpuMs: ASSEMBLING_CPU_MS,
        ...(signal && { signal }),
        onProgress: (progress) => {
          if (progress.reached === 'assembled') onProgress?.({ done: progress.done, total: progress.total });
          return undefined;
        },
      },
    );
    if (end.end !== 'answered') {
      this.#logEnd('assembling-ended-early', end);
      return { assembled: 'failed', reason: 'too-much' };
    }
    if (end.answer.job === 'assemble') return end.answer.assembled;
    throw new Error('The extraction worker answered another question');
  }

  async table(path: string, name: string): Promise<TableRead> {
    const end = await this.#run({ job: 'table', path, name }, { lane: 'openings', cpuMs: TABLE_CPU_MS });
    if (end.end !== 'answered') {
      this.#logEnd('table-ended-early', end);
      return { read: 'refused', reason: end.end };
    }
    if (end.answer.job === 'table') return end.answer.table;
    throw new Error('The extraction worker answered another question');
  }

  async invitation(source: InvitationSource, clock: InvitationClock): Promise<InvitationRead> {
    const end = await this.#run(
      { job: 'invitation', source, clock },
      { lane: 'openings', cpuMs: INVITATION_CPU_MS },
    );
    if (end.end !== 'answered') {
      this.#logEnd('invitation-ended-early', end);
      return { read: 'refused', reason: 'timed-out' };
    }
    if (end.answer.job === 'invitation') return end.answer.invitation;
    throw new Error('The extraction worker answered another question');
  }

  async opening(path: string, name: string): Promise<Opening> {
    const end = await this.#run({ job: 'opening', path, name }, { lane: 'openings', cpuMs: OPENING_CPU_MS });
    if (end.end !== 'answered') {
      this.#logEnd('opening-ended-early', end);
      return { opens: false, reason: 'unchecked' };
    }
    if (end.answer.job === 'opening') return end.answer.opening;
    throw new Error('The extraction worker answered another question');
  }

  async close(): Promise<void> {
    await this.#pool.close();
    await this.#guard?.close();
  }

  async #run(job: Job, options: RunOptions): Promise<JobEnd> {
    const run = () => this.#pool.run(job, options);
    // What is recognized has notes of its own, which know pages.
    if (this.#guard === undefined || !('path' in job) || job.job === 'recognize') return run();
    const page = 'page' in job ? ` ${job.page}` : '';
    const end = await this.#guard.around(`${job.job} ${basename(job.path)}${page}`, run);
    return end ?? { end: 'crashed', errorName: 'EndedProcess' };
  }

  #logEnd(event: string, end: Ended): void {
    this.#logger?.warn(event, { end: end.end, ...(end.errorName ? { error: end.errorName } : {}) });
  }
}
