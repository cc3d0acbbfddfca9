import utif from 'utif2';
import { fileOfBytes, hasAscii } from '../../encoding/bytes.ts';
import { MOST_DECODED, type Pixels, Undecodable } from './pixels.ts';
import { readDirectory, type TiffDirectory, tiffDirectories } from './tiff-directory.ts';

/** Numbers of fields (TIFF 6.0, 8 and 15). */
const [WIDTH, HEIGHT, BITS, COMPRESSION] = [256, 257, 258, 259];
const [PHOTOMETRIC, PRINTED] = [262, 5];
const [SAMPLES, ORIENTATION, TILE_WIDTH, TILE_HEIGHT] = [277, 274, 322, 323];
/** Where the parts of the pixels are, and how many bytes each has. */
const [STRIPS, TILES] = [
  [273, 279],
  [324, 325],
] as const;
/** None, Huffman, both faxes, LZW, both JPEGs, both deflates and PackBits: what scanners write, not what cameras call raw. */
const DRAWN: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773]);

/**
 * Decodes a page (from 1) of a TIFF, turned as it says; undefined where there is none, or it is too large or packed in a way that is not
 * known. Throws `Undecodable` where it is not what it says.
 */
export function decodeTiff(bytes: Uint8Array, page: number): Pixels | undefined {
  const at = tiffDirectories(fileOfBytes(bytes))[page - 1];
  const directory = at === undefined ? undefined : readDirectory(bytes, at);
  if (directory === undefined || !isDrawn(directory)) return undefined;
  try {
    const alone = aloneIn(bytes, directory);
    const [found] = utif.decode(alone);
    if (found === undefined) return undefined;
    if (!arePartsWithin(found, bytes.length)) return undefined;
    utif.decodeImage(alone, found);
    const isPrinted = directory.fields.get(PHOTOMETRIC) === PRINTED && directory.fields.get(BITS) === 8;
    const rgba = isPrinted
      ? colorsOfPrint(found.data, directory.fields.get(SAMPLES) ?? 4)
      : utif.toRGBA8(found);
    const { width, height } = found;
    if (rgba.length < width * height * 4) return undefined;
    const data = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, width * height * 4);
    return turned({ width, height, data }, directory.fields.get(ORIENTATION) ?? 1);
  } catch (error) {
    // The decoder checks nothing: what it meets in a damaged picture are errors of every kind.
    throw new Undecodable('a TIFF that can not be decoded', { cause: error });
  }
}

/** Whether a page is of a kind and size that may be decoded, by what it says before anything is unpacked. */
function isDrawn({ fields }: TiffDirectory): boolean {
  const [width, height] = [fields.get(WIDTH) ?? 0, fields.get(HEIGHT) ?? 0];
  const [across, down] = [fields.get(TILE_WIDTH) ?? width, fields.get(TILE_HEIGHT) ?? height];
  const bits = (fields.get(BITS) ?? 1) * (fields.get(SAMPLES) ?? 1);
  if (width === 0 || height === 0 || across === 0 || down === 0 || bits === 0) return false;
  const packed = Math.max(width * height, across * down) * (bits / 8);
  const tiles = Math.ceil(width / across) * Math.ceil(height / down);
  if (packed + width * height * 4 > MOST_DECODED || tiles > 100_000) return false;
  return DRAWN.has(fields.get(COMPRESSION) ?? 1);
}

/** Red, green and blue of cyan, magenta, yellow and black, a byte each, `samples` a pixel: the decoder's own way needs a window. */
function colorsOfPrint(inks: Uint8Array, samples: number): Uint8Array {
  const rgba = new Uint8Array(Math.floor(inks.length / samples) * 4);
  for (let pixel = 0; pixel * 4 < rgba.length; pixel += 1) {
    const from = pixel * samples;
    const light = 255 - (inks[from + 3] ?? 0);
    for (let ink = 0; ink < 3; ink += 1)
      rgba[pixel * 4 + ink] = ((255 - (inks[from + ink] ?? 0)) * light) / 255;
    rgba[pixel * 4 + 3] = 255;
  }
  return rgba;
}

/** Whether the parts that a page's pixels are packed in lie within the file: the decoder follows them wherever they lead, without an end. */
function arePartsWithin(page: Readonly<Record<string, unknown>>, size: number): boolean {
  const isTiled = page[`t${TILE_WIDTH}`] !== undefined;
  const [starts, lengths] = isTiled ? TILES : STRIPS;
  const counts = numbersOf(page[`t${lengths}`]);
  return numbersOf(page[`t${starts}`]).every((start, at) => start + (counts[at] ?? size) <= size);
}

function numbersOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

/** A copy of the file that has this directory only, so that the others cost nothing. */
function aloneIn(bytes: Uint8Array, { at, nextAt }: TiffDirectory): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  const view = new DataView(copy);
  view.setUint32(4, at, hasAscii(bytes, 'II'));
  view.setUint32(nextAt, 0);
  return copy;
}

/** Where each pixel of a turned picture comes from, by the orientation (TIFF 6.0, p. 36): 5 to 8 swap width and height. */
function turned(pixels: Pixels, orientation: number): Pixels {
  if (orientation < 2 || orientation > 8) return pixels;
  const swaps = orientation >= 5;
  const [width, height] = swaps ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const from = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = swaps ? [y, x] : [x, y];
      const column = fromRight ? pixels.width - 1 - across : across;
      const row = fromBottom ? pixels.height - 1 - down : down;
      to[y * width + x] = from[row * pixels.width + column] ?? 0;
    }
  }
  return { width, height, data: new Uint8ClampedArray(to.buffer) };
}
