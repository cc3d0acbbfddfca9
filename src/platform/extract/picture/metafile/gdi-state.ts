/** What a device context of Windows holds: [MS-EMF] 2.2, [MS-WMF] 2.2. Measures are logical units unless said otherwise. */

type Pen = {
  readonly object: 'pen';
  readonly color: string;
  readonly width: number;
  readonly dashes: readonly number[];
};
type Brush = { readonly object: 'brush'; readonly color: string };
export type Font = {
  readonly object: 'font';
  /** Negative: of letters; positive: of lines. */
  readonly height: number;
  /** Tenths of a degree, against the clock. */
  readonly turn: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly family: string;
  readonly charset: number;
};
/** Something that takes a number and does nothing: a palette, a region. */
type Other = { readonly object: 'other' };
export type GdiObject = Pen | Brush | Font | Other;

/** An affine map as canvases take it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

type Pair = readonly [number, number];

/** What is saved and restored. `undefined` pen or brush: none is drawn with. */
export type GdiState = {
  pen: Pen | undefined;
  brush: Brush | undefined;
  font: Font;
  textColor: string;
  groundColor: string;
  /** Bits of [MS-WMF] 2.1.2.3. */
  textAlign: number;
  fillRule: 'evenodd' | 'nonzero';
  mode: number;
  windowFrom: Pair;
  windowSize: Pair;
  viewportFrom: Pair;
  viewportSize: Pair;
  world: Matrix;
  position: Pair;
};

const BLACK_PEN: Pen = { object: 'pen', color: '#000000', width: 0, dashes: [] };

/** A context as it is at first. */
export function firstState(): GdiState {
  return {
    pen: BLACK_PEN,
    brush: { object: 'brush', color: '#ffffff' },
    font: { object: 'font', height: -12, turn: 0, bold: false, italic: false, family: '', charset: 0 },
    textColor: '#000000',
    groundColor: '#ffffff',
    textAlign: 0,
    fillRule: 'evenodd',
    mode: 1,
    windowFrom: [0, 0],
    windowSize: [1, 1],
    viewportFrom: [0, 0],
    viewportSize: [1, 1],
    world: IDENTITY,
    position: [0, 0],
  };
}

/** Logical units of the modes that are measures, in device units at 96 to the inch; up is down there. */
const UNITS: Readonly<Record<number, number>> = {
  2: 96 / 254,
  3: 96 / 2540,
  4: 96 / 100,
  5: 96 / 1000,
  6: 96 / 1440,
};

/** From logical to device units: world, then window and viewport. */
export function toDevice(state: GdiState): Matrix {
  const [wx, wy] = state.windowFrom;
  const [vx, vy] = state.viewportFrom;
  const unit = UNITS[state.mode];
  let [sx, sy] = [1, 1];
  if (unit !== undefined) [sx, sy] = [unit, -unit];
  else if (state.mode >= 7) {
    sx = state.viewportSize[0] / (state.windowSize[0] || 1);
    sy = state.viewportSize[1] / (state.windowSize[1] || 1);
  }
  return combined(state.world, [sx, 0, 0, sy, vx - wx * sx, vy - wy * sy]);
}

const STOCK_BRUSHES = ['#ffffff', '#c0c0c0', '#808080', '#404040', '#000000'] as const;

/** Selects one of the system's own objects, by its number. */
export function selectStock(state: GdiState, index: number): void {
  const brush = STOCK_BRUSHES[index];
  if (brush !== undefined) state.brush = { object: 'brush', color: brush };
  else if (index === 5) state.brush = undefined;
  else if (index === 6) state.pen = { ...BLACK_PEN, color: '#ffffff' };
  else if (index === 7) state.pen = BLACK_PEN;
  else if (index === 8) state.pen = undefined;
}

/** Selects an object that was made before; a pen or brush without colour is none. */
export function select(state: GdiState, object: GdiObject | undefined): void {
  if (object?.object === 'pen') state.pen = object.color === '' ? undefined : object;
  else if (object?.object === 'brush') state.brush = object.color === '' ? undefined : object;
  else if (object?.object === 'font') state.font = object;
}

/** `#rrggbb` of a number that holds blue, green and red from the top. */
export function colorOfRef(value: number): string {
  const hex = (shift: number) => ((value >>> shift) & 0xff).toString(16).padStart(2, '0');
  return `#${hex(0)}${hex(8)}${hex(16)}`;
}

/** A pen by its style's number: 5 draws nothing, 1 to 4 are dashed. */
export function penOf(style: number, width: number, color: number): Pen {
  const kind = style & 0xf;
  const dash = Math.max(1, width);
  const dashes = kind >= 1 && kind <= 4 ? [dash * (kind === 2 ? 1 : 4), dash * 2] : [];
  return { object: 'pen', color: kind === 5 ? '' : colorOfRef(color), width: Math.abs(width), dashes };
}

/** A brush by its style's number: 1 is hollow, others are drawn in one colour. */
export function brushOf(style: number, color: number): Brush {
  return { object: 'brush', color: style === 1 ? '' : colorOfRef(color) };
}
