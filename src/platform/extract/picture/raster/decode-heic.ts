import { hasAscii } from '../../encoding/bytes.ts';
import { MOST_DECODED, type Pixels, Undecodable } from './pixels.ts';

/** Bytes a pixel while libheif decodes: the picture in its own colours, its grid's parts, and what comes out. */
const BYTES_A_PIXEL = 9;

/** Whether bytes are of a container that HEIC is one of; others of it (AVIF) have no picture that can be decoded. */
export function isHeifContainer(bytes: Uint8Array): boolean {
  return hasAscii(bytes, 'ftyp', 4);
}

/**
 * Decodes the main picture of a HEIC, turned as it says; undefined where it has none or is too large. Throws `Undecodable` where it can't be
 * decoded.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<Pixels | undefined> {
  // Two megabytes of WebAssembly, which few documents need.
  const { default: libheif } = await import('libheif-js/wasm-bundle.js');
  const images = decoded(() => new libheif.HeifDecoder().decode(bytes));
  const main = images.find((image) => image.is_primary()) ?? images[0];
  try {
    if (main === undefined) return undefined;
    const [width, height] = [main.get_width(), main.get_height()];
    if (width === 0 || height === 0 || width * height * BYTES_A_PIXEL > MOST_DECODED) return undefined;
    const data = new Uint8ClampedArray(width * height * 4);
    const shown = await new Promise<object | null>((resolve) =>
      decoded(() => main.display({ width, height, data }, resolve)),
    );
    if (shown === null) throw new Undecodable('a HEIC that can not be decoded');
    return { width, height, data };
  } finally {
    for (const image of images) image.free();
  }
}

/** What WebAssembly throws at a damaged picture is of the picture. */
function decoded<Value>(decode: () => Value): Value {
  try {
    return decode();
  } catch (error) {
    throw new Undecodable('a HEIC that can not be decoded', { cause: error });
  }
}
