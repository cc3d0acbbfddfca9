import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { RecognizedPage } from '../../../engine/ports/extractor.ts';
import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { type RandomAccessFile, withFile } from '../encoding/bytes.ts';
import { type PdfDocument, withPdf } from '../pdf/pdf-document.ts';
import { imageCanvas, MAX_IMAGE_BYTES } from '../picture/draw-image.ts';
import { slidePicture } from '../picture/slide/slide-picture.ts';
import { recognise } from '../sniff/recognise.ts';
import { refusalOfPath } from '../sniff/refusal-of-path.ts';
import { type Grey, startTesseract } from './tesseract.ts';
import { trustedWords } from './trusted-words.ts';

/** Pixels to an inch at which scanners scan text and Tesseract knows it best. */
const DPI = 300;
const POINTS_TO_AN_INCH = 72;
/** Pixels of a picture that is looked at, twice an A4 page at {@link DPI}: a larger page is looked at in less detail. */
const MOST_PIXELS = 18_000_000;
/** Pixels of a side below which no letter can be told, and above which there is no page. */
const [LEAST_SIDE, MOST_SIDE] = [24, 16_000];
/** A picture narrower than this has small letters, as screens have: it is looked at through a glass. Pixels. */
const NARROW = 1800;
const MOST_ENLARGED = 3;
/** Of 255: what stands out less from the ground is no writing, and what is nearer to the ground than this is its grain. */
const [LEAST_CONTRAST, GRAIN] = [60, 40];
/** Pixels a deck's slide is drawn wide. */
const SLIDE_WIDTH = 2000;

/** A page to be looked at, and how many of its pixels make an inch. */
type Drawn = { readonly canvas: Canvas; readonly dpi: number };

/** Recognizes the words on a picture of a page (from 1); none where it can't be drawn. Throws what drawing throws. */
export async function recognizePage(path: string, kind: DocumentKind, page: number): Promise<RecognizedPage> {
  if (refusalOfPath(path) !== undefined) return { found: 'nothing' };
  const drawn = await withFile(path, (file) => drawPage(file, kind, page));
  if (drawn === undefined) return { found: 'nothing' };
  const grey = greyOf(drawn.canvas);
  if (grey === undefined) return { found: 'nothing' };
  const words = trustedWords((await startTesseract()).read(grey, drawn.dpi), grey);
  return words === undefined ? { found: 'nothing' } : { found: 'words', ...words };
}

async function drawPage(
  file: RandomAccessFile,
  kind: DocumentKind,
  page: number,
): Promise<Drawn | undefined> {
  if (kind === 'pdf') return withPdf(file, (document) => drawPdf(document, page));
  if (kind === 'image') return file.size > MAX_IMAGE_BYTES ? undefined : drawPicture(file, page);
  return kind === 'pptx' ? drawSlide(file, page) : undefined;
}

async function drawPdf(document: PdfDocument, page: number): Promise<Drawn | undefined> {
  if (page > document.first.pageCount) return undefined;
  const { width, height } = await document.first.size(page);
  if (!(width > 0 && height > 0)) return undefined;
  const scale = bounded(DPI / POINTS_TO_AN_INCH, { width, height });
  const canvas = await document.canvas(page, Math.max(1, Math.round(width * scale)));
  return { canvas, dpi: (canvas.width / width) * POINTS_TO_AN_INCH };
}

async function drawPicture(file: RandomAccessFile, page: number): Promise<Drawn | undefined> {
  const canvas = await imageCanvas(file.read(0, file.size), page, (natural) =>
    bounded(Math.min(MOST_ENLARGED, Math.max(1, NARROW / natural.width)), natural),
  );
  return canvas && { canvas, dpi: DPI };
}

async function drawSlide(file: RandomAccessFile, page: number): Promise<Drawn | undefined> {
  const found = recognise(file, '');
  if (!found.recognised || found.kind !== 'pptx' || found.content.format !== 'office') return undefined;
  const picture = await slidePicture(found.content.office, found.content.mainPart, page, SLIDE_WIDTH);
  if (picture === undefined) return undefined;
  const image = await loadImage(picture.bytes);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { canvas, dpi: DPI };
}

/** A scale by which a page has no more pixels than are looked at. */
function bounded(
  scale: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  return Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)), MOST_SIDE / Math.max(width, height));
}

/** A canvas in grey, on white where nothing is; undefined where no letter has room, or nothing stands out. */
function greyOf(canvas: Canvas): Grey | undefined {
  const { width, height } = canvas;
  if (Math.min(width, height) < LEAST_SIDE) return undefined;
  const { data: pixels } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 1) {
    const from = at * 4;
    // Rec. 601's share of each colour in what looks bright.
    const bright =
      (pixels[from] ?? 0) * 0.299 + (pixels[from + 1] ?? 0) * 0.587 + (pixels[from + 2] ?? 0) * 0.114;
    const grey = Math.round(255 + ((bright - 255) * (pixels[from + 3] ?? 0)) / 255);
    data[at] = grey;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const [darkest, ground, lightest] = [0.001, 0.5, 0.999].map((share) =>
    valueAt(counts, share * data.length),
  );
  if (darkest === undefined || ground === undefined || lightest === undefined) return undefined;
  if (Math.max(ground - darkest, lightest - ground) < LEAST_CONTRAST) return undefined;
  if (ground - darkest >= LEAST_CONTRAST) whiten(data, ground - GRAIN);
  return { width, height, data };
}

/** The value below which so many of all values are. */
function valueAt(counts: Uint32Array, below: number): number {
  let [value, sum] = [0, 0];
  while (value < 255 && sum + (counts[value] ?? 0) <= below) {
    sum += counts[value] ?? 0;
    value += 1;
  }
  return value;
}

/** Paper that is about white becomes white: a scanner's grain is looked at letter by letter otherwise, for minutes. */
function whiten(data: Uint8Array, paper: number): void {
  for (let at = 0; at < data.length; at += 1) {
    const grey = data[at] ?? 0;
    data[at] = grey >= paper ? 255 : (grey * 255) / paper;
  }
}
