import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Form, PathStep } from '../../scene/slide-scene.ts';
import { traceCallout } from './form-callouts.ts';
import type { Adjust, Point, Sides } from './form-measures.ts';
import { polygonsOf } from './form-polygons.ts';

/** What of a traced path is painted. */
type Traced = { readonly filled: boolean; readonly stroked: boolean };

const POINT = 12_700;
/** Forms that are lines, with nothing inside. */
const OPEN =
  /^(line|straightConnector1|(bent|curved)Connector\d|arc|(left|right)(Brace|Bracket)|brac(ket|e)Pair)$/;

/** Traces a form `w` by `h` large from the origin; `paint` is called after each path. Presets and their formulas: ECMA-376 part 1, 20.1.10.56 and its presetShapeDefinitions. */
export function traceForm(
  context: SKRSContext2D,
  form: Form,
  w: number,
  h: number,
  paint: (traced: Traced) => void,
): void {
  if ('paths' in form) {
    for (const { filled, stroked, steps, ...size } of form.paths) {
      context.beginPath();
      tracePath(context, steps, w / (size.w || w * POINT), h / (size.h || h * POINT));
      paint({ filled, stroked });
    }
    return;
  }
  const least = Math.min(w, h);
  const adjust: Adjust = (name, usual) => (form.adjust[name] ?? usual) / 100_000;
  context.beginPath();
  const sides = { w, h, least };
  const isTraced = [traceRound, traceCurved, traceLine, traceCallout].some((trace) =>
    trace(context, form.preset, sides, adjust),
  );
  if (!isTraced) {
    for (const points of polygonsOf(form.preset, sides, adjust)) tracePolygon(context, points);
  }
  paint({ filled: !OPEN.test(form.preset), stroked: true });
}

function tracePolygon(context: SKRSContext2D, points: readonly Point[]): void {
  for (const [at, [x, y]] of points.entries()) {
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}

function tracePath(context: SKRSContext2D, steps: readonly PathStep[], sx: number, sy: number): void {
  let [x, y] = [0, 0];
  for (const step of steps) {
    if (step.step === 'close') context.closePath();
    else if (step.step === 'arc') {
      const [rx, ry] = [step.radii[0] * sx, step.radii[1] * sy];
      const [cx, cy] = [x - rx * Math.cos(step.from), y - ry * Math.sin(step.from)];
      const to = step.from + step.sweep;
      context.ellipse(cx, cy, Math.abs(rx), Math.abs(ry), 0, step.from, to, step.sweep < 0);
      [x, y] = [cx + rx * Math.cos(to), cy + ry * Math.sin(to)];
    } else if (step.step === 'curve') {
      const [a = [0, 0], b = a, c] = step.points.map(([px, py]): [number, number] => [px * sx, py * sy]);
      if (c) context.bezierCurveTo(...a, ...b, ...c);
      else context.quadraticCurveTo(...a, ...b);
      [x, y] = c ?? b;
    } else {
      [x, y] = [step.to[0] * sx, step.to[1] * sy];
      if (step.step === 'move') context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
}

/** Forms with round corners or sides; false when it is none of them. */
function traceRound(context: SKRSContext2D, preset: string, { w, h, least }: Sides, adjust: Adjust): boolean {
  const corner = least * Math.max(0, Math.min(0.5, adjust('adj', 16_667)));
  const first = least * Math.max(0, Math.min(0.5, adjust('adj1', 16_667)));
  const centre: Point = [w / 2, h / 2];
  switch (preset) {
    case 'roundRect':
    case 'flowChartAlternateProcess':
      context.roundRect(0, 0, w, h, corner);
      return true;
    case 'flowChartTerminator':
      context.roundRect(0, 0, w, h, least / 2);
      return true;
    case 'round1Rect':
      context.roundRect(0, 0, w, h, [0, corner, 0, 0]);
      return true;
    case 'round2SameRect':
      context.roundRect(0, 0, w, h, [first, first, 0, 0]);
      return true;
    case 'round2DiagRect':
      context.roundRect(0, 0, w, h, [first, 0, first, 0]);
      return true;
    case 'ellipse':
    case 'flowChartConnector':
    case 'cloud':
      context.ellipse(...centre, w / 2, h / 2, 0, 0, 2 * Math.PI);
      return true;
    case 'donut': {
      const ring = least * Math.min(0.5, adjust('adj', 25_000));
      context.ellipse(...centre, w / 2, h / 2, 0, 0, 2 * Math.PI);
      context.closePath();
      context.moveTo(Math.max(w / 2, w - ring), h / 2);
      context.ellipse(
        ...centre,
        Math.max(0, w / 2 - ring),
        Math.max(0, h / 2 - ring),
        0,
        0,
        2 * Math.PI,
        true,
      );
      return true;
    }
    case 'can':
      context.ellipse(w / 2, h * 0.125, w / 2, h * 0.125, 0, Math.PI, 2 * Math.PI);
      context.ellipse(w / 2, h * 0.875, w / 2, h * 0.125, 0, 0, Math.PI);
      context.closePath();
      return true;
    case 'pie':
    case 'chord':
    case 'arc':
    case 'blockArc':
      traceSector(context, preset, { w, h, least }, adjust);
      return true;
    default:
      return false;
  }
}

function traceSector(context: SKRSContext2D, preset: string, { w, h, least }: Sides, adjust: Adjust): void {
  const usual = { pie: [0, 16.2], chord: [2.7, 16.2], arc: [16.2, 0], blockArc: [10.8, 0] }[preset] ?? [0, 0];
  const angle = (name: string, at: number) => (adjust(name, (usual[at] ?? 0) * 1e6) * Math.PI) / 108;
  const [from, to] = [angle('adj1', 0), angle('adj2', 1)];
  context.ellipse(w / 2, h / 2, w / 2, h / 2, 0, from, to <= from ? to + 2 * Math.PI : to);
  if (preset === 'pie') context.lineTo(w / 2, h / 2);
  if (preset === 'blockArc') {
    const ring = least * Math.max(0, Math.min(0.5, adjust('adj3', 25_000)));
    const [rx, ry] = [Math.max(0, w / 2 - ring), Math.max(0, h / 2 - ring)];
    context.ellipse(w / 2, h / 2, rx, ry, 0, to <= from ? to + 2 * Math.PI : to, from, true);
  }
  if (preset !== 'arc') context.closePath();
}

/** Forms of curves; false when it is none of them. */
function traceCurved(context: SKRSContext2D, preset: string, { w, h }: Sides): boolean {
  switch (preset) {
    case 'flowChartDelay':
      context.moveTo(0, 0);
      context.lineTo(w / 2, 0);
      context.ellipse(w / 2, h / 2, w / 2, h / 2, 0, -Math.PI / 2, Math.PI / 2);
      context.lineTo(0, h);
      context.closePath();
      return true;
    case 'heart':
      context.moveTo(w / 2, h / 4);
      context.bezierCurveTo(w * 0.71, -h * 0.33, w * 1.52, h / 4, w / 2, h);
      context.bezierCurveTo(-w * 0.52, h / 4, w * 0.29, -h * 0.33, w / 2, h / 4);
      context.closePath();
      return true;
    default:
      return false;
  }
}

/** Lines, braces and connectors; false when it is none of them. */
function traceLine(context: SKRSContext2D, preset: string, { w, h }: Sides, adjust: Adjust): boolean {
  const open = (...points: readonly Point[]) => {
    for (const [at, [x, y]] of points.entries()) at === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
    return true;
  };
  switch (preset) {
    case 'line':
    case 'straightConnector1':
    case 'lineInv':
      return open([0, 0], [w, h]);
    case 'bentConnector2':
      return open([0, 0], [w, 0], [w, h]);
    case 'bentConnector3':
    case 'bentConnector4':
    case 'bentConnector5': {
      const x = w * adjust('adj1', 50_000);
      return open([0, 0], [x, 0], [x, h], [w, h]);
    }
    case 'curvedConnector2':
    case 'curvedConnector3':
    case 'curvedConnector4':
      context.moveTo(0, 0);
      context.bezierCurveTo(w / 2, 0, w / 2, h, w, h);
      return true;
    case 'leftBracket':
      return open([w, 0], [0, 0], [0, h], [w, h]);
    case 'rightBracket':
      return open([0, 0], [w, 0], [w, h], [0, h]);
    case 'leftBrace':
      return open(
        [w, 0],
        [w / 2, h * 0.05],
        [w / 2, h * 0.45],
        [0, h / 2],
        [w / 2, h * 0.55],
        [w / 2, h * 0.95],
        [w, h],
      );
    case 'rightBrace':
      return open(
        [0, 0],
        [w / 2, h * 0.05],
        [w / 2, h * 0.45],
        [w, h / 2],
        [w / 2, h * 0.55],
        [w / 2, h * 0.95],
        [0, h],
      );
    default:
      return false;
  }
}
