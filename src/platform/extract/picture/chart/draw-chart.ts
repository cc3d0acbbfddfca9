import type { ChartDrawing, ChartPlot } from '../../scene/chart-drawing.ts';
import type { SceneShape } from '../../scene/slide-scene.ts';
import type { Drawing } from '../writing/drawing.ts';
import { drawFunnel, drawTreemap } from './chart-blocks.ts';
import { drawColumns, drawWaterfall } from './chart-columns.ts';
import { type Area, drawFrame, type Plot } from './chart-frame.ts';
import { drawBubbles, drawDots, drawLinePlot, drawStock } from './chart-lines.ts';
import { drawPie, drawRadar } from './chart-round.ts';
import { setFont, setUsual, widthOf, write } from './chart-text.ts';

type Chart = Extract<SceneShape, { readonly shape: 'chart' }>;

const USUAL_TITLE = 14;
const FAINT = '#595959';
/** Entries of a legend, and points around what is drawn. */
const MOST_ENTRIES = 30;
const AIR = 6;

/** Draws a chart from the origin: title, values, axes and legend. What can't be drawn shows its title alone. */
export function drawChart(drawing: Drawing, shape: Chart): void {
  const { drawing: chart, w, h } = shape;
  if (!chart || chart.plots.every((plot) => plot.series.every((one) => one.values.length === 0))) {
    setFont(drawing, USUAL_TITLE, FAINT);
    write(drawing, shape.rows[0]?.[0] ?? '', w / 2, USUAL_TITLE, 'center', w);
    return;
  }
  const top = writeTitle(drawing, chart, w);
  const whole = { x: AIR, y: top + AIR / 2, w: w - 2 * AIR, h: h - top - AIR };
  const rest = drawLegend(drawing, chart, whole);
  const { inner } = chart;
  const fixed = inner && { x: inner.x * w, y: inner.y * h, w: inner.w * w, h: inner.h * h };
  const area = fixed ?? rest;
  if (area.w < 20 || area.h < 20) return;
  drawPlots(drawing, chart, area, fixed !== undefined);
}

function writeTitle(drawing: Drawing, chart: ChartDrawing, w: number): number {
  if (chart.title === '') return 0;
  setFont(drawing, chart.titleSize, chart.textColor, chart.boldTitle, chart.font);
  write(drawing, chart.title, w / 2, chart.titleSize, 'center', w);
  return chart.titleSize * 1.8;
}

/** Each in its own way; those with axes share them. */
function drawPlots(drawing: Drawing, chart: ChartDrawing, area: Area, fixed: boolean): void {
  let frame: Plot | undefined;
  for (const plot of chart.plots) {
    if (plot.kind === 'pie' || plot.kind === 'doughnut') drawPie(drawing, chart, plot, area);
    else if (plot.kind === 'radar') drawRadar(drawing, chart, plot, area);
    else if (plot.kind === 'funnel') drawFunnel(drawing, chart, plot, area);
    else if (plot.kind === 'treemap') drawTreemap(drawing, chart, plot, area);
    else {
      frame ??= drawFrame(drawing, chart, area, fixed);
      drawOnAxes(drawing, chart, plot, frame);
    }
  }
}

function drawOnAxes(drawing: Drawing, chart: ChartDrawing, plot: ChartPlot, frame: Plot): void {
  const { context } = drawing;
  context.save();
  // Beyond what the axes show nothing is drawn; labels may stand a little outside.
  context.beginPath();
  context.rect(
    frame.x - AIR,
    frame.y - chart.textSize * 1.5,
    frame.w + 2 * AIR,
    frame.h + chart.textSize * 3,
  );
  context.clip();
  if (plot.kind === 'columns' || plot.kind === 'bars') drawColumns(drawing, chart, plot, frame);
  else if (plot.kind === 'waterfall') drawWaterfall(drawing, chart, plot, frame);
  else if (plot.kind === 'dots') drawDots(drawing, chart, plot, frame);
  else if (plot.kind === 'bubbles') drawBubbles(drawing, plot, frame);
  else if (plot.kind === 'stock') drawStock(drawing, plot, frame);
  else drawLinePlot(drawing, chart, plot, frame);
  context.restore();
}

type Entry = { readonly text: string; readonly color: string; readonly isLine: boolean };

function entriesOf(chart: ChartDrawing): readonly Entry[] {
  const entries = chart.plots.flatMap((plot) => {
    const [first] = plot.series;
    const byPoint = plot.kind === 'pie' || plot.kind === 'doughnut' || plot.kind === 'treemap';
    const varied = plot.series.length === 1 && new Set(first?.colors).size > 1;
    if ((byPoint || varied) && first) {
      return first.values.map(
        (_, at): Entry => ({
          text: chart.categories[at] ?? String(at + 1),
          color: first.colors[at] ?? FAINT,
          isLine: false,
        }),
      );
    }
    return plot.series.map(
      (one): Entry => ({
        text: one.name,
        color: one.line?.color ?? (one.colors[0] || one.outline?.color) ?? FAINT,
        isLine: one.line !== undefined,
      }),
    );
  });
  return entries.slice(0, MOST_ENTRIES);
}

/** Draws the legend at its side; answers what is left. */
function drawLegend(drawing: Drawing, chart: ChartDrawing, area: Area): Area {
  const { legend, textSize } = chart;
  if (legend === undefined) return area;
  setUsual(drawing, chart);
  const entries = entriesOf(chart);
  const line = textSize * 1.45;
  const key = textSize * 1.6;
  const widths = entries.map(({ text }) => Math.min(area.w * 0.4, widthOf(drawing, text)) + key);
  if (legend === 'left' || legend === 'right') {
    const wide = Math.min(area.w * 0.45, Math.max(0, ...widths) + AIR);
    const x = legend === 'left' ? area.x : area.x + area.w - wide;
    const from = area.y + Math.max(0, (area.h - line * entries.length) / 2);
    for (const [index, entry] of entries.entries()) {
      writeEntry(drawing, chart, entry, x, from + line * (index + 0.5), wide - key);
    }
    const left = legend === 'left' ? wide + AIR : 0;
    return { ...area, x: area.x + left, w: area.w - wide - AIR };
  }
  const gap = textSize;
  const y = legend === 'top' ? area.y + line / 2 : area.y + area.h - line / 2;
  const sum = widths.reduce((total, width) => total + width + gap, -gap);
  let x = area.x + Math.max(0, (area.w - sum) / 2);
  for (const [index, entry] of entries.entries()) {
    const width = widths[index] ?? 0;
    if (x + width > area.x + area.w + gap) break;
    writeEntry(drawing, chart, entry, x, y, width - key);
    x += width + gap;
  }
  return { ...area, y: area.y + (legend === 'top' ? line : 0), h: area.h - line };
}

function writeEntry(
  drawing: Drawing,
  chart: ChartDrawing,
  { text, color, isLine }: Entry,
  x: number,
  y: number,
  most: number,
): void {
  const { context } = drawing;
  const side = chart.textSize * 0.6;
  context.fillStyle = color;
  if (isLine) context.fillRect(x, y - 1.1, side * 2, 2.2);
  else context.fillRect(x + side * 0.4, y - side / 2, side, side);
  setUsual(drawing, chart);
  write(drawing, text, x + chart.textSize * 1.5, y, 'left', most);
}
