import type { ChartDrawing, ChartPlot, ChartSeries } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { type Area, inNumbers } from './chart-frame.ts';
import { pointCount, scaleOf } from './chart-scale.ts';
import { setUsual, widthOf, write } from './chart-text.ts';

/** Charts around a middle: pies, doughnuts, radars. */

const TURN = 2 * Math.PI;
const EDGE = '#ffffff';
const RULE = '#d9d9d9';

/** Draws a pie, or a ring for each series. */
export function drawPie(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, area: Area): void {
  const rings = own.kind === 'doughnut' ? own.series : own.series.slice(0, 1);
  const outer = Math.min(area.w, area.h) / 2;
  const [x, y] = [area.x + area.w / 2, area.y + area.h / 2];
  const inner = own.kind === 'doughnut' ? outer * own.hole : 0;
  const ring = (outer - inner) / Math.max(1, rings.length);
  for (const [index, series] of rings.entries()) {
    const from = inner + ring * index;
    drawRing(drawing, chart, series, { x, y, inner: from, outer: from + ring, start: own.from });
  }
}

type Ring = {
  readonly x: number;
  readonly y: number;
  readonly inner: number;
  readonly outer: number;
  readonly start: number;
};

function drawRing(drawing: Drawing, chart: ChartDrawing, series: ChartSeries, ring: Ring): void {
  const { context } = drawing;
  const { x, y, inner, outer } = ring;
  const values = series.values.map((value) => Math.abs(value ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return;
  let from = (ring.start / 360) * TURN - TURN / 4;
  for (const [index, value] of values.entries()) {
    const to = from + (value / sum) * TURN;
    tracePiece(context, ring, from, to);
    context.fillStyle = series.colors[index] ?? '#595959';
    // A whole ring is two circles.
    context.fill('evenodd');
    context.strokeStyle = EDGE;
    context.lineWidth = 1;
    context.stroke();
    const text = labelOf(chart, series, index, value / sum);
    if (text !== '' && value > 0) {
      const middle = (from + to) / 2;
      const reach = inner > 0 ? (inner + outer) / 2 : outer * 0.7;
      setUsual(drawing, chart);
      write(drawing, text, x + Math.cos(middle) * reach, y + Math.sin(middle) * reach, 'center');
    }
    from = to;
  }
}

function tracePiece(
  context: Drawing['context'],
  { x, y, inner, outer }: Ring,
  from: number,
  to: number,
): void {
  context.beginPath();
  if (to - from > TURN - 1e-6) {
    context.arc(x, y, outer, 0, TURN);
    context.moveTo(x + inner, y);
    if (inner > 0) context.arc(x, y, inner, 0, TURN);
    return;
  }
  context.arc(x, y, outer, from, to);
  if (inner > 0) context.arc(x, y, inner, to, from, true);
  else context.lineTo(x, y);
  context.closePath();
}

function labelOf(chart: ChartDrawing, { labels, values }: ChartSeries, index: number, part: number): string {
  return [
    ...(labels.category ? [chart.categories[index] ?? ''] : []),
    ...(labels.value ? [inNumbers(values[index] ?? 0, chart.values.format)] : []),
    ...(labels.part ? [inNumbers(part, '0%')] : []),
  ].join('; ');
}

/** Draws a net with each series as a line around the middle, filled or not. */
export function drawRadar(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, area: Area): void {
  const { context } = drawing;
  const count = Math.max(3, pointCount(own));
  setUsual(drawing, chart);
  const names = Array.from({ length: count }, (_, index) => chart.categories[index] ?? '');
  const margin = Math.min(area.w * 0.2, Math.max(...names.map((name) => widthOf(drawing, name))));
  const radius = Math.max(5, Math.min(area.w / 2 - margin, area.h / 2 - chart.textSize * 1.6));
  const [x, y] = [area.x + area.w / 2, area.y + area.h / 2];
  const angle = (index: number) => (index / count) * TURN - TURN / 4;
  const { least, most, step } = scaleOf(chart, own.second, radius);
  const reach = (value: number) => radius * Math.max(0, Math.min(1, (value - least) / (most - least)));
  const trace = (reaches: readonly number[]) => {
    context.beginPath();
    for (const [index, one] of reaches.entries()) {
      const at = [x + Math.cos(angle(index)) * one, y + Math.sin(angle(index)) * one] as const;
      if (index === 0) context.moveTo(...at);
      else context.lineTo(...at);
    }
    context.closePath();
  };
  context.strokeStyle = chart.values.grid ?? RULE;
  context.lineWidth = 0.75;
  for (let value = least + step; value <= most + step / 100; value += step) {
    trace(Array.from({ length: count }, () => reach(value)));
    context.stroke();
  }
  for (const [index, name] of names.entries()) {
    const [dx, dy] = [Math.cos(angle(index)), Math.sin(angle(index))];
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx * radius, y + dy * radius);
    context.stroke();
    const align = Math.abs(dx) < 0.1 ? 'center' : dx > 0 ? 'left' : 'right';
    write(drawing, name, x + dx * (radius + 5), y + dy * (radius + chart.textSize * 0.9), align, margin);
  }
  for (const series of own.series) {
    trace(Array.from({ length: count }, (_, index) => reach(series.values[index] ?? least)));
    drawNet(drawing, series);
  }
  setUsual(drawing, chart);
  for (let value = least; chart.values.shown && value <= most + step / 100; value += step) {
    write(drawing, inNumbers(value, chart.values.format), x - 4, y - reach(value), 'right');
  }
}

/** Fills or strokes the path that is there. */
function drawNet({ context }: Drawing, series: ChartSeries): void {
  if (series.filled) {
    context.fillStyle = series.colors[0] ?? '#595959';
    context.fill();
    return;
  }
  context.strokeStyle = series.line?.color ?? series.colors[0] ?? '#595959';
  context.lineWidth = series.line?.width ?? 2.25;
  context.stroke();
}
