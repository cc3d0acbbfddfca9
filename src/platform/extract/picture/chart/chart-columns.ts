import type { ChartDrawing, ChartPlot, ChartSeries } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { inNumbers, type Plot } from './chart-frame.ts';
import { steps, sumsAt } from './chart-scale.ts';
import { setUsual, widthOf, write } from './chart-text.ts';

/** Draws columns or bars: side by side, on each other, or as parts of the whole. */
export function drawColumns(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, plot: Plot): void {
  const lanes = own.stacking === 'none' ? Math.max(1, own.series.length) : 1;
  const spread = own.stacking === 'none' ? 1 - own.overlap : 1;
  // Widths that fill a slot: lanes that may overlap, and the gap to the next group.
  const breadth = plot.slot / (1 + (lanes - 1) * spread + own.gap);
  const group = breadth * (1 + (lanes - 1) * spread);
  for (let index = 0; index < plot.count; index += 1) {
    const sums = sumsAt(own, index);
    const whole = own.stacking === 'share' ? sums.up - sums.down || 1 : 1;
    const ends = { up: 0, down: 0 };
    const labels = new LabelRoom();
    for (const [lane, series] of own.series.entries()) {
      const value = series.values[index];
      if (value === undefined) continue;
      const part = value / whole;
      const from = own.stacking === 'none' ? 0 : part < 0 ? ends.down : ends.up;
      if (part < 0) ends.down += part;
      else ends.up += part;
      // Bars of a group stand from below as their axis does.
      const order = plot.across ? lanes - 1 - lane : lane;
      const side = plot.middle(index) - group / 2 + (lanes === 1 ? 0 : order * breadth * spread);
      const box = { from: plot.at(from, own.second), to: plot.at(from + part, own.second), side, breadth };
      drawColumn(
        drawing,
        chart,
        series,
        index,
        value,
        box,
        plot,
        own.stacking === 'none' ? undefined : labels,
      );
    }
  }
}

/** Where labels of columns on each other stand: one that would stand on another is not written. */
class LabelRoom {
  readonly #taken: (readonly [from: number, to: number])[] = [];

  /** Takes the room around a middle, unless somebody has it. */
  take(middle: number, length: number): boolean {
    const [from, to] = [middle - length / 2, middle + length / 2];
    if (this.#taken.some((one) => from < one[1] && to > one[0])) return false;
    this.#taken.push([from, to]);
    return true;
  }
}

type Column = { readonly from: number; readonly to: number; readonly side: number; readonly breadth: number };

function drawColumn(
  drawing: Drawing,
  chart: ChartDrawing,
  series: ChartSeries,
  index: number,
  value: number,
  { from, to, side, breadth }: Column,
  plot: Plot,
  stacked: LabelRoom | undefined,
): void {
  const { context } = drawing;
  const [start, length] = [Math.min(from, to), Math.abs(to - from)];
  const box = plot.across
    ? ([start, side, length, breadth] as const)
    : ([side, start, breadth, length] as const);
  const color = series.colors[index] ?? '#595959';
  if (color !== '') {
    context.fillStyle = color;
    context.fillRect(...box);
  }
  if (series.outline) {
    context.strokeStyle = series.outline.color;
    context.lineWidth = series.outline.width;
    context.strokeRect(...box);
  }
  if (!series.labels.value) return;
  setUsual(drawing, chart);
  const text = inNumbers(value, chart.values.format === '0%' ? 'General' : chart.values.format);
  const [middle, inside] = [side + breadth / 2, start + length / 2];
  const outside = to < from ? to - chart.textSize * 0.7 : to + chart.textSize * 0.7;
  if (stacked) {
    const room = plot.across ? widthOf(drawing, text) + chart.textSize / 3 : chart.textSize;
    if (!stacked.take(inside, room)) return;
    if (plot.across) write(drawing, text, inside, middle, 'center');
    else write(drawing, text, middle, inside, 'center');
  } else if (plot.across)
    write(drawing, text, to < from ? to - 4 : to + 4, middle, to < from ? 'right' : 'left');
  else write(drawing, text, middle, outside, 'center');
}

/** Draws a waterfall: each column begins where the one before ends, sums at nought. */
export function drawWaterfall(drawing: Drawing, chart: ChartDrawing, own: ChartPlot, plot: Plot): void {
  const breadth = plot.slot / (1 + own.gap);
  for (const series of own.series) {
    for (const [index, [from, to]] of steps(series).entries()) {
      const side = plot.middle(index) - breadth / 2;
      const box = { from: plot.at(from), to: plot.at(to), side, breadth };
      drawColumn(drawing, chart, series, index, series.values[index] ?? 0, box, plot, undefined);
    }
  }
}
