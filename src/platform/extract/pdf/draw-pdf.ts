import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import { encodeThumbnail } from '../picture/encode.ts';
import { markWords } from './mark-words.ts';

/** How much higher than wide a page's picture may be. */
const MAX_TALLNESS = 2.5;

/** Draws a page `width` pixels wide (less where it is very tall), white where nothing is, with words marked. */
export async function drawPdfPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, (width * MAX_TALLNESS) / natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);

  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  if (words.length > 0) await markWords(page, viewport, context, words);
  page.cleanup();
  return encodeThumbnail(canvas);
}
