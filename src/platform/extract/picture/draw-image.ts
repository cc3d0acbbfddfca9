import { type Canvas, createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import { encodeThumbnail } from './encode.ts';
import { imageSize } from './image-size.ts';
import { decodeHeic, isHeifContainer } from './raster/decode-heic.ts';
import { decodeTiff } from './raster/decode-tiff.ts';
import type { Pixels } from './raster/pixels.ts';
import { isTiff } from './raster/tiff-directory.ts';

/** Pixels beyond which an image is not decoded: four bytes each must be held at once. */
const MAX_PIXELS = 120_000_000;
const MAX_TALLNESS = 2.5;
/** Bytes of an image file that is drawn. */
export const MAX_IMAGE_BYTES = 150 * 1024 * 1024;

type Size = { readonly width: number; readonly height: number };
/** How much larger or smaller a picture of a size is to be drawn. */
type ScaleOf = (natural: Size) => number;

/** Draws a page of an image file (only TIFFs have several) scaled down to `width`; undefined when it is of a kind or size that can't be drawn. */
export async function drawImage(bytes: Uint8Array, width: number, page = 1): Promise<Thumbnail | undefined> {
  const canvas = await imageCanvas(bytes, page, thumbnailScale(width));
  return canvas && encodeThumbnail(canvas);
}

/** How a picture is fitted into `width` pixels, never enlarged. */
export function thumbnailScale(width: number): ScaleOf {
  return (natural) => Math.min(1, width / natural.width, (width * MAX_TALLNESS) / natural.height);
}

/** A page of an image file on a canvas of its own; undefined when it can't be drawn. Throws `Undecodable`. */
export async function imageCanvas(
  bytes: Uint8Array,
  page: number,
  scaleOf: ScaleOf,
): Promise<Canvas | undefined> {
  if (isTiff(bytes)) return scaled(canvasOf(decodeTiff(bytes, page)), scaleOf);
  if (page !== 1) return undefined;
  if (isHeifContainer(bytes)) return scaled(canvasOf(await decodeHeic(bytes)), scaleOf);
  const size = imageSize(bytes);
  if (!size || size.width === 0 || size.height === 0 || size.width * size.height > MAX_PIXELS)
    return undefined;
  return scaled(await loadImage(bytes), scaleOf);
}

function canvasOf(pixels: Pixels | undefined): Canvas | undefined {
  if (pixels === undefined) return undefined;
  const canvas = createCanvas(pixels.width, pixels.height);
  canvas.getContext('2d').putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
  return canvas;
}

function scaled(
  image: Canvas | Awaited<ReturnType<typeof loadImage>> | undefined,
  scaleOf: ScaleOf,
): Canvas | undefined {
  if (image === undefined) return undefined;
  const scale = scaleOf(image);
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
