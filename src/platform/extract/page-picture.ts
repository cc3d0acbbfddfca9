import type { PageOfText, PlacedText, Thumbnail } from '../../engine/ports/extractor.ts';
import { WIDEST_DRAWN } from '../../shared/limits.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { type RandomAccessFile, withFile } from './encoding/bytes.ts';
import { DamagedZip, ZipBomb } from './package/zip.ts';
import { withPdf } from './pdf/pdf-document.ts';
import { imageCanvas, MAX_IMAGE_BYTES, thumbnailScale } from './picture/draw-image.ts';
import { encodePage, encodeThumbnail } from './picture/encode.ts';
import { sheetPagePicture } from './picture/page/sheet-page.ts';
import { csvPartOf } from './picture/page/sheet-part.ts';
import { textPagePicture } from './picture/page/text-page.ts';
import { wordPagePicture } from './picture/page/word-page.ts';
import { sheetPicture } from './picture/page/workbook-picture.ts';
import { Undecodable } from './picture/raster/pixels.ts';
import { slidePicture } from './picture/slide/slide-picture.ts';
import { Damaged, Unreadable } from './reading/reading.ts';
import { marking } from './recognition/mark-recognized.ts';
import { officeIn } from './sniff/office-in.ts';
import { refusalOfPath } from './sniff/refusal-of-path.ts';

/** Pixels across; a slide may fill a larger screen. */
const MAX_WIDTH = 2_000;

/** What is marked on a page: words where it has text, also where that was recognized on its picture. */
type Marked = { readonly words: readonly string[]; readonly recognized?: PlacedText | undefined };

/** Draws a page of a PDF, a slide, a sheet or an image `width` pixels wide, words marked where it has text; undefined where there is none or it can't be drawn. */
export async function drawPagePicture(
  path: string,
  kind: DocumentKind,
  page: number,
  width: number,
  marked: Marked = { words: [] },
): Promise<Thumbnail | undefined> {
  if (refusalOfPath(path) !== undefined) return undefined;
  const most = kind === 'pptx' ? WIDEST_DRAWN : MAX_WIDTH;
  const pixels = Math.max(16, Math.min(most, Math.round(width)));
  return withFile(path, (file) => orNothing(() => drawPage(file, kind, page, pixels, marked)));
}

async function drawPage(
  file: RandomAccessFile,
  kind: DocumentKind,
  page: number,
  pixels: number,
  { words, recognized }: Marked,
): Promise<Thumbnail | undefined> {
  switch (kind) {
    case 'image': {
      if (file.size > MAX_IMAGE_BYTES) return undefined;
      const canvas = await imageCanvas(file.read(0, file.size), page, thumbnailScale(pixels));
      return canvas && encodeThumbnail(marking(canvas, words, recognized));
    }
    case 'pdf':
      return withPdf(file, async (document) =>
        page >= 1 && page <= document.first.pageCount
          ? encodePage(marking(await document.canvas(page, pixels, words), words, recognized))
          : undefined,
      );
    case 'pptx': {
      const found = officeIn(file, kind);
      return found && slidePicture(found.office, found.mainPart, page, pixels, words);
    }
    case 'docx': {
      const found = officeIn(file, kind);
      return found && wordPagePicture(found.office, found.mainPart, page, pixels, words);
    }
    case 'xlsx': {
      const found = officeIn(file, kind);
      return found && sheetPicture(found.office, found.mainPart, page, pixels, words);
    }
    default:
      return undefined;
  }
}

/** Draws a page's text in small: running text as a page, values parted by commas as a sheet; undefined for no text. */
export async function drawTextPicture(
  { text, look }: PageOfText,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail | undefined> {
  const pixels = Math.max(16, Math.min(MAX_WIDTH, Math.round(width)));
  if (look === 'sheet') return sheetPagePicture(csvPartOf(text, words), pixels, words);
  return textPagePicture(text, pixels, words);
}

/** What can't be drawn has no picture; everything else is a defect. */
async function orNothing(draw: () => Promise<Thumbnail | undefined>): Promise<Thumbnail | undefined> {
  try {
    return await draw();
  } catch (error) {
    const isOfDocument = [Damaged, Unreadable, Undecodable, DamagedZip, ZipBomb].some(
      (one) => error instanceof one,
    );
    if (isOfDocument) return undefined;
    throw error;
  }
}
