import type { SKRSContext2D } from '@napi-rs/canvas';
import { emfObject } from './emf-objects.ts';
import { drawEmfPicture, writeEmfText } from './emf-pictures.ts';
import { GdiDevice } from './gdi-device.ts';
import {
  colorOfRef,
  combined,
  type GdiObject,
  IDENTITY,
  type Matrix,
  select,
  selectStock,
} from './gdi-state.ts';
import { type MetafileSize, Records } from './records.ts';

/** Plays Enhanced Metafiles: [MS-EMF]. EMF+ records are passed over; files of both kinds are drawn by the others. */

const MOST_OBJECTS = 5_000;
const STOCK = 0x8000_0000;

/** Where an EMF's picture is, in device units; undefined for what is none. */
export function emfSize(bytes: Uint8Array): MetafileSize | undefined {
  if (bytes.length < 100) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== 1 || view.getUint32(40, true) !== 0x464d4520) return undefined;
  const at = (offset: number) => view.getInt32(offset, true);
  const perX = at(72) / (at(80) * 100 || 1);
  const perY = at(76) / (at(84) * 100 || 1);
  const [x, y, right, bottom] = [at(24) * perX, at(28) * perY, at(32) * perX, at(36) * perY];
  const framed = { x, y, w: right - x, h: bottom - y };
  const bounds = { x: at(8), y: at(12), w: at(16) - at(8), h: at(20) - at(12) };
  const isFramed = framed.w > 0 && framed.h > 0 && Number.isFinite(framed.w) && Number.isFinite(framed.h);
  const found = isFramed ? framed : bounds;
  return found.w > 0 && found.h > 0 ? found : undefined;
}

/** Draws an EMF; `base` takes device units to the canvas. */
export function playEmf(bytes: Uint8Array, context: SKRSContext2D, base: Matrix): void {
  const device = new GdiDevice(context, base);
  const objects = new Map<number, GdiObject>();
  for (const record of emfRecords(bytes)) {
    if (device.isSpent) return;
    const made = emfObject(record);
    if (made) {
      if (objects.size < MOST_OBJECTS) objects.set(record.u32(8), made);
      continue;
    }
    if (record.type === 37) selectObject(device, objects, record.u32(8));
    else if (record.type === 40) objects.delete(record.u32(8));
    else (PLAYED[record.type] ?? LEFT_OUT)(device, record);
  }
}

function* emfRecords(bytes: Uint8Array): Generator<Records> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const [type, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    if (size < 8 || at + size > bytes.length || type === 14) return;
    yield new Records(type, bytes.subarray(at, at + size));
    at += size;
  }
}

function selectObject(device: GdiDevice, objects: ReadonlyMap<number, GdiObject>, handle: number): void {
  if (handle >= STOCK) selectStock(device.state, handle - STOCK);
  else select(device.state, objects.get(handle));
}

type Play = (device: GdiDevice, record: Records) => void;

const LEFT_OUT: Play = () => undefined;

/** Points of a record of many: 32 or 16 bits each. */
const lines =
  (wide: boolean, from: 'start' | 'position'): Play =>
  (device, record) => {
    const points = record.points(28, record.u32(24), wide);
    if (from === 'start') return device.lines(points);
    device.lines([device.state.position, ...points], true);
    device.state.position = points.at(-1) ?? device.state.position;
  };

const curves =
  (wide: boolean, from: 'start' | 'position'): Play =>
  (device, record) => {
    const points = record.points(28, record.u32(24), wide);
    if (from === 'start') return device.curves(points);
    device.curves([device.state.position, ...points], true);
    device.state.position = points.at(-1) ?? device.state.position;
  };

const polygon =
  (wide: boolean): Play =>
  (device, record) =>
    device.polygons([record.points(28, record.u32(24), wide)]);

const polygons =
  (wide: boolean, filled: boolean): Play =>
  (device, record) => {
    const parts = record.u32(24);
    const all = record.groups(32, parts, wide);
    if (filled) device.polygons(all);
    else for (const points of all) device.lines(points);
  };

const arc =
  (closed: 'open' | 'chord' | 'pie'): Play =>
  (device, record) =>
    device.arc(record.box(8), record.point(24), record.point(32), closed);

const PLAYED: Readonly<Record<number, Play>> = {
  2: curves(true, 'start'),
  3: polygon(true),
  4: lines(true, 'start'),
  5: curves(true, 'position'),
  6: lines(true, 'position'),
  7: polygons(true, false),
  8: polygons(true, true),
  9: ({ state }, record) => {
    state.windowSize = record.point(8);
  },
  10: ({ state }, record) => {
    state.windowFrom = record.point(8);
  },
  11: ({ state }, record) => {
    state.viewportSize = record.point(8);
  },
  12: ({ state }, record) => {
    state.viewportFrom = record.point(8);
  },
  17: ({ state }, record) => {
    state.mode = record.u32(8);
  },
  19: ({ state }, record) => {
    state.fillRule = record.u32(8) === 2 ? 'nonzero' : 'evenodd';
  },
  22: ({ state }, record) => {
    state.textAlign = record.u32(8);
  },
  24: ({ state }, record) => {
    state.textColor = colorOfRef(record.u32(8));
  },
  25: ({ state }, record) => {
    state.groundColor = colorOfRef(record.u32(8));
  },
  27: (device, record) => device.moveTo(record.point(8)),
  30: (device, record) => device.clipToRectangle(...record.box(8)),
  33: (device) => device.save(),
  34: (device, record) => device.restore(record.i32(8)),
  35: ({ state }, record) => {
    state.world = record.matrix(8);
  },
  36: ({ state }, record) => {
    const mode = record.u32(32);
    const given = record.matrix(8);
    if (mode === 1) state.world = IDENTITY;
    else if (mode === 2) state.world = combined(given, state.world);
    else if (mode === 3) state.world = combined(state.world, given);
    else state.world = given;
  },
  42: (device, record) => device.ellipse(...record.box(8)),
  43: (device, record) => device.rectangle(...record.box(8)),
  44: (device, record) => device.rectangle(...record.box(8)),
  45: arc('open'),
  46: arc('chord'),
  47: arc('pie'),
  54: (device, record) => device.lineTo(record.point(8)),
  59: (device) => device.beginPath(),
  60: (device) => device.endPath(),
  61: (device) => device.closeFigure(),
  62: (device) => device.paintPath(true, false),
  63: (device) => device.paintPath(true, true),
  64: (device) => device.paintPath(false, true),
  67: (device) => device.clipToPath(),
  76: drawEmfPicture,
  77: drawEmfPicture,
  80: drawEmfPicture,
  81: drawEmfPicture,
  83: writeEmfText,
  84: writeEmfText,
  85: curves(false, 'start'),
  86: polygon(false),
  87: lines(false, 'start'),
  88: curves(false, 'position'),
  89: lines(false, 'position'),
  90: polygons(false, false),
  91: polygons(false, true),
  114: drawEmfPicture,
};
