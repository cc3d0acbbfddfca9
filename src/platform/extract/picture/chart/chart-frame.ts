import { formatNumber } from '../../office/number-format.ts';
import type { ChartDrawing, ValueAxis } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { acrossScale, pointCount, type Scale, scaleOf } from './chart-scale.ts';
import { setUsual, widthOf, write } from './chart-text.ts';

/** The axes of a chart: where its values and categories are, with lines and texts. */

export type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Where a chart's values are. `across`: values go from left to right, as those of bars do. */
export type Plot = Area & {
  readonly across: boolean;
  readonly count: number;
  /** Room of one category. */
  readonly slot: number;
  /** Along the axis of values: where a value is. */
  readonly at: (value: number, second?: boolean) => number;
  /** Along the other axis: the middle of a category. */
  readonly middle: (index: number) => number;
  /** Along the other axis where that is one of numbers: where a number is. */
  readonly place: (value: number) => number;
};

const AXIS = '#868686';
const MOST_LINES = 60;
/** Between a text and what it stands at. */
const AIR = 5;

type Parts = { readonly chart: ChartDrawing; readonly scale: Scale; readonly second: Scale | undefined };

/** Draws axes, lines and categories in an area; answers where values are then drawn. */
export function drawFrame(drawing: Drawing, chart: ChartDrawing, area: Area, fixed: boolean): Plot {
  const across = chart.plots.some(({ kind }) => kind === 'bars');
  const isOfNumbers = chart.plots.every(({ kind }) => kind === 'dots' || kind === 'bubbles');
  setUsual(drawing, chart);
  const room = across ? area.w : area.h;
  const parts: Parts = {
    chart,
    scale: scaleOf(chart, false, room),
    second: chart.secondValues && scaleOf(chart, true, room),
  };
  const count = Math.max(1, ...chart.plots.map(pointCount));
  const inner = fixed ? area : innerOf(drawing, parts, area, { across, ofNumbers: isOfNumbers, count });
  const slot = (across ? inner.h : inner.w) / count;
  const numbers = isOfNumbers ? acrossScale(chart.plots, inner.w, chart.textSize) : undefined;
  const reversed = chart.categoryAxis.reversed !== across;
  const edges = chart.reachesEdges && count > 1 && !across;
  const middle = (index: number) => {
    const share = edges ? index / (count - 1) : (index + 0.5) / count;
    const along = reversed ? 1 - share : share;
    return across ? inner.y + inner.h * along : inner.x + inner.w * along;
  };
  const place = (value: number) => inner.x + inner.w * shareOf(numbers ?? parts.scale, value);
  const at = (value: number, second = false) => {
    const share = shareOf((second ? parts.second : undefined) ?? parts.scale, value);
    return across ? inner.x + inner.w * share : inner.y + inner.h * (1 - share);
  };
  const plot: Plot = { ...inner, across, count, slot, at, middle, place };
  drawLines(drawing, parts, plot);
  drawAxisLine(drawing, chart, plot);
  if (parts.second && chart.secondValues) writeSecond(drawing, chart.secondValues, parts.second, plot);
  if (numbers) writeNumbers(drawing, chart, numbers, plot);
  else if (chart.categoryAxis.shown) writeCategories(drawing, chart, plot);
  writeTitles(drawing, chart, area, plot);
  return plot;
}

function shareOf({ least, most }: Scale, value: number): number {
  return Math.max(-0.5, Math.min(1.5, (value - least) / (most - least)));
}

/** The values at which an axis has lines. */
function linesOf({ least, most, step }: Scale): readonly number[] {
  const first = Math.ceil(least / step - 1e-6) * step;
  const count = Math.min(MOST_LINES, Math.floor((most - first) / step + 1e-6) + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}

/** A number as its axis writes it. */
export function inNumbers(value: number, format: string): string {
  // Sums of steps have digits that nobody means.
  return formatNumber(Number(value.toPrecision(12)), format, false);
}

/** What is left for the values beside the texts of the axes. */
function innerOf(
  drawing: Drawing,
  parts: Parts,
  area: Area,
  {
    across,
    ofNumbers,
    count,
  }: { readonly across: boolean; readonly ofNumbers: boolean; readonly count: number },
): Area {
  const { chart, scale, second } = parts;
  const line = chart.textSize * 1.5;
  const numbers = (of: Scale, axis: ValueAxis) =>
    axis.shown
      ? widest(
          drawing,
          linesOf(of).map((value) => inNumbers(value, axis.format)),
        ) +
        AIR * 1.6
      : 0;
  const values = numbers(scale, chart.values);
  const beside =
    chart.categoryAxis.shown && !ofNumbers ? Math.min(area.w * 0.4, widest(drawing, chart.categories)) : 0;
  const left = (across ? beside + AIR * 1.6 : values) + (titleBeside(chart, across) === '' ? 0 : line);
  const right = second && chart.secondValues ? numbers(second, chart.secondValues) : AIR;
  const turned = !ofNumbers && isTurned(drawing, chart, (area.w - left - right) / count, across);
  const names = turned
    ? Math.min(
        area.h * 0.35,
        Math.min(TURNED * chart.textSize, widest(drawing, chart.categories)) * 0.71 + line,
      )
    : line;
  const below =
    (chart.categoryAxis.shown || across ? names : AIR) + (titleBelow(chart, across) === '' ? 0 : line);
  const top = chart.textSize * 0.6;
  return {
    x: area.x + left,
    y: area.y + top,
    w: Math.max(10, area.w - left - right),
    h: Math.max(10, area.h - below - top),
  };
}

function titleBeside(chart: ChartDrawing, across: boolean): string {
  return across ? chart.categoryAxis.title : chart.values.title;
}

function titleBelow(chart: ChartDrawing, across: boolean): string {
  return across ? chart.values.title : chart.categoryAxis.title;
}

/** Lines at round values with their numbers; the one at nought in any case. */
function drawLines(drawing: Drawing, { chart, scale }: Parts, plot: Plot): void {
  const { context } = drawing;
  const { values } = chart;
  for (const value of linesOf(scale)) {
    const at = plot.at(value);
    if (values.grid !== undefined || value === 0) {
      context.fillStyle = value === 0 ? AXIS : (values.grid ?? AXIS);
      if (plot.across) context.fillRect(at, plot.y, 0.75, plot.h);
      else context.fillRect(plot.x, at, plot.w, 0.75);
    }
    if (!values.shown) continue;
    setUsual(drawing, chart);
    const text = inNumbers(value, values.format);
    if (plot.across) write(drawing, text, at, plot.y + plot.h + chart.textSize * 0.9, 'center');
    else write(drawing, text, plot.x - AIR, at, 'right');
  }
}

/** The axis of values as a line beside the plot. */
function drawAxisLine({ context }: Drawing, { values }: ChartDrawing, plot: Plot): void {
  if (!values.shown || !values.line) return;
  context.fillStyle = AXIS;
  if (plot.across) context.fillRect(plot.x, plot.y + plot.h, plot.w, 0.75);
  else context.fillRect(plot.x, plot.y, 0.75, plot.h);
}

function writeSecond(drawing: Drawing, axis: ValueAxis, scale: Scale, plot: Plot): void {
  if (!axis.shown || plot.across) return;
  for (const value of linesOf(scale)) {
    write(drawing, inNumbers(value, axis.format), plot.x + plot.w + AIR, plot.at(value, true), 'left');
  }
}

function writeNumbers(drawing: Drawing, chart: ChartDrawing, scale: Scale, plot: Plot): void {
  if (!chart.categoryAxis.shown) return;
  setUsual(drawing, chart);
  for (const value of linesOf(scale)) {
    const text = inNumbers(value, 'General');
    write(drawing, text, plot.place(value), plot.y + plot.h + chart.textSize * 0.9, 'center');
  }
}

/** Upright where they fit beside each other, else turned; every so many that they do not touch. */
function writeCategories(drawing: Drawing, chart: ChartDrawing, plot: Plot): void {
  setUsual(drawing, chart);
  const { context } = drawing;
  const texts = Array.from({ length: plot.count }, (_, at) => chart.categories[at] ?? String(at + 1));
  const turned = isTurned(drawing, chart, plot.slot, plot.across);
  const need = plot.across || turned ? chart.textSize * 1.15 : widest(drawing, texts) + AIR;
  const every = Math.max(1, Math.ceil(need / plot.slot - 0.01));
  for (let index = 0; index < plot.count; index += every) {
    const text = texts[index] ?? '';
    const [middle, below] = [plot.middle(index), plot.y + plot.h];
    if (plot.across) write(drawing, text, plot.x - AIR, middle, 'right', plot.x - AIR);
    else if (!turned) write(drawing, text, middle, below + chart.textSize * 0.9, 'center', plot.slot * every);
    else {
      context.save();
      context.translate(middle, below + chart.textSize * 0.6);
      context.rotate(-Math.PI / 4);
      write(drawing, text, 0, 0, 'right', TURNED * chart.textSize);
      context.restore();
    }
  }
}

/** The longest text that is written turned, in its letters' size. */
const TURNED = 9;

/** Whether categories below the plot are written turned by an eighth. */
function isTurned(drawing: Drawing, chart: ChartDrawing, slot: number, across: boolean): boolean {
  return !across && chart.categories.length > 1 && widest(drawing, chart.categories) + AIR > slot;
}

function widest(drawing: Drawing, texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => widthOf(drawing, text)));
}

function writeTitles(drawing: Drawing, chart: ChartDrawing, area: Area, plot: Plot): void {
  const [beside, below] = [titleBeside(chart, plot.across), titleBelow(chart, plot.across)];
  setUsual(drawing, chart);
  if (below !== '') {
    write(drawing, below, plot.x + plot.w / 2, area.y + area.h - chart.textSize * 0.6, 'center', plot.w);
  }
  if (beside === '') return;
  const { context } = drawing;
  context.save();
  context.translate(area.x + chart.textSize * 0.6, plot.y + plot.h / 2);
  context.rotate(-Math.PI / 2);
  write(drawing, beside, 0, 0, 'center', plot.h);
  context.restore();
}
