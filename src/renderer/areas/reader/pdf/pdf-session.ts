import { t } from '@lingui/core/macro';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { clampPage, type DocumentModel, noMatches, type ZoomTo } from '../document/document-model.ts';
import { type FindRequest, makeMatcher, needlesOf } from '../document/find-text.ts';
import type { RecognizedPages } from '../document/use-recognized-pages.ts';
import { blobRanges, rangeChunkSize } from './blob-ranges.ts';
import { loadPdfjs, type Pdfjs, pdfAssets, pdfImages, startPdfWorker } from './load-pdfjs.ts';
import { trackRequests } from './open-requests.ts';
import { type FindProgress, makePageFinder, type PageFinder } from './page-finder.ts';
import { makePagePictures, type PagePictures } from './page-pictures.ts';
import { sayRecognized } from './recognized-text.ts';

/** A PDF on its way to the screen, and on it. */
export interface PdfSession {
  readonly pictures: PagePictures;
  goToPage(page: number): void;
  zoom(to: ZoomTo): void;
  /** Marks what is looked for; `stay` keeps the view where it is although the first match may be elsewhere. */
  find(request: FindRequest | null, stay: boolean): void;
  step(direction: 1 | -1): void;
  present(on: boolean): void;
}

/** What the session needs and whom it tells. */
type PdfOptions = {
  readonly url: string;
  readonly size: number;
  readonly container: HTMLDivElement;
  readonly pages: HTMLDivElement;
  readonly model: DocumentModel;
  readonly recognized: RecognizedPages;
  /** The document wants a password; `wrong` when the one before did not fit. */
  readonly onPassword: (answer: (password: string) => void, wrong: boolean) => void;
  readonly onOpen: (session: PdfSession) => void;
  readonly signal: AbortSignal;
};

const fits: Readonly<Record<string, 'width' | 'page'>> = {
  'page-width': 'width',
  auto: 'width',
  'page-fit': 'page',
};
const widest = 5;
const narrowest = 0.2;

/** Opens a PDF in a container; everything ends when the signal fires. Rejects with pdf.js's reason when it can't be opened. */
export async function openPdf(options: PdfOptions): Promise<void> {
  const pdfjs = await loadPdfjs();
  options.signal.throwIfAborted();
  const port = startPdfWorker();
  const worker: PDFWorker = pdfjs.api.PDFWorker.create({ port });
  const broken = failure();
  port.addEventListener('error', () => broken.reject(new Error('The PDF reader could not be started.')));
  const ranges = blobRanges(pdfjs.api, options.url, options.size, broken.reject);
  const task = pdfjs.api.getDocument({
    ...pdfAssets,
    range: ranges.transport,
    rangeChunkSize,
    disableAutoFetch: true,
    disableStream: true,
    worker,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdfjs.api.VerbosityLevel.ERRORS,
  });
  task.onPassword = (answer: (password: string) => void, reason: number) =>
    options.onPassword(answer, reason === pdfjs.api.PasswordResponses.INCORRECT_PASSWORD);
  const leave: Leaving = { viewer: () => Promise.resolve() };
  let isOpen = false;
  const end = async (): Promise<void> => {
    if (!isOpen) {
      // Asked to end while it still opens a document, its worker throws 'Worker was terminated' where nobody can catch it.
      ranges.leave();
      port.terminate();
      return;
    }
    // Where a part of the file does not come, its answers never do.
    await Promise.race([leave.viewer(), broken.promise.catch(() => undefined)]);
    ranges.leave();
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  const late = (problem: unknown): void => console.warn('A PDF did not close in order.', problem);
  options.signal.addEventListener('abort', () => void end().catch(late), { once: true });
  broken.promise.catch(() => undefined);
  const pdf = await Promise.race([task.promise, broken.promise, whenLeft(options.signal)]);
  if (pdf === undefined || options.signal.aborted) return;
  isOpen = true;
  sayRecognized(pdf, options.recognized);
  broken.promise.catch((problem: unknown) => {
    if (!options.signal.aborted) {
      console.error('A part of the PDF could not be read.', problem);
      options.model.patch({ problem: t`Part of this file could not be read. What you see is complete.` });
    }
  });
  showPdf(pdfjs, pdf, options, leave);
}

/** What is to be done before the document goes. */
type Leaving = { viewer: () => Promise<void> };

/** Resolves, with nothing, when the signal fires. */
function whenLeft(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** A promise that only ever fails, when it is told to. */
function failure(): { readonly promise: Promise<never>; readonly reject: (problem: unknown) => void } {
  let reject: (problem: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

function showPdf(pdfjs: Pdfjs, pdf: PDFDocumentProxy, options: PdfOptions, leave: Leaving): void {
  const { viewer: components, api } = pdfjs;
  const { container, pages, model, signal } = options;
  const requests = trackRequests(pdf);
  const eventBus = new components.EventBus();
  const links = new components.PDFLinkService({ eventBus });
  const finder = makePageFinder(pdfjs, {
    pdf,
    eventBus,
    links,
    reveal: (mark) => reveal(container, mark),
    onProgress: (progress) => tellMatches(model, progress),
  });
  const viewer = new components.PDFViewer({
    container,
    viewer: pages,
    eventBus,
    linkService: links,
    findController: finder.controller,
    annotationMode: api.AnnotationMode.ENABLE,
    annotationEditorMode: api.AnnotationEditorType.DISABLE,
    imageResourcesPath: pdfImages,
    // Links that the document has are enough; guessing more of them trips over pages that are turned quickly.
    enableAutoLinking: false,
    ...{ abortSignal: signal },
  });
  links.setViewer(viewer);
  const pictures = makePagePictures(pdf);
  const session = makeSession(pdfjs, { viewer, finder, pictures });
  listen(pdf, { viewer, eventBus, model }, () => options.onOpen(session));
  followSize(container, viewer, signal);
  leave.viewer = async () => {
    const idle = finder.close();
    pictures.close();
    // pdf.js takes null for 'no document'.
    Reflect.apply(viewer.setDocument, viewer, [null]);
    links.setDocument(null);
    await idle;
    await requests.settled();
  };
  viewer.setDocument(pdf);
  links.setDocument(pdf, null);
}

function reveal(container: HTMLElement, mark: HTMLElement): void {
  const seen = container.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  const outside = place.top < seen.top + 8 || place.bottom > seen.bottom - 8;
  if (outside) container.scrollTop += place.top - seen.top - seen.height / 3;
  if (place.left < seen.left || place.right > seen.right) {
    container.scrollLeft += place.left - seen.left - seen.width / 3;
  }
}

type SessionParts = {
  readonly viewer: PDFViewer;
  readonly finder: PageFinder;
  readonly pictures: PagePictures;
};

function makeSession(pdfjs: Pdfjs, parts: SessionParts): PdfSession {
  const { viewer, finder, pictures } = parts;
  const { ScrollMode } = pdfjs.viewer;
  let before: { scale: string; mode: number } | null = null;
  const goToPage = (page: number): void => {
    viewer.scrollPageIntoView({ pageNumber: clampPage(page, viewer.pagesCount) });
  };
  return {
    pictures,
    goToPage,
    zoom: (to) => zoomViewer(viewer, to),
    find: (request, stay) => {
      const asked = request !== null && needlesOf(request).length > 0;
      finder.search(asked ? makeMatcher(request) : null, stay);
    },
    step: (direction) => finder.step(direction),
    present: (on) => {
      const page = viewer.currentPageNumber;
      if (on && before === null) {
        before = { scale: viewer.currentScaleValue || 'auto', mode: viewer.scrollMode };
        viewer.scrollMode = ScrollMode.PAGE;
        viewer.currentScaleValue = 'page-fit';
      } else if (!on && before !== null) {
        viewer.scrollMode = before.mode;
        viewer.currentScaleValue = before.scale;
        before = null;
      }
      goToPage(page);
    },
  };
}

function zoomViewer(viewer: PDFViewer, to: ZoomTo): void {
  if (to === 'width') viewer.currentScaleValue = 'page-width';
  else if (to === 'page') viewer.currentScaleValue = 'page-fit';
  else if (to === 'actual') viewer.currentScaleValue = '1';
  else {
    const factor = to === 'in' ? 1.2 : 1 / 1.2;
    const next = Math.round(viewer.currentScale * factor * 100) / 100;
    viewer.currentScaleValue = String(Math.min(widest, Math.max(narrowest, next)));
  }
}

function listen(
  pdf: PDFDocumentProxy,
  parts: { readonly viewer: PDFViewer; readonly eventBus: EventBus; readonly model: DocumentModel },
  onOpen: () => void,
): void {
  const { viewer, eventBus, model } = parts;
  eventBus.on('pagesinit', () => {
    const page = clampPage(model.state.get().page, pdf.numPages);
    viewer.currentScaleValue = 'auto';
    viewer.scrollPageIntoView({ pageNumber: page });
    model.patch({ phase: 'ready', pageCount: pdf.numPages, page, canFind: true });
    onOpen();
    void tellSizeAndLabels(pdf, viewer, model);
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => model.patch({ page: pageNumber }));
  eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
    model.patch({ zoom: { percent: Math.round(scale * 100), fit: fits[presetValue ?? ''] ?? null } });
  });
}

function tellMatches(model: DocumentModel, progress: FindProgress | null): void {
  if (progress === null) {
    model.patch({ matches: null, matchesByPage: noMatches });
    return;
  }
  const { byPage, ...matches } = progress;
  model.patch({ matches, matchesByPage: byPage });
}

async function tellSizeAndLabels(
  pdf: PDFDocumentProxy,
  viewer: PDFViewer,
  model: DocumentModel,
): Promise<void> {
  const first = await pdf.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  model.patch({ pageRatio: Math.min(3, Math.max(0.4, width / height)) });
  const labels = await pdf.getPageLabels();
  if (labels === null || labels.every((label, index) => label === String(index + 1))) return;
  viewer.setPageLabels(labels);
  model.patch({ labels });
}

/** A fitted page follows the size of its pane. */
function followSize(container: HTMLElement, viewer: PDFViewer, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const value = viewer.currentScaleValue;
      if (value && Number.isNaN(Number(value))) viewer.currentScaleValue = value;
      viewer.update();
    }, 80);
  });
  watch.observe(container);
  signal.addEventListener('abort', () => {
    watch.disconnect();
    clearTimeout(timer);
  });
}
