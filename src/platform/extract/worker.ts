import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { assertNever } from '../../shared/assert-never.ts';
import { nameOfError } from '../../shared/defect.ts';
import { LARGEST_TEXT } from '../../shared/limits.ts';
import { assemblePdf } from './assemble/assemble-pdf.ts';
import { KeptPair } from './compare/kept-pair.ts';
import { extractDocument, readInside } from './extract-document.ts';
import { giveWay } from './give-way.ts';
import { readInvitation } from './invitation/read-invitation.ts';
import { openingOf } from './opening.ts';
import { ownCpu, ownThread } from './own-cpu.ts';
import { drawPagePicture, drawTextPicture } from './page-picture.ts';
import { cutPages } from './pdf/by-pdfium/import-pages.ts';
import { pictureMark } from './picture/picture-mark.ts';
import { previewDocument } from './preview/preview-document.ts';
import type { Answer, Progress, WorkerMessage, WorkerRequest } from './protocol.ts';
import { recognizePage } from './recognition/recognize-page.ts';
import { readTable } from './table/read-table.ts';
import { readKeptText } from './text/kept-text.ts';

if (!parentPort) throw new Error('The extraction worker runs in a worker thread only');
const port = parentPort;

/** Milliseconds of processor time after which no more of what came with a mail is read to be shown. */
const PREVIEW_CPU_MS = 10_000;

const compared = new KeptPair(LARGEST_TEXT);

const post = (message: WorkerMessage) => port.postMessage(message);

// Libraries leave promises behind when a document is torn down under them; the job has its own result.
process.on('unhandledRejection', () => undefined);

port.on('message', (request: WorkerRequest) => {
  const report = (progress: Progress) => post({ type: 'progress', id: request.id, progress });
  perform(request, report).then(
    (answer) => post({ type: 'answer', id: request.id, answer, heldBytes: heldBytes() }),
    (error: unknown) => {
      const errorName = nameOfError(error);
      post({ type: 'failed', id: request.id, errorName, heldBytes: heldBytes() });
    },
  );
});

post({ type: 'ready', thread: ownThread() });

/** The memory of WebAssembly counts as external. */
function heldBytes(): number {
  const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

async function perform({ job }: WorkerRequest, report: (progress: Progress) => void): Promise<Answer> {
  switch (job.job) {
    case 'extract':
      return extractDocument(job.path, job.name, job.softCpuMs, report);
    case 'preview': {
      const limit = ownCpu() + PREVIEW_CPU_MS;
      const inside = readInside(() => ownCpu() > limit);
      return { job: 'preview', preview: await previewDocument(job.path, job.kind, job.name, inside) };
    }
    case 'page-picture':
      return {
        job: 'page-picture',
        picture: await drawPagePicture(job.path, job.kind, job.page, job.width, {
          words: job.words,
          recognized: job.recognized,
        }),
      };
    case 'recognize':
      giveWay();
      return { job: 'recognize', page: await recognizePage(job.path, job.kind, job.page) };
    case 'kept-text':
      return { job: 'kept-text', text: await readKeptText(job.path, LARGEST_TEXT) };
    case 'text-picture':
      return { job: 'page-picture', picture: await drawTextPicture(job.page, job.width, job.words) };
    case 'compare':
      return {
        job: 'compare',
        texts: await compared.compare(job.texts, (progress) => report({ reached: 'compared', ...progress })),
      };
    case 'compare-pages':
      return { job: 'compare-pages', pages: await compared.pages(job.texts, job.pages) };
    case 'cut-pages':
      return { job: 'cut-pages', bytes: await cutPages(job.path, job.pages) };
    case 'assemble':
      return {
        job: 'assemble',
        assembled: await assemblePdf(job.plan, (progress) => report({ reached: 'assembled', ...progress })),
      };
    case 'table':
      return { job: 'table', table: await readTable(job.path, job.name) };
    case 'invitation':
      return { job: 'invitation', invitation: await readInvitation(job.source, job.clock) };
    case 'picture-mark':
      return { job: 'picture-mark', mark: await pictureMark(job.path) };
    case 'opening':
      return { job: 'opening', opening: await openingOf(job.path, job.name) };
    default:
      return assertNever(job);
  }
}
