import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** Pixels of one bitmap that are unpacked. */
const MOST_PIXELS = 16_000_000;
const HEADER = 40;
const RGB = 0;
const BITFIELDS = 3;

/**
 * A device-independent bitmap, its bits elsewhere or behind its header: [MS-WMF] 2.2.2.9. Undefined for what is compressed, too
 * large or cut off.
 */
export function readBitmap(header: Uint8Array, bits?: Uint8Array): Canvas | undefined {
  if (header.length < HEADER) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const size = view.getUint32(0, true);
  const [width, height] = [view.getInt32(4, true), view.getInt32(8, true)];
  const depth = view.getUint16(14, true);
  const compression = view.getUint32(16, true);
  const rows = Math.abs(height);
  if (width <= 0 || rows === 0 || width * rows > MOST_PIXELS || size < HEADER || size > header.length)
    return undefined;
  if (compression !== RGB && compression !== BITFIELDS) return undefined;
  if (![1, 4, 8, 16, 24, 32].includes(depth)) return undefined;
  const masks = compression === BITFIELDS && size === HEADER ? 12 : 0;
  const named = view.getUint32(32, true);
  const colors = depth > 8 ? 0 : Math.min(256, named === 0 ? 1 << depth : named);
  const from = size + masks + colors * 4;
  const data = bits ?? header.subarray(from);
  const stride = Math.floor((width * depth + 31) / 32) * 4;
  if (data.length < stride * rows) return undefined;
  const palette = header.subarray(size + masks, from);
  return paint({ width, rows, depth, stride, palette, data, upward: height > 0 });
}

type Bitmap = {
  readonly width: number;
  readonly rows: number;
  readonly depth: number;
  readonly stride: number;
  readonly palette: Uint8Array;
  readonly data: Uint8Array;
  /** The last row comes first. */
  readonly upward: boolean;
};

function paint(bitmap: Bitmap): Canvas {
  const { width, rows, stride, upward } = bitmap;
  const canvas = createCanvas(width, rows);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, rows);
  for (let y = 0; y < rows; y += 1) {
    const row = bitmap.data.subarray((upward ? rows - 1 - y : y) * stride);
    for (let x = 0; x < width; x += 1) {
      const [r, g, b] = pixel(bitmap, row, x);
      image.data.set([r, g, b, 255], (y * width + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function pixel({ depth, palette }: Bitmap, row: Uint8Array, x: number): readonly [number, number, number] {
  if (depth >= 24) {
    const at = x * (depth / 8);
    return [row[at + 2] ?? 0, row[at + 1] ?? 0, row[at] ?? 0];
  }
  if (depth === 16) {
    const value = (row[x * 2] ?? 0) | ((row[x * 2 + 1] ?? 0) << 8);
    return [((value >> 10) & 31) * 8.226, ((value >> 5) & 31) * 8.226, (value & 31) * 8.226];
  }
  const bit = x * depth;
  const byte = row[bit >> 3] ?? 0;
  const index = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  return [palette[index * 4 + 2] ?? 0, palette[index * 4 + 1] ?? 0, palette[index * 4] ?? 0];
}
