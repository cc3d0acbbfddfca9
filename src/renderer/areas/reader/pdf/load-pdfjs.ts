import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** pdf.js and its viewer component, brought in when the first PDF is opened. */
export type Pdfjs = {
  readonly api: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
  readonly viewer: typeof import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
};

let loading: Promise<Pdfjs> | undefined;

async function load(): Promise<Pdfjs> {
  // In this order: the viewer takes the library from where the library puts itself when it is evaluated.
  const api = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  return { api, viewer };
}

/** pdf.js, loaded once. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

/** A worker of its own for a document, so that leaving the document ends all work on it. */
export function startPdfWorker(): Worker {
  return new Worker(workerUrl, { type: 'module', name: 'pdf' });
}

/** Where the application keeps what pdf.js needs beside its code. */
export const pdfAssets = {
  cMapUrl: new URL('pdfjs/cmaps/', document.baseURI).href,
  cMapPacked: true,
  standardFontDataUrl: new URL('pdfjs/standard_fonts/', document.baseURI).href,
  wasmUrl: new URL('pdfjs/wasm/', document.baseURI).href,
  iccUrl: new URL('pdfjs/iccs/', document.baseURI).href,
} as const;

/** Where the pictures of annotations are. */
export const pdfImages = new URL('pdfjs/images/', document.baseURI).href;
