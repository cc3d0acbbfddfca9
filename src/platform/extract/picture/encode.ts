import type { Canvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';

/** WebP's quality; text stays legible and a card is some 10 KB. */
const QUALITY = 82;
/** JPEG's for a page in small: about as like the page as WebP's is, in a fifth of its time and twice its bytes (decision 67). */
const PAGE_QUALITY = 88;

/** Wider ones fill a screen and are kept nowhere: JPEG takes a fifth of WebP's time, in a quality that shows no blocks around letters. */
const LARGE = 800;
const LARGE_QUALITY = 92;

/** A canvas as a picture: small ones packed well, large ones fast. The canvas is given up. */
export async function encodeThumbnail(canvas: Canvas): Promise<Thumbnail> {
  if (canvas.width <= LARGE) return encoded(canvas, 'webp', QUALITY);
  layOnWhite(canvas);
  return encodePage(canvas);
}

/**
 * A canvas on which nothing is transparent (it would be black), as a picture that is made fast: WebP would take a quarter of the time in
 * which a PDF is read. The canvas is given up.
 */
export async function encodePage(canvas: Canvas): Promise<Thumbnail> {
  return encoded(canvas, 'jpeg', canvas.width > LARGE ? LARGE_QUALITY : PAGE_QUALITY);
}

/** JPEG knows nothing transparent: a logo would stand on black. */
function layOnWhite(canvas: Canvas): void {
  const context = canvas.getContext('2d');
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
}

async function encoded(canvas: Canvas, format: 'webp' | 'jpeg', quality: number): Promise<Thumbnail> {
  const { width, height } = canvas;
  const bytes = await (format === 'webp' ? canvas.encode('webp', quality) : canvas.encode('jpeg', quality));
  // Its pixels are outside of the heap: they would stay until somebody collects it.
  canvas.width = 1;
  return { bytes: new Uint8Array(bytes), mediaType: `image/${format}`, width, height };
}
