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

/** Numbers of records ([MS-WMF] 2.1.1.1), without the bits that say how long they are. */
const RECORD = {
  saveDc: 0x1e,
  createPalette: 0xf7,
  setPolyFillMode: 0x106,
  restoreDc: 0x127,
  selectObject: 0x12d,
  setTextAlign: 0x12e,
  createPatternBrushDib: 0x142,
  deleteObject: 0x1f0,
  createPatternBrush: 0x1f9,
  setBkColor: 0x201,
  setTextColor: 0x209,
  setWindowOrg: 0x20b,
  setWindowExt: 0x20c,
  lineTo: 0x213,
  moveTo: 0x214,
  createPen: 0x2fa,
  createFont: 0x2fb,
  createBrush: 0x2fc,
  polygon: 0x324,
  polyline: 0x325,
  intersectClipRect: 0x416,
  ellipse: 0x418,
  rectangle: 0x41b,
  textOut: 0x521,
  polyPolygon: 0x538,
  roundRect: 0x61c,
  patBlt: 0x61d,
  createRegion: 0x6ff,
  arc: 0x817,
  pie: 0x81a,
  chord: 0x830,
  dibBitBlt: 0x940,
  extTextOut: 0xa32,
  dibStretchBlt: 0xb41,
  stretchDib: 0xf43,
} as const;

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
    if (record.type === RECORD.setWindowOrg) from = swapped(record);
    if (record.type === RECORD.setWindowExt) size = swapped(record);
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
    } else if (record.type === RECORD.selectObject) select(device.state, objects[record.i16(6)]);
    else if (record.type === RECORD.deleteObject) objects[record.i16(6)] = undefined;
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
    case RECORD.createPen:
      return penOf(record.i16(6), record.i16(8), record.u32(12));
    case RECORD.createBrush:
      return brushOf(record.i16(6), record.u32(8));
    case RECORD.createFont:
      return fontOf(record);
    case RECORD.createPatternBrushDib:
    case RECORD.createPatternBrush:
      return { object: 'brush', color: PATTERN };
    case RECORD.createPalette:
    case RECORD.createRegion:
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
  [RECORD.saveDc]: (device) => device.save(),
  [RECORD.setPolyFillMode]: ({ state }, record) => {
    state.fillRule = record.i16(6) === 2 ? 'nonzero' : 'evenodd';
  },
  [RECORD.restoreDc]: (device, record) => device.restore(record.i16(6)),
  [RECORD.setTextAlign]: ({ state }, record) => {
    state.textAlign = record.i16(6);
  },
  [RECORD.setBkColor]: ({ state }, record) => {
    state.groundColor = colorOfRef(record.u32(6));
  },
  [RECORD.setTextColor]: ({ state }, record) => {
    state.textColor = colorOfRef(record.u32(6));
  },
  [RECORD.setWindowOrg]: ({ state }, record) => {
    state.windowFrom = swapped(record);
  },
  [RECORD.setWindowExt]: ({ state }, record) => {
    state.windowSize = swapped(record);
  },
  [RECORD.lineTo]: (device, record) => device.lineTo(swapped(record)),
  [RECORD.moveTo]: (device, record) => device.moveTo(swapped(record)),
  [RECORD.polygon]: (device, record) => device.polygons([record.points(8, record.i16(6), false)]),
  [RECORD.polyline]: (device, record) => device.lines(record.points(8, record.i16(6), false)),
  [RECORD.intersectClipRect]: (device, record) => device.clipToRectangle(...box(record, 6)),
  [RECORD.ellipse]: (device, record) => device.ellipse(...box(record, 6)),
  [RECORD.rectangle]: (device, record) => device.rectangle(...box(record, 6)),
  [RECORD.textOut]: (device, record) => {
    const count = Math.max(0, record.i16(6));
    const after = 8 + count + (count % 2);
    const text = decodeInFont(record.bytes.subarray(8, 8 + count), device.state.font.charset);
    device.write(text, swapped(record, after), undefined);
  },
  [RECORD.polyPolygon]: (device, record) => {
    const parts = Math.max(0, record.i16(6));
    let at = 8 + parts * 2;
    const polygons = Array.from({ length: Math.min(parts, 10_000) }, (_, index) => {
      const points = record.points(at, Math.max(0, record.i16(8 + index * 2)), false);
      at += points.length * 4;
      return points;
    });
    device.polygons(polygons);
  },
  [RECORD.roundRect]: (device, record) => device.rectangle(...box(record, 10)),
  [RECORD.patBlt]: (device, record) => {
    const [w, h] = swapped(record, 10);
    const [x, y] = swapped(record, 14);
    device.patch(x, y, w, h, record.u32(6));
  },
  [RECORD.arc]: arc('open'),
  [RECORD.pie]: arc('pie'),
  [RECORD.chord]: arc('chord'),
  [RECORD.dibBitBlt]: picture(false, false),
  [RECORD.extTextOut]: (device, record) => {
    const count = Math.max(0, record.i16(10));
    const options = record.i16(12);
    const from = options & 6 ? 22 : 14;
    const text = decodeInFont(record.bytes.subarray(from, from + count), device.state.font.charset);
    const ground =
      options & 2 ? ([record.i16(14), record.i16(16), record.i16(18), record.i16(20)] as const) : undefined;
    device.write(text, swapped(record), ground);
  },
  [RECORD.dibStretchBlt]: picture(false, true),
  [RECORD.stretchDib]: picture(true, true),
};
