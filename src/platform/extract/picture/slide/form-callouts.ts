import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Adjust, Point, Sides } from './form-measures.ts';

/** Forms that point at something: bubbles with a tail, boxes with an arrow (ECMA-376's presetShapeDefinitions). */

/** Half of the angle at which a round bubble's tail begins. */
const TAIL = (11 * Math.PI) / 180;

/** Traces a bubble with its tail; false where the form is none. */
export function traceCallout(context: SKRSContext2D, preset: string, sides: Sides, adjust: Adjust): boolean {
  const { w, h, least } = sides;
  const tip: Point = [w * (0.5 + adjust('adj1', -20_833)), h * (0.5 + adjust('adj2', 62_500))];
  if (preset === 'wedgeRectCallout') traceBox(context, sides, 0, tip);
  else if (preset === 'wedgeRoundRectCallout') {
    traceBox(context, sides, least * Math.max(0, Math.min(0.5, adjust('adj3', 16_667))), tip);
  } else if (preset === 'wedgeEllipseCallout') traceEllipse(context, sides, tip);
  else if (preset === 'cloudCallout') traceCloud(context, sides, tip);
  else return false;
  return true;
}

/** A box with round corners and a tail at the side that looks at the tip. */
function traceBox(context: SKRSContext2D, { w, h }: Sides, radius: number, tip: Point): void {
  const [dx, dy] = [tip[0] - w / 2, tip[1] - h / 2];
  const isUpright = Math.abs(dy) > Math.abs((dx * h) / (w || 1));
  const side = isUpright ? (dy < 0 ? 0 : 2) : dx < 0 ? 3 : 1;
  const isInside = Math.abs(dx) < w / 2 && Math.abs(dy) < h / 2;
  // Corners clockwise, from the upper left one.
  const corners: readonly Point[] = [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ];
  const begin = (isUpright ? dx : dy) > 0 ? 7 / 12 : 2 / 12;
  context.moveTo(radius, 0);
  for (const [index, [x, y]] of corners.entries()) {
    const [nx, ny] = corners[(index + 1) % 4] ?? [0, 0];
    if (index === side && !isInside) {
      // Shares of a side count from the left and the top, whichever way round the outline goes.
      const [from, to] = index < 2 ? [begin, begin + 3 / 12] : [1 - begin - 3 / 12, 1 - begin];
      context.lineTo(x + (nx - x) * from, y + (ny - y) * from);
      context.lineTo(...tip);
      context.lineTo(x + (nx - x) * to, y + (ny - y) * to);
    }
    const [fx, fy] = corners[(index + 2) % 4] ?? [0, 0];
    context.arcTo(nx, ny, nx + Math.sign(fx - nx) * radius, ny + Math.sign(fy - ny) * radius, radius);
  }
  context.closePath();
}

function traceEllipse(context: SKRSContext2D, { w, h }: Sides, tip: Point): void {
  const angle = Math.atan2((tip[1] - h / 2) / (h || 1), (tip[0] - w / 2) / (w || 1));
  context.ellipse(w / 2, h / 2, w / 2, h / 2, 0, angle + TAIL, angle - TAIL + 2 * Math.PI);
  context.lineTo(...tip);
  context.closePath();
}

/** A round cloud, and three smaller ones on the way to the tip. */
function traceCloud(context: SKRSContext2D, { w, h, least }: Sides, tip: Point): void {
  context.ellipse(w / 2, h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI);
  for (const [share, size] of [
    [0.62, 0.09],
    [0.82, 0.06],
    [1, 0.035],
  ] as const) {
    const [x, y] = [w / 2 + (tip[0] - w / 2) * share, h / 2 + (tip[1] - h / 2) * share];
    context.moveTo(x + least * size, y);
    context.ellipse(x, y, least * size, least * size, 0, 0, 2 * Math.PI);
  }
}

/** A box with an arrow at a side; undefined where the form is none. */
export function arrowCallout(
  preset: string,
  { w, h, least }: Sides,
  adjust: Adjust,
): readonly Point[] | undefined {
  const direction = /^(right|left|up|down)ArrowCallout$/.exec(preset)?.[1];
  if (direction === undefined) return undefined;
  const isUpright = direction === 'up' || direction === 'down';
  const [length, breadth] = isUpright ? [h, w] : [w, h];
  const body = length * Math.max(0, Math.min(1, adjust('adj4', 64_977)));
  const head = Math.max(body, length - least * Math.max(0, adjust('adj3', 25_000)));
  const shaft = Math.min(breadth / 2, (least * Math.max(0, adjust('adj1', 25_000))) / 2);
  const reach = Math.max(shaft, Math.min(breadth / 2, least * Math.max(0, adjust('adj2', 25_000))));
  const middle = breadth / 2;
  // As if it pointed to the right; then turned.
  const half: readonly Point[] = [
    [0, middle],
    [body, middle],
    [body, shaft],
    [head, shaft],
    [head, reach],
  ];
  const below = half.map(([along, off]): Point => [along, middle + off]);
  const above = half.map(([along, off]): Point => [along, middle - off]);
  const outline = [...above, [length, middle] as const, ...below.toReversed()];
  return outline.map(([along, across]): Point => {
    const at = direction === 'left' || direction === 'up' ? length - along : along;
    return isUpright ? [across, at] : [at, across];
  });
}
