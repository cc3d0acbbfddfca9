import type { SKRSContext2D } from '@napi-rs/canvas';
import { readBitmap } from './bitmap.ts';
import { decodeInFont } from './font-text.ts';
import { GdiDevice } from './gdi-device.ts';
import { brushOf, colorOfRef, type Font, type GdiObject, type Matrix, penOf, select } from './gdi-state.ts';
import { type MetafileSize, Records } from './records.ts';

/** Plays Windows Metafiles: [MS-WMF]. */

const PLACEABLE = 0x9ac6_cdd7;
const PLACEABLE_BYTES = 22;
const HEADER_BYTES = 18;
const MOST_OBJECTS = 2_000;
const BOLD_FROM = 600;
const PATTERN = '#bfbfbf';

/** Where a WMF's picture is, in logical units; undefined for what is none, or says nothing of its size. */
export function wmfSize(bytes: Uint8Array): MetafileSize | undefined {
  const head = new Records(0, bytes.subarray(0, 64));
  if (head.u32(0) === PLACEABLE) {
    const [x, y, right, bottom] = [head.i16(6), head.i16(8), head.i16(10), head.i16(12)];
    return right !== x && bottom !== y ? { x, y, w: right - x, h: bottom - y } : undefined;
  }
  if (head.i16(2) !== 9 || (head.i16(0) !== 1 && head.i16(0) !== 2)) return undefined;
  let [from, size]: [readonly [number, number], readonly [number, number] | undefined] = [[0, 0], undefined];
  for (const record of wmfRecords(bytes)) {
    if (record.type === 0x20b) from = swapped(record);
    if (record.type === 0x20c) size = swapped(record);
    if (size) break;
  }
  return size && size[0] !== 0 && size[1] !== 0
    ? { x: from[0], y: from[1], w: size[0], h: size[1] }
    : undefined;
}

/** Draws a WMF; `base` takes the window that `wmfSize` gave to the canvas. */
export function playWmf(bytes: Uint8Array, context: SKRSContext2D, base: Matrix, size: MetafileSize): void {
  const device = new GdiDevice(context, base);
  // The window is the picture, so that its logical units are the device's, whatever it says of a viewport.
  Object.assign(device.state, { mode: 8, windowFrom: [size.x, size.y], windowSize: [size.w, size.h] });
  Object.assign(device.state, { viewportFrom: [size.x, size.y], viewportSize: [size.w, size.h] });
  const objects: (GdiObject | undefined)[] = [];
  for (const record of wmfRecords(bytes)) {
    if (device.isSpent) return;
    const made = wmfObject(record);
    if (made) {
      const free = objects.indexOf(undefined);
      if (free >= 0) objects[free] = made;
      else if (objects.length < MOST_OBJECTS) objects.push(made);
    } else if (record.type === 0x12d) select(device.state, objects[record.i16(6)]);
    else if (record.type === 0x1f0) objects[record.i16(6)] = undefined;
    else PLAYED[record.type]?.(device, record);
  }
}

function* wmfRecords(bytes: Uint8Array): Generator<Records> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPlaceable = bytes.length >= 4 && view.getUint32(0, true) === PLACEABLE;
  for (let at = HEADER_BYTES + (isPlaceable ? PLACEABLE_BYTES : 0); at + 6 <= bytes.length; ) {
    const size = view.getUint32(at, true) * 2;
    const type = view.getUint16(at + 4, true);
    if (size < 6 || at + size > bytes.length || type === 0) return;
    yield new Records(type & 0xfff, bytes.subarray(at, at + size));
    at += size;
  }
}

/** Two numbers of 16 bits, the one across second. */
function swapped(record: Records, at = 6): [number, number] {
  return [record.i16(at + 2), record.i16(at)];
}

function wmfObject(record: Records): GdiObject | undefined {
  switch (record.type) {
    case 0x2fa:
      return penOf(record.i16(6), record.i16(8), record.u32(12));
    case 0x2fc:
      return brushOf(record.i16(6), record.u32(8));
    case 0x2fb:
      return fontOf(record);
    case 0x142:
    case 0x1f9:
      return { object: 'brush', color: PATTERN };
    case 0x0f7:
    case 0x6ff:
      return { object: 'other' };
    default:
      return undefined;
  }
}

function fontOf(record: Records): Font {
  const charset = record.bytes[19] ?? 0;
  const name = record.bytes.subarray(24, 56);
  const end = name.indexOf(0);
  return {
    object: 'font',
    height: record.i16(6),
    turn: record.i16(10),
    bold: record.i16(14) >= BOLD_FROM,
    italic: record.bytes[16] === 1,
    charset,
    family: decodeInFont(end < 0 ? name : name.subarray(0, end), charset),
  };
}

/** A box that is told from its lower right corner. */
function box(record: Records, at: number): [number, number, number, number] {
  const [right, bottom] = swapped(record, at);
  const [left, top] = swapped(record, at + 4);
  return [left, top, right, bottom];
}

type Play = (device: GdiDevice, record: Records) => void;

const arc =
  (closed: 'open' | 'chord' | 'pie'): Play =>
  (device, record) =>
    device.arc(box(record, 14), swapped(record, 10), swapped(record, 6), closed);

/** Pictures: where the operation, the target and the source stand, in words behind the operation. */
const picture =
  (hasUsage: boolean, scales: boolean): Play =>
  (device, record) => {
    const rop = record.u32(6);
    let at = hasUsage ? 12 : 10;
    const sourceSize = scales ? swapped(record, at) : undefined;
    at += scales ? 4 : 0;
    const [sx, sy] = swapped(record, at);
    const [w, h] = swapped(record, at + 4);
    const [x, y] = swapped(record, at + 8);
    const image = readBitmap(record.bytes.subarray(at + 12));
    if (!image) return;
    const [sw, sh] = sourceSize ?? [w, h];
    const source = { x: Math.max(0, sx), y: Math.max(0, sy), w: sw || image.width, h: sh || image.height };
    device.picture(image, source, { x, y, w, h }, rop);
  };

const PLAYED: Readonly<Record<number, Play>> = {
  30: (device) => device.save(),
  262: ({ state }, record) => {
    state.fillRule = record.i16(6) === 2 ? 'nonzero' : 'evenodd';
  },
  295: (device, record) => device.restore(record.i16(6)),
  302: ({ state }, record) => {
    state.textAlign = record.i16(6);
  },
  513: ({ state }, record) => {
    state.groundColor = colorOfRef(record.u32(6));
  },
  521: ({ state }, record) => {
    state.textColor = colorOfRef(record.u32(6));
  },
  523: ({ state }, record) => {
    state.windowFrom = swapped(record);
  },
  524: ({ state }, record) => {
    state.windowSize = swapped(record);
  },
  531: (device, record) => device.lineTo(swapped(record)),
  532: (device, record) => device.moveTo(swapped(record)),
  804: (device, record) => device.polygons([record.points(8, record.i16(6), false)]),
  805: (device, record) => device.lines(record.points(8, record.i16(6), false)),
  1046: (device, record) => device.clipToRectangle(...box(record, 6)),
  1048: (device, record) => device.ellipse(...box(record, 6)),
  1051: (device, record) => device.rectangle(...box(record, 6)),
  1313: (device, record) => {
    const count = Math.max(0, record.i16(6));
    const after = 8 + count + (count % 2);
    const text = decodeInFont(record.bytes.subarray(8, 8 + count), device.state.font.charset);
    device.write(text, swapped(record, after), undefined);
  },
  1336: (device, record) => {
    const parts = Math.max(0, record.i16(6));
    let at = 8 + parts * 2;
    const polygons = Array.from({ length: Math.min(parts, 10_000) }, (_, index) => {
      const points = record.points(at, Math.max(0, record.i16(8 + index * 2)), false);
      at += points.length * 4;
      return points;
    });
    device.polygons(polygons);
  },
  1564: (device, record) => device.rectangle(...box(record, 10)),
  1565: (device, record) => {
    const [w, h] = swapped(record, 10);
    const [x, y] = swapped(record, 14);
    device.patch(x, y, w, h, record.u32(6));
  },
  2071: arc('open'),
  2074: arc('pie'),
  2096: arc('chord'),
  2368: picture(false, false),
  2610: (device, record) => {
    const count = Math.max(0, record.i16(10));
    const options = record.i16(12);
    const from = options & 6 ? 22 : 14;
    const text = decodeInFont(record.bytes.subarray(from, from + count), device.state.font.charset);
    const ground =
      options & 2 ? ([record.i16(14), record.i16(16), record.i16(18), record.i16(20)] as const) : undefined;
    device.write(text, swapped(record), ground);
  },
  2881: picture(false, true),
  3907: picture(true, true),
};
