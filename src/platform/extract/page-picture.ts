import type { DocumentKind, Thumbnail } from '../../engine/ports/extractor.ts';
import { DamagedZip } from './package/zip.ts';
import { drawPdfPage } from './pdf/draw-pdf.ts';
import { MAX_PDF_BYTES, withPdf } from './pdf/pdf-document.ts';
import { drawImage, MAX_IMAGE_BYTES } from './picture/draw-image.ts';
import { Damaged, Unreadable } from './reading.ts';
import { withFile } from './sniff/bytes.ts';

const MAX_WIDTH = 2_000;

/** Draws a page of a PDF or an image `width` pixels wide, words marked where it has text; undefined where there is none or it can't be drawn. */
export async function drawPagePicture(
  path: string,
  kind: DocumentKind,
  page: number,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail | undefined> {
  const pixels = Math.max(16, Math.min(MAX_WIDTH, Math.round(width)));
  return withFile(path, async (file) => {
    if (kind === 'image' && page === 1 && file.size <= MAX_IMAGE_BYTES) {
      return orNothing(() => drawImage(file.read(0, file.size), pixels));
    }
    if (kind !== 'pdf' || file.size > MAX_PDF_BYTES) return undefined;
    return orNothing(() =>
      withPdf(file.read(0, file.size), async (document) =>
        page >= 1 && page <= document.numPages ? drawPdfPage(document, page, pixels, words) : undefined,
      ),
    );
  });
}

/** What can't be drawn has no picture; everything else is a defect. */
async function orNothing(draw: () => Promise<Thumbnail | undefined>): Promise<Thumbnail | undefined> {
  try {
    return await draw();
  } catch (error) {
    if (error instanceof Damaged || error instanceof Unreadable || error instanceof DamagedZip)
      return undefined;
    throw error;
  }
}
