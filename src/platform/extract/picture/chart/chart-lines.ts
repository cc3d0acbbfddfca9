import type { ChartDrawing, ChartPlot, ChartSeries } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { inNumbers, type Plot } from './chart-frame.ts';
import { pointsAcross, sumsAt } from './chart-scale.ts';
import { setUsual, write } from './chart-text.ts';

type Point = readonly [number, number];

/** Half of a marker's side. */
const MARKER = 3;

/** Draws lines or areas: each by itself, on each other, or as parts of the whole. */
export function drawLinePlot(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, plot: Plot): void {
  const sums: number[] = [];
  const layers = own.series.map((series) => {
    const below = [...sums];
    const points = Array.from({ length: plot.count }, (_, index): Point | undefined => {
      const value = series.values[index];
      if (value === undefined && own.stacking === 'none') return undefined;
      const { up, down } = sumsAt(own, index);
      const part = own.stacking === 'share' ? (value ?? 0) / (up - down || 1) : (value ?? 0);
      const reached = own.stacking === 'none' ? part : (sums[index] ?? 0) + part;
      sums[index] = reached;
      return [plot.middle(index), plot.at(reached, own.second)];
    });
    return { series, points, below };
  });
  // Areas that lie behind others are drawn first.
  const order = own.kind === 'areas' && own.stacking === 'none' ? layers.toReversed() : layers;
  for (const { series, points, below } of order) {
    if (own.kind === 'areas') fillArea(drawing, series, points, below, own, plot);
    else drawSeries(drawing, chart, series, points);
  }
}

function fillArea(
  { context }: Drawing,
  series: ChartSeries,
  points: readonly (Point | undefined)[],
  below: readonly number[],
  own: ChartPlot,
  plot: Plot,
): void {
  const there = points.flatMap((point) => (point === undefined ? [] : [point]));
  const [first] = there;
  if (first === undefined) return;
  context.beginPath();
  tracePoints(context, there, false);
  for (let index = points.length - 1; index >= 0; index -= 1) {
    if (points[index] === undefined) continue;
    context.lineTo(plot.middle(index), plot.at(below[index] ?? 0, own.second));
  }
  context.closePath();
  context.fillStyle = series.colors[0] ?? '#595959';
  context.fill();
}

/** Draws dots, with lines between them where the chart has them. */
export function drawDots(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, plot: Plot): void {
  for (const series of own.series) {
    const across = pointsAcross(series);
    const points = series.values.map((value, index): Point | undefined =>
      value === undefined ? undefined : [plot.place(across[index] ?? 0), plot.at(value, own.second)],
    );
    drawSeries(drawing, chart, series, points);
  }
}

/** Draws bubbles: their areas are as their sizes, the largest a quarter of the plot's shorter side wide. */
export function drawBubbles(drawing: Drawing, own: ChartPlot, plot: Plot): void {
  const { context } = drawing;
  const largest = Math.max(...own.series.flatMap(({ sizes }) => sizes.map((size) => Math.abs(size ?? 0))), 0);
  const most = Math.min(plot.w, plot.h) / 8;
  for (const series of own.series) {
    const across = pointsAcross(series);
    for (const [index, value] of series.values.entries()) {
      const size = Math.abs(series.sizes[index] ?? largest);
      if (value === undefined || size === 0) continue;
      context.beginPath();
      const radius = most * Math.sqrt(size / (largest || 1));
      context.arc(plot.place(across[index] ?? 0), plot.at(value, own.second), radius, 0, 2 * Math.PI);
      context.fillStyle = series.colors[index] ?? '#595959';
      context.fill();
    }
  }
}

/** Draws a stock's days: from the lowest to the highest of all series, with a mark at the last. */
export function drawStock(drawing: Drawing, own: ChartPlot, plot: Plot): void {
  const { context } = drawing;
  for (let index = 0; index < plot.count; index += 1) {
    const values = own.series.flatMap(({ values: all }) => all[index] ?? []);
    const close = own.series.at(-1)?.values[index];
    if (values.length === 0) continue;
    const [high, low] = [plot.at(Math.max(...values), own.second), plot.at(Math.min(...values), own.second)];
    context.fillStyle = '#595959';
    context.fillRect(plot.middle(index) - 0.5, high, 1, low - high);
    if (close !== undefined) context.fillRect(plot.middle(index) - 3, plot.at(close, own.second) - 1, 6, 2);
  }
}

function drawSeries(
  drawing: Drawing,
  chart: ChartDrawing,
  series: ChartSeries,
  points: readonly (Point | undefined)[],
): void {
  const { context } = drawing;
  if (series.line) {
    context.strokeStyle = series.line.color;
    context.lineWidth = series.line.width;
    context.lineJoin = 'round';
    for (const run of runsOf(points)) {
      context.beginPath();
      tracePoints(context, run, series.smooth);
      context.stroke();
    }
  }
  for (const [index, point] of points.entries()) {
    if (point === undefined) continue;
    const [x, y] = point;
    context.fillStyle = series.colors[index] ?? '#595959';
    if (series.markers || !series.line) context.fillRect(x - MARKER, y - MARKER, MARKER * 2, MARKER * 2);
    if (!series.labels.value) continue;
    setUsual(drawing, chart);
    const text = inNumbers(series.values[index] ?? 0, chart.values.format);
    write(drawing, text, x + MARKER * 2, y - chart.textSize * 0.7, 'left');
  }
}

/** Points that follow each other without a gap. */
function runsOf(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === undefined) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}

/** A path through points; smooth as Catmull and Rom have it. */
function tracePoints(context: Drawing['context'], points: readonly Point[], smooth: boolean): void {
  for (const [index, [x, y]] of points.entries()) {
    const [before, from, next] = [points[index - 2], points[index - 1], points[index + 1]];
    if (from === undefined) context.moveTo(x, y);
    else if (!smooth) context.lineTo(x, y);
    else {
      const [px, py] = before ?? from;
      const [nx, ny] = next ?? [x, y];
      const [fx, fy] = from;
      context.bezierCurveTo(fx + (x - px) / 6, fy + (y - py) / 6, x - (nx - fx) / 6, y - (ny - fy) / 6, x, y);
    }
  }
}
