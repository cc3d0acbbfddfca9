import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Small pictures of a PDF's pages for the page list: one at a time, the latest wish first, the last ones kept. */
export interface PagePictures {
  /** Draws a page so that it is at most `width` × `height` pixels. Rejects when `signal` fires first. */
  draw(page: number, width: number, height: number, signal: AbortSignal): Promise<ImageBitmap>;
  close(): void;
}

type Wish = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly signal: AbortSignal;
  readonly resolve: (picture: ImageBitmap) => void;
  readonly reject: (reason: unknown) => void;
};

const keptPictures = 150;

async function drawPage(pdf: PDFDocumentProxy, wish: Wish): Promise<ImageBitmap> {
  const page = await pdf.getPage(wish.page);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(wish.width / natural.width, wish.height / natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: 0 }).promise;
  return createImageBitmap(canvas);
}

/** Makes the pictures of one document. */
export function makePagePictures(pdf: PDFDocumentProxy): PagePictures {
  const kept = new Map<string, ImageBitmap>();
  let wishes: Wish[] = [];
  let busy = false;
  let closed = false;

  const keep = (key: string, picture: ImageBitmap): void => {
    kept.set(key, picture);
    const oldest = kept.keys().next();
    if (kept.size > keptPictures && !oldest.done) kept.delete(oldest.value);
  };

  const work = async (): Promise<void> => {
    if (busy || closed) return;
    busy = true;
    for (let wish = wishes.pop(); wish !== undefined; wish = wishes.pop()) {
      if (wish.signal.aborted) continue;
      try {
        const picture = await drawPage(pdf, wish);
        keep(`${wish.page}/${wish.width}`, picture);
        wish.resolve(picture);
      } catch (problem) {
        wish.reject(problem);
      }
    }
    busy = false;
  };

  return {
    draw: (page, width, height, signal) => {
      const known = kept.get(`${page}/${width}`);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The document was closed.'));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        wishes.push({ page, width, height, signal, resolve, reject });
        void work();
      });
    },
    close: () => {
      closed = true;
      for (const wish of wishes) wish.reject(new Error('The document was closed.'));
      wishes = [];
      kept.clear();
    },
  };
}
