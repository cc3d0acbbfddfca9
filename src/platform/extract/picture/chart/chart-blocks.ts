import type { ChartDrawing, ChartPlot } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { type Area, inNumbers } from './chart-frame.ts';
import { setFont, setUsual, write } from './chart-text.ts';

/** Draws a funnel: a bar a stage, all around one middle. */
export function drawFunnel(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, area: Area): void {
  const [series] = own.series;
  const values = (series?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const most = Math.max(...values, 0);
  if (!series || most === 0) return;
  const left = area.w * 0.22;
  const slot = area.h / values.length;
  for (const [index, value] of values.entries()) {
    const w = ((area.w - left) * value) / most;
    const x = area.x + left + (area.w - left - w) / 2;
    const y = area.y + slot * index;
    drawing.context.fillStyle = series.colors[index] ?? '#595959';
    drawing.context.fillRect(x, y + slot * 0.04, w, slot * 0.92);
    setUsual(drawing, chart);
    write(drawing, chart.categories[index] ?? '', area.x + left - 6, y + slot / 2, 'right', left - 6);
    setFont(drawing, chart.textSize, '#ffffff', false, chart.font);
    write(drawing, inNumbers(value, chart.values.format), x + w / 2, y + slot / 2, 'center', w);
  }
}

type Block = { readonly index: number; readonly value: number };

/** Draws a treemap: areas as their values, in rows that are as square as they can be (Bruls, Huizing, van Wijk 2000). */
export function drawTreemap(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, area: Area): void {
  const [series] = own.series;
  const blocks = (series?.values ?? [])
    .map((value, index): Block => ({ index, value: Math.max(0, value ?? 0) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value);
  const sum = blocks.reduce((total, { value }) => total + value, 0);
  if (!series || sum === 0) return;
  const scale = (area.w * area.h) / sum;
  let rest = area;
  for (let from = 0; from < blocks.length; ) {
    const side = Math.min(rest.w, rest.h);
    let end = from + 1;
    while (
      end < blocks.length &&
      worst(blocks.slice(from, end + 1), side, scale) <= worst(blocks.slice(from, end), side, scale)
    )
      end += 1;
    rest = drawRow(drawing, chart, series.colors, blocks.slice(from, end), rest, scale);
    from = end;
  }
}

/** How far the least square block of a row is from being one. */
function worst(row: readonly Block[], side: number, scale: number): number {
  const areas = row.map(({ value }) => value * scale);
  const sum = areas.reduce((total, one) => total + one, 0);
  const square = side * side;
  return Math.max((square * Math.max(...areas)) / (sum * sum), (sum * sum) / (square * Math.min(...areas)));
}

/** Draws a row along the shorter side; answers what is left. */
function drawRow(
  drawing: Drawing,
  chart: ChartDrawing,
  colors: readonly string[],
  row: readonly Block[],
  area: Area,
  scale: number,
): Area {
  const { context } = drawing;
  const sum = row.reduce((total, { value }) => total + value * scale, 0);
  const isDown = area.w >= area.h;
  const depth = sum / Math.max(1, isDown ? area.h : area.w);
  let along = 0;
  for (const { index, value } of row) {
    const length = (value * scale) / Math.max(0.01, depth);
    const box = isDown
      ? { x: area.x, y: area.y + along, w: depth, h: length }
      : { x: area.x + along, y: area.y, w: length, h: depth };
    context.fillStyle = colors[index] ?? '#595959';
    context.fillRect(box.x + 0.5, box.y + 0.5, box.w - 1, box.h - 1);
    setFont(drawing, chart.textSize, '#ffffff', false, chart.font);
    const name = chart.categories[index] ?? '';
    if (box.h > chart.textSize * 1.5)
      write(drawing, name, box.x + 4, box.y + chart.textSize, 'left', box.w - 6);
    along += length;
  }
  return isDown
    ? { x: area.x + depth, y: area.y, w: Math.max(0, area.w - depth), h: area.h }
    : { x: area.x, y: area.y + depth, w: area.w, h: Math.max(0, area.h - depth) };
}
