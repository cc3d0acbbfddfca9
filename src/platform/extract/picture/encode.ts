import type { Canvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';

/** WebP's quality; text stays legible and a card is some 10 KB. */
const QUALITY = 82;

/** Wider ones fill a screen and are kept nowhere: JPEG takes a fifth of WebP's time, in a quality that shows no blocks around letters. */
const LARGE = 800;
const LARGE_QUALITY = 92;

/** A canvas as a picture: small ones packed well, large ones fast. */
export async function encodeThumbnail(canvas: Canvas): Promise<Thumbnail> {
  const isLarge = canvas.width > LARGE;
  const bytes = await (isLarge ? canvas.encode('jpeg', LARGE_QUALITY) : canvas.encode('webp', QUALITY));
  return {
    bytes: new Uint8Array(bytes),
    mediaType: isLarge ? 'image/jpeg' : 'image/webp',
    width: canvas.width,
    height: canvas.height,
  };
}
