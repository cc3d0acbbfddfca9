import type { ChartDrawing } from '../../scene/chart-drawing.ts';
import type { SceneShape } from '../../scene/slide-scene.ts';
import type { Drawing } from '../writing/drawing.ts';
import { faceOf } from '../writing/faces.ts';

type Chart = Extract<SceneShape, { readonly shape: 'chart' }>;
type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const SIZE = 11;
const FAINT = '#595959';
const RULE = '#d9d9d9';
const STEPS = 4;

/** Draws a chart from the origin: title, values, categories and legend, without the author's own styles of them. */
export function drawChart(drawing: Drawing, shape: Chart): void {
  const { drawing: chart, w, h } = shape;
  if (!chart || chart.series.every((one) => one.values.length === 0)) {
    writeTitle(drawing, shape.rows[0]?.[0] ?? '', w);
    return;
  }
  const top = writeTitle(drawing, chart.title, w);
  const bottom = chart.hasLegend ? writeLegend(drawing, chart, w, h) : 0;
  const area = { x: 6, y: top + 6, w: w - 12, h: h - top - bottom - 12 };
  if (area.w < 20 || area.h < 20) return;
  if (chart.kind === 'pie' || chart.kind === 'doughnut') drawPie(drawing, chart, area);
  else if (chart.kind === 'bars' || chart.kind === 'columns') drawBars(drawing, chart, area);
  else drawLines(drawing, chart, area);
}

function setFont({ context }: Drawing, size: number, color: string): void {
  context.font = `${size}px ${faceOf(undefined).family}`;
  context.fillStyle = color;
  context.textBaseline = 'middle';
}

function writeTitle(drawing: Drawing, title: string, w: number): number {
  if (title === '') return 0;
  const { context } = drawing;
  setFont(drawing, 16, FAINT);
  context.textAlign = 'center';
  context.fillText(title.slice(0, 120), w / 2, 16, w);
  context.textAlign = 'left';
  return 30;
}

function writeLegend(drawing: Drawing, chart: ChartDrawing, w: number, h: number): number {
  const { context } = drawing;
  setFont(drawing, SIZE, FAINT);
  const isPie = chart.kind === 'pie' || chart.kind === 'doughnut';
  const [pie] = chart.series;
  const entries = isPie
    ? chart.categories.map((name, at) => ({ name, color: pie?.colors[at] }))
    : chart.series.map((one) => ({ name: one.name, color: one.colors[0] }));
  const shown = entries.slice(0, 12).map(({ name, color }) => {
    const text = name.slice(0, 40);
    return { text, color: color ?? FAINT, width: context.measureText(text).width + 26 };
  });
  let x = Math.max(0, (w - shown.reduce((sum, one) => sum + one.width, 0)) / 2);
  for (const { text, color, width } of shown) {
    context.fillStyle = color;
    context.fillRect(x, h - 16, 8, 8);
    context.fillStyle = FAINT;
    context.fillText(text, x + 12, h - 12);
    x += width;
  }
  return 24;
}

/** The least and largest value that the axis shows, and the distance of its lines: round numbers. */
function axisOf(chart: ChartDrawing): {
  readonly least: number;
  readonly most: number;
  readonly step: number;
} {
  const count = Math.max(...chart.series.map((one) => one.values.length));
  const columns = Array.from({ length: count }, (_, at) => chart.series.map((one) => one.values[at] ?? 0));
  const sums = chart.stacked
    ? columns.flatMap((values) => [
        values.reduce((sum, value) => sum + Math.max(0, value), 0),
        values.reduce((sum, value) => sum + Math.min(0, value), 0),
      ])
    : columns.flat();
  const [low, high] = [Math.min(0, ...sums), Math.max(0, ...sums)];
  const rough = (high - low || 1) / STEPS;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * ([1, 2, 2.5, 5, 10].find((one) => one * unit >= rough) ?? 10);
  return { least: Math.floor(low / step) * step, most: Math.ceil(high / step) * step || step, step };
}

function inNumbers(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
}

type Plot = Area & { readonly at: (value: number) => number };

/** Draws lines at round values with their numbers; answers the area that is left. `upright`: values go up. */
function drawAxis(drawing: Drawing, chart: ChartDrawing, area: Area, upright: boolean): Plot {
  const { context } = drawing;
  const { least, most, step } = axisOf(chart);
  setFont(drawing, SIZE, FAINT);
  const labels = upright
    ? [inNumbers(most), inNumbers(least)]
    : chart.categories.map((one) => one.slice(0, 24));
  const isBare = upright && !chart.hasValueAxis;
  const widest = isBare ? 0 : Math.max(12, ...labels.map((one) => context.measureText(one).width));
  const left = Math.min(area.w * 0.4, widest + 8);
  const plot = { x: area.x + left, y: area.y, w: area.w - left - 4, h: area.h - SIZE * 1.8 };
  const at = (value: number) => {
    const share = (value - least) / (most - least);
    return upright ? plot.y + plot.h * (1 - share) : plot.x + plot.w * share;
  };
  for (let line = 0; line <= Math.round((most - least) / step) && line < 20; line += 1) {
    const value = least + line * step;
    context.fillStyle = RULE;
    const isShown = chart.hasGrid || value === 0;
    if (isShown && upright) context.fillRect(plot.x, at(value), plot.w, 0.75);
    else if (isShown) context.fillRect(at(value), plot.y, 0.75, plot.h);
    if (!chart.hasValueAxis) continue;
    context.fillStyle = FAINT;
    context.textAlign = upright ? 'right' : 'center';
    if (upright) context.fillText(inNumbers(value), plot.x - 5, at(value));
    else context.fillText(inNumbers(value), at(value), plot.y + plot.h + SIZE);
  }
  context.textAlign = 'left';
  return { ...plot, at };
}

function writeCategories(
  drawing: Drawing,
  chart: ChartDrawing,
  plot: Plot,
  count: number,
  upright: boolean,
): void {
  const { context } = drawing;
  const slot = (upright ? plot.w : plot.h) / count;
  setFont(drawing, SIZE, FAINT);
  const texts = Array.from({ length: count }, (_, at) => (chart.categories[at] ?? '').slice(0, 24));
  const widest = Math.max(1, ...texts.map((text) => context.measureText(text).width)) + 4;
  const size = upright ? Math.max(7, Math.min(SIZE, (SIZE * slot) / widest)) : SIZE;
  setFont(drawing, size, FAINT);
  const every = Math.max(1, Math.ceil((upright ? (widest * size) / SIZE : SIZE * 1.2) / slot - 0.01));
  for (let index = 0; index < count; index += every) {
    const text = texts[index] ?? '';
    context.textAlign = upright ? 'center' : 'right';
    if (upright) {
      context.fillText(text, plot.x + slot * (index + 0.5), plot.y + plot.h + SIZE, slot * every);
    } else context.fillText(text, plot.x - 5, plot.y + plot.h - slot * (index + 0.5), plot.x);
  }
  context.textAlign = 'left';
}

function drawBars(drawing: Drawing, chart: ChartDrawing, area: Area): void {
  const upright = chart.kind === 'columns';
  const plot = drawAxis(drawing, chart, area, upright);
  const count = Math.max(...chart.series.map((one) => one.values.length));
  const slot = (upright ? plot.w : plot.h) / count;
  const lanes = chart.stacked ? 1 : chart.series.length;
  const breadth = (slot * 0.66) / lanes;
  for (let index = 0; index < count; index += 1) {
    const ends = { up: 0, down: 0 };
    for (const [lane, series] of chart.series.entries()) {
      const value = series.values[index] ?? 0;
      const from = chart.stacked ? (value < 0 ? ends.down : ends.up) : 0;
      if (value < 0) ends.down += value;
      else ends.up += value;
      const [start, end] = [plot.at(from), plot.at(from + value)].sort((a, b) => a - b) as [number, number];
      const side = slot * (index + 0.17) + (chart.stacked ? 0 : lane * breadth);
      drawing.context.fillStyle = series.colors[index] ?? FAINT;
      if (upright) drawing.context.fillRect(plot.x + side, start, breadth, end - start);
      else drawing.context.fillRect(start, plot.y + plot.h - side - breadth, end - start, breadth);
      if (!chart.showsValues || chart.stacked || series.values[index] === undefined) continue;
      const label = inNumbers(value);
      setFont(drawing, SIZE, FAINT);
      drawing.context.textAlign = upright ? 'center' : 'left';
      if (upright) drawing.context.fillText(label, plot.x + side + breadth / 2, start - SIZE * 0.7);
      else drawing.context.fillText(label, end + 4, plot.y + plot.h - side - breadth / 2);
    }
  }
  writeCategories(drawing, chart, plot, count, upright);
}

function drawLines(drawing: Drawing, chart: ChartDrawing, area: Area): void {
  const { context } = drawing;
  const plot = drawAxis(drawing, chart, area, true);
  const count = Math.max(...chart.series.map((one) => one.values.length));
  const slot = plot.w / count;
  const sums: number[] = [];
  for (const series of chart.series) {
    const points = series.values.map((value, index): [number, number] => {
      const sum = (chart.stacked ? (sums[index] ?? 0) : 0) + (value ?? 0);
      sums[index] = sum;
      return [plot.x + slot * (index + 0.5), plot.at(sum)];
    });
    const color = series.colors[0] ?? FAINT;
    if (chart.kind === 'dots') {
      context.fillStyle = color;
      for (const [x, y] of points) context.fillRect(x - 2.5, y - 2.5, 5, 5);
      continue;
    }
    context.beginPath();
    for (const [index, [x, y]] of points.entries()) index === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
    context.strokeStyle = color;
    context.lineWidth = 2.25;
    context.stroke();
    if (chart.kind !== 'areas' || points.length === 0) continue;
    context.lineTo(points.at(-1)?.[0] ?? 0, plot.at(0));
    context.lineTo(points[0]?.[0] ?? 0, plot.at(0));
    context.closePath();
    context.globalAlpha = 0.7;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
  }
  writeCategories(drawing, chart, plot, count, true);
}

function drawPie({ context }: Drawing, chart: ChartDrawing, area: Area): void {
  const [series] = chart.series;
  const values = (series?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return;
  const [x, y, radius] = [area.x + area.w / 2, area.y + area.h / 2, Math.min(area.w, area.h) / 2];
  const hole = chart.kind === 'doughnut' ? radius * 0.55 : 0;
  let from = -Math.PI / 2;
  for (const [index, value] of values.entries()) {
    const to = from + (value / sum) * 2 * Math.PI;
    context.beginPath();
    context.arc(x, y, radius, from, to);
    if (hole > 0) context.arc(x, y, hole, to, from, true);
    else context.lineTo(x, y);
    context.closePath();
    context.fillStyle = series?.colors[index] ?? FAINT;
    context.fill();
    context.strokeStyle = '#ffffff';
    context.lineWidth = 1;
    context.stroke();
    from = to;
  }
}
