import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import type { Pdfium } from '../../pdfium/pdfium.ts';
import { paintMark } from '../common/paint-mark.ts';
import { type PageSize, pictureSize } from '../common/pdf-reader.ts';
import { markedBoxes } from './marked-boxes.ts';

/** Flags of FPDF_RenderPageBitmap (fpdfview.h): with annotations, red first. */
const ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;
/** A bitmap with a byte each of blue, green, red and transparency. */
const WITH_ALPHA = 1;
const WHITE = 0xffffffff;

/** The size of a page, in points. */
export function sizeOfPage(pdfium: Pdfium, page: number): PageSize {
  const { call } = pdfium;
  return pdfium.run(() => ({
    width: call.FPDF_GetPageWidthF(page),
    height: call.FPDF_GetPageHeightF(page),
  }));
}

/** Draws a page, white where nothing is, with words marked. `form`: PDFium's form environment of the document, 0 for none. */
export function drawPage(
  pdfium: Pdfium,
  page: number,
  form: number,
  width: number,
  words: readonly string[],
): Canvas {
  const natural = sizeOfPage(pdfium, page);
  if (!(natural.width > 0 && natural.height > 0)) throw new Error('The page has no size');
  const size = pictureSize(width, natural);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  const pixels = pixelsOf(pdfium, page, form, size);
  if (pixels === undefined) throw new Error('The page is too large to be drawn');
  context.putImageData(new ImageData(pixels, size.width, size.height), 0, 0);
  for (const box of markedBoxes(pdfium, page, size, words)) paintMark(context, box);
  return canvas;
}

function pixelsOf(
  pdfium: Pdfium,
  page: number,
  form: number,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8ClampedArray | undefined {
  const { call } = pdfium;
  const flags = ANNOTATIONS | RED_FIRST;
  return pdfium.run(() => {
    const bitmap = call.FPDFBitmap_Create(width, height, WITH_ALPHA);
    if (bitmap === 0) return undefined;
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    if (form !== 0) call.FORM_OnAfterLoadPage(page, form);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    if (form !== 0) {
      call.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, flags);
      call.FORM_OnBeforeClosePage(page, form);
    }
    const stride = call.FPDFBitmap_GetStride(bitmap);
    const start = call.FPDFBitmap_GetBuffer(bitmap);
    const pixels = new Uint8ClampedArray(width * height * 4);
    for (let row = 0; row < height; row += 1)
      pixels.set(new Uint8ClampedArray(pdfium.memory, start + row * stride, width * 4), row * width * 4);
    call.FPDFBitmap_Destroy(bitmap);
    return pixels;
  });
}
