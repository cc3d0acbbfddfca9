import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { placedWords } from '../../../../shared/recognized-words.ts';
import type { RecognizedPage, RecognizedPages } from '../document/use-recognized-pages.ts';

/** Of a word's height, how much of it stands above its line. */
const ASCENT = 0.8;
const FONT = 'recognized';

/**
 * Has a document's pages say the words that were recognized on their pictures as if they stood in it: pdf.js then lays them over the picture,
 * where they are found, marked, selected and copied as any text.
 */
export function sayRecognized(pdf: PDFDocumentProxy, pages: RecognizedPages): void {
  if (pages.size === 0) return;
  const getPage = pdf.getPage.bind(pdf);
  const said = new WeakSet<PDFPageProxy>();
  Object.defineProperty(pdf, 'getPage', {
    value: async (number: number): Promise<PDFPageProxy> => {
      const page = await getPage(number);
      const words = pages.get(number);
      if (words === undefined || said.has(page)) return page;
      said.add(page);
      Object.defineProperty(page, 'streamTextContent', { value: () => streamOf(contentOf(page, words)) });
      return page;
    },
  });
}

type Content = ReturnType<typeof contentOf>;

function streamOf(content: Content): ReadableStream<Content> {
  return new ReadableStream({
    start: (to) => {
      to.enqueue(content);
      to.close();
    },
  });
}

/** The words as pdf.js says a page's text (`TextContent` of its api.js): places in points, turned as the page is. */
function contentOf(page: PDFPageProxy, { text, boxes }: RecognizedPage) {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const pointAt = (x: number, y: number): readonly [number, number] => {
    const [left = 0, bottom = 0] = viewport.convertToPdfPoint(x * width, y * height);
    return [Number(left), Number(bottom)];
  };
  const items = placedWords(text, boxes).map(({ word, after, box }) => {
    const size = box.h * height;
    const foot = box.y + box.h * ASCENT;
    const [x, y] = pointAt(box.x, foot);
    const [rightX, rightY] = pointAt(box.x + 1 / width, foot);
    const [upX, upY] = pointAt(box.x, foot - 1 / height);
    return {
      str: after.includes('\n') ? word : word + after,
      dir: 'ltr',
      width: box.w * width,
      height: size,
      transform: [size * (rightX - x), size * (rightY - y), size * (upX - x), size * (upY - y), x, y],
      fontName: FONT,
      hasEOL: after.includes('\n'),
    };
  });
  const style = { fontFamily: 'sans-serif', ascent: ASCENT, descent: ASCENT - 1, vertical: false };
  return { items, styles: { [FONT]: style }, lang: null };
}
