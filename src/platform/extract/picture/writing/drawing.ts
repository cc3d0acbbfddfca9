import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Paint } from '../../scene/colors.ts';
import type { Outline } from '../../scene/slide-scene.ts';
import type { TextBudget } from './break-text.ts';
import type { Writing } from './writing.ts';

/** What drawing a slide needs everywhere. Measures are points; the canvas scales them. */
export type Drawing = {
  readonly context: SKRSContext2D;
  /** Text's colour where nothing states one. */
  readonly ink: string;
  /** What is marked; undefined for nothing. */
  readonly pattern: RegExp | undefined;
  readonly budget: TextBudget;
  /** Points that a pixel is wide: nothing is drawn thinner than a part of it. */
  readonly pixel: number;
  /** Who is told what is written where; absent where nobody asks. */
  readonly writing?: Writing | undefined;
};

/** Makes a paint the canvas's fill, for an area `w` by `h` from the origin. */
export function setFill(context: SKRSContext2D, paint: Paint, w: number, h: number): void {
  if (typeof paint === 'string') {
    context.fillStyle = paint;
    return;
  }
  const [x, y, reach] = [w / 2, h / 2, Math.hypot(w, h) / 2];
  const angle = (paint.angle * Math.PI) / 180;
  // As far as the corners: half of the area's projection on the gradient's direction.
  const half = (Math.abs(w * Math.cos(angle)) + Math.abs(h * Math.sin(angle))) / 2;
  const [dx, dy] = [Math.cos(angle) * half, Math.sin(angle) * half];
  const gradient =
    paint.gradient === 'radial'
      ? context.createRadialGradient(x, y, 0, x, y, Math.max(0.01, reach))
      : context.createLinearGradient(x - dx, y - dy, x + dx, y + dy);
  for (const { at, color } of paint.stops) gradient.addColorStop(at, color);
  context.fillStyle = gradient;
}

/** Makes an outline the canvas's stroke. */
export function setStroke({ context, pixel }: Drawing, outline: Outline): void {
  context.strokeStyle = outline.color;
  context.lineWidth = Math.max(outline.width, pixel * 0.6);
  context.setLineDash(outline.dashed ? [outline.width * 4, outline.width * 3] : []);
}
