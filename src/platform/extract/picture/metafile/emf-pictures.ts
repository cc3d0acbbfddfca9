import { decodeText } from '../../encoding/decode.ts';
import { readBitmap } from './bitmap.ts';
import { decodeInFont } from './font-text.ts';
import type { Box, GdiDevice } from './gdi-device.ts';
import type { Records } from './records.ts';

/** Where records of pictures hold what: places of numbers in each. */
type Layout = {
  readonly target: number;
  /** Where the target's size stands; without it, it is the source's. */
  readonly size?: number;
  readonly source: number;
  readonly sourceSize?: number;
  readonly bitmap: number;
  readonly rop?: number;
};

const LAYOUTS: Readonly<Record<number, Layout>> = {
  76: { target: 24, size: 32, rop: 40, source: 44, bitmap: 84 },
  77: { target: 24, size: 32, rop: 40, source: 44, bitmap: 84, sourceSize: 100 },
  80: { target: 24, source: 32, sourceSize: 40, bitmap: 48 },
  81: { target: 24, source: 32, sourceSize: 40, bitmap: 48, rop: 68, size: 72 },
  114: { target: 24, size: 32, source: 44, bitmap: 84, sourceSize: 100 },
};
const COPY = 0xcc0020;

/** Draws a record's bitmap, or paints its place where it has none. */
export function drawEmfPicture(device: GdiDevice, record: Records): void {
  const layout = LAYOUTS[record.type];
  if (!layout) return;
  const [x, y] = record.point(layout.target);
  const sourceSize = layout.sourceSize ?? layout.size ?? 0;
  const [w, h] = record.point(layout.size ?? sourceSize);
  const rop = layout.rop === undefined ? COPY : record.u32(layout.rop);
  const at = (place: number) =>
    record.bytes.subarray(record.u32(place), record.u32(place) + record.u32(place + 4));
  const header = at(layout.bitmap);
  if (header.length === 0) {
    device.patch(x, y, w, h, rop);
    return;
  }
  const image = readBitmap(header, at(layout.bitmap + 8));
  if (!image) return;
  const [sx, sy] = record.point(layout.source);
  const [sw, sh] = record.point(sourceSize);
  const source: Box = {
    x: Math.max(0, sx),
    y: Math.max(0, sy),
    w: sw > 0 ? sw : image.width,
    h: sh > 0 ? sh : image.height,
  };
  device.picture(image, source, { x, y, w, h }, rop);
}

const OPAQUE = 2;
const GLYPHS = 0x10;

/** Writes a record's text. What is told in a font's own numbers of glyphs can't be read. */
export function writeEmfText(device: GdiDevice, record: Records): void {
  const options = record.u32(52);
  if (options & GLYPHS) return;
  const [count, offset] = [record.u32(44), record.u32(48)];
  const isWide = record.type === 84;
  const bytes = record.bytes.subarray(offset, offset + count * (isWide ? 2 : 1));
  const text = isWide ? decodeText(bytes, 'utf-16le') : decodeInFont(bytes, device.state.font.charset);
  device.write(text, record.point(36), options & OPAQUE ? record.box(56) : undefined);
}
