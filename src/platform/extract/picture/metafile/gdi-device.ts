import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { faceOf } from '../writing/faces.ts';
import { combined, firstState, type GdiState, type Matrix, toDevice } from './gdi-state.ts';

type Point = readonly [number, number];

/** Operations and letters of one picture that are drawn; more is an attack or no picture. */
const MOST_DRAWN = 60_000;
const MOST_LETTERS = 50_000;
const MOST_SAVED = 200;
/** How bytes of a picture meet what is there: the raster operations that are masks; all others lie on top. */
const MASKS: Readonly<Record<number, 'multiply' | 'lighter' | 'difference'>> = {
  8913094: 'multiply',
  15597702: 'lighter',
  6684742: 'difference',
};
/** Bits of an alignment. */
const UPDATES = 1;
const RIGHT = 2;
const CENTER = 6;
const BOTTOM = 8;
const BASELINE = 24;

/** Draws on a canvas what a metafile's records say. `base`: from device units to the canvas. */
export class GdiDevice {
  state: GdiState = firstState();
  readonly #saved: GdiState[] = [];
  readonly #context: SKRSContext2D;
  readonly #base: Matrix;
  #left = MOST_DRAWN;
  #letters = MOST_LETTERS;
  /** Between the marks of a path lines are gathered, not drawn. */
  #gathers = false;

  constructor(context: SKRSContext2D, base: Matrix) {
    this.#context = context;
    this.#base = base;
  }

  /** Whether so much was drawn that the rest is left out. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  save(): void {
    if (this.#saved.length >= MOST_SAVED) return;
    this.#saved.push({ ...this.state });
    this.#context.save();
  }

  /** Back by so many, or to the one of a number. */
  restore(index: number): void {
    const back = index < 0 ? -index : this.#saved.length - index + 1;
    for (let step = 0; step < back; step += 1) {
      const state = this.#saved.pop();
      if (state === undefined) return;
      this.state = state;
      this.#context.restore();
    }
  }

  beginPath(): void {
    this.#gathers = true;
    this.#context.beginPath();
  }

  endPath(): void {
    this.#gathers = false;
  }

  closeFigure(): void {
    this.#context.closePath();
  }

  /** Fills or strokes what was gathered. */
  paintPath(fills: boolean, strokes: boolean): void {
    this.#spend();
    if (fills) this.#fill();
    if (strokes) this.#stroke();
  }

  clipToPath(): void {
    this.#context.clip(this.state.fillRule);
  }

  clipToRectangle(left: number, top: number, right: number, bottom: number): void {
    this.#context.beginPath();
    this.#polygon([
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ]);
    this.#context.clip();
  }

  moveTo(point: Point): void {
    this.state.position = point;
    if (this.#gathers) this.#context.moveTo(...this.#at(point));
  }

  lineTo(point: Point): void {
    this.lines([this.state.position, point], true);
    this.state.position = point;
  }

  /** Lines through points; `goesOn`: from where the position is, within a path. */
  lines(points: readonly Point[], goesOn = false): void {
    this.#trace(() => {
      for (const [index, point] of points.entries()) {
        if (index > 0) this.#context.lineTo(...this.#at(point));
        else if (!goesOn || !this.#gathers) this.#context.moveTo(...this.#at(point));
      }
    }, false);
  }

  /** Curves: the first point, then three for each. */
  curves(points: readonly Point[], goesOn = false): void {
    this.#trace(() => {
      const [first] = points;
      if (first && !(goesOn && this.#gathers)) this.#context.moveTo(...this.#at(first));
      for (let index = 1; index + 2 < points.length; index += 3) {
        const [one, two, to] = points.slice(index, index + 3) as [Point, Point, Point];
        this.#context.bezierCurveTo(...this.#at(one), ...this.#at(two), ...this.#at(to));
      }
    }, false);
  }

  polygons(polygons: readonly (readonly Point[])[]): void {
    this.#trace(() => {
      for (const points of polygons) this.#polygon(points);
    }, true);
  }

  rectangle(left: number, top: number, right: number, bottom: number): void {
    this.polygons([
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ],
    ]);
  }

  /** A part of an ellipse in a box, from one ray to another, against the clock: open, or closed by its chord or middle. */
  arc(
    box: readonly [number, number, number, number],
    from: Point,
    to: Point,
    closed: 'open' | 'chord' | 'pie',
  ): void {
    const [left, top, right, bottom] = box;
    const [x, y, rx, ry] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2];
    if (rx === 0 || ry === 0) return;
    const angle = ([px, py]: Point) => Math.atan2((py - y) / ry, (px - x) / rx);
    const start = angle(from);
    let sweep = start - angle(to);
    if (sweep <= 1e-6) sweep += 2 * Math.PI;
    const steps = 48;
    const points = Array.from({ length: steps + 1 }, (_, index): Point => {
      const at = start - (sweep * index) / steps;
      return [x + rx * Math.cos(at), y + ry * Math.sin(at)];
    });
    if (closed === 'open') this.lines(points);
    else this.polygons([closed === 'pie' ? [...points, [x, y]] : points]);
  }

  ellipse(left: number, top: number, right: number, bottom: number): void {
    const start: Point = [right, (top + bottom) / 2];
    this.arc([left, top, right, bottom], start, start, 'chord');
  }

  /** Fills a box with the brush, or with black or white. */
  patch(x: number, y: number, w: number, h: number, rop: number): void {
    const { pen, brush } = this.state;
    this.state.pen = undefined;
    if (rop === 0x42) this.state.brush = { object: 'brush', color: '#000000' };
    if (rop === 0xff0062) this.state.brush = { object: 'brush', color: '#ffffff' };
    if (rop !== 0xaa0029) this.rectangle(x, y, x + w, y + h);
    Object.assign(this.state, { pen, brush });
  }

  /** Draws a part of a picture into a box. */
  picture(image: Image | Canvas, source: Box, target: Box, rop: number): void {
    this.#spend();
    const context = this.#context;
    context.save();
    context.transform(...this.#matrix());
    context.globalCompositeOperation = MASKS[rop] ?? 'source-over';
    const { x, y, w, h } = target;
    // Negative sizes mirror.
    context.translate(w < 0 ? x + w : x, h < 0 ? y + h : y);
    if (w < 0 || h < 0) {
      context.translate(w < 0 ? -w : 0, h < 0 ? -h : 0);
      context.scale(w < 0 ? -1 : 1, h < 0 ? -1 : 1);
    }
    context.drawImage(image, source.x, source.y, source.w, source.h, 0, 0, Math.abs(w), Math.abs(h));
    context.restore();
  }

  /** Writes text at a point, aligned and turned as the state says. `box`: its ground where it has one. */
  write(text: string, at: Point, box: readonly [number, number, number, number] | undefined): void {
    this.#spend();
    this.#letters -= text.length;
    if (this.#letters < 0) return;
    const { font, textColor, groundColor, textAlign } = this.state;
    const matrix = this.#matrix();
    const scale = Math.hypot(matrix[2], matrix[3]);
    // A height of lines has some room for accents within.
    const size = Math.abs(font.height || 12) * scale * (font.height > 0 ? 0.83 : 1);
    if (!(size >= 0.5 && size <= 2_000)) return;
    const context = this.#context;
    if (box) {
      context.fillStyle = groundColor;
      context.beginPath();
      const [left, top, right, bottom] = box;
      this.#polygon([
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ]);
      context.fill();
    }
    const face = faceOf(font.family);
    context.save();
    const [x, y] = this.#at(textAlign & UPDATES ? this.state.position : at);
    context.translate(x, y);
    context.rotate((-font.turn / 1_800) * Math.PI);
    context.font = `${font.italic ? 'italic ' : ''}${font.bold ? 'bold ' : ''}${size * face.shrink}px ${face.family}`;
    context.fillStyle = textColor;
    const across = textAlign & CENTER;
    context.textAlign = across === CENTER ? 'center' : across === RIGHT ? 'right' : 'left';
    const upright = textAlign & BASELINE;
    context.textBaseline = upright === BASELINE ? 'alphabetic' : upright === BOTTOM ? 'bottom' : 'top';
    context.fillText(text, 0, 0);
    const width = context.measureText(text).width;
    context.restore();
    if (textAlign & UPDATES)
      this.state.position = [this.state.position[0] + width / (scale || 1), this.state.position[1]];
  }

  #matrix(): Matrix {
    return combined(toDevice(this.state), this.#base);
  }

  #at([x, y]: Point): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix();
    return [a * x + c * y + e, b * x + d * y + f];
  }

  #polygon(points: readonly Point[]): void {
    for (const [index, point] of points.entries()) {
      if (index === 0) this.#context.moveTo(...this.#at(point));
      else this.#context.lineTo(...this.#at(point));
    }
    this.#context.closePath();
  }

  /** Adds to the path that is gathered, or draws at once. */
  #trace(add: () => void, fills: boolean): void {
    this.#spend();
    if (!this.#gathers) this.#context.beginPath();
    add();
    if (this.#gathers) return;
    if (fills) this.#fill();
    this.#stroke();
  }

  #spend(): void {
    this.#left -= 1;
  }

  #fill(): void {
    if (!this.state.brush) return;
    this.#context.fillStyle = this.state.brush.color;
    this.#context.fill(this.state.fillRule);
  }

  #stroke(): void {
    const { pen } = this.state;
    if (!pen) return;
    const [a, b, c, d] = this.#matrix();
    const scale = Math.sqrt(Math.abs(a * d - b * c));
    this.#context.strokeStyle = pen.color;
    // No line is thinner than a pixel of the device.
    this.#context.lineWidth = Math.max(pen.width * scale, 0.75);
    this.#context.setLineDash(pen.dashes.map((one) => one * scale));
    this.#context.stroke();
  }
}

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
