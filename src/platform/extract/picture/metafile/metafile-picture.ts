import { gunzipSync } from 'node:zlib';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { emfSize, playEmf } from './emf.ts';
import type { Matrix } from './gdi-state.ts';
import type { MetafileSize } from './records.ts';
import { playWmf, wmfSize } from './wmf.ts';

/** Pixels of the longer side; bytes that a packed one may unpack to. */
const SIDE = 1_400;
const MOST_BYTES = 30 * 1024 * 1024;
const FLATTEST = 40;

/** A Windows or Enhanced Metafile as a picture on nothing, packed ones too; undefined for other bytes and for pictures of no size. */
export function metafilePicture(bytes: Uint8Array): Canvas | undefined {
  const plain = unpacked(bytes);
  if (!plain) return undefined;
  const emf = emfSize(plain);
  const size = emf ?? wmfSize(plain);
  if (!size) return undefined;
  const [w, h] = [Math.abs(size.w), Math.abs(size.h)];
  const ratio = Math.max(w / h, h / w);
  if (!(ratio <= FLATTEST)) return undefined;
  const scale = SIDE / Math.max(w, h);
  const canvas = createCanvas(Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale)));
  const context = canvas.getContext('2d');
  const base = baseOf(size, scale);
  if (emf) playEmf(plain, context, base);
  else playWmf(plain, context, base, size);
  return canvas;
}

/** From a metafile's units to the canvas; what grows upward is turned over. */
function baseOf({ x, y, w, h }: MetafileSize, scale: number): Matrix {
  const [sx, sy] = [w < 0 ? -scale : scale, h < 0 ? -scale : scale];
  return [sx, 0, 0, sy, -x * sx, -y * sy];
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    // Broken, or larger than it may be: no picture.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
