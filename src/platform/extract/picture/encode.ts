import type { Canvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';

/** WebP's quality; text stays legible and a card is some 10 KB. */
const QUALITY = 82;

/** A canvas as a thumbnail. */
export async function encodeThumbnail(canvas: Canvas): Promise<Thumbnail> {
  const bytes = await canvas.encode('webp', QUALITY);
  return {
    bytes: new Uint8Array(bytes),
    mediaType: 'image/webp',
    width: canvas.width,
    height: canvas.height,
  };
}
