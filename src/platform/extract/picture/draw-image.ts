import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import { encodeThumbnail } from './encode.ts';
import { imageSize } from './image-size.ts';

/** Pixels beyond which an image is not decoded: four bytes each must be held at once. */
const MAX_PIXELS = 120_000_000;
const MAX_TALLNESS = 2.5;
/** Bytes of an image file that is drawn. */
export const MAX_IMAGE_BYTES = 150 * 1024 * 1024;

/** Draws an image file scaled down to `width`; undefined when it is of a kind or size that can't be drawn. */
export async function drawImage(bytes: Uint8Array, width: number): Promise<Thumbnail | undefined> {
  const size = imageSize(bytes);
  if (!size || size.width === 0 || size.height === 0 || size.width * size.height > MAX_PIXELS)
    return undefined;
  const image = await loadImage(bytes);
  const scale = Math.min(1, width / image.width, (width * MAX_TALLNESS) / image.height);
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return encodeThumbnail(canvas);
}
