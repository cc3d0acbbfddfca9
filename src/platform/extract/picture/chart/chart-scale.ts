import type { ChartDrawing, ChartPlot, ValueAxis } from '../../scene/chart-drawing.ts';

/** The least and the largest value that an axis shows, and the distance of its lines. */
export type Scale = { readonly least: number; readonly most: number; readonly step: number };

/** Points between two lines of an axis, at least, for letters of a size. */
const AIR = 1.5;
/** Lines of an axis at most: of numbers, and of parts of a whole. */
const MOST_LINES = { numbers: 8, shares: 12 } as const;
/** Round steps, in powers of ten. */
const ROUND = [1, 2, 5, 10] as const;

/** The scale of an axis as its author fixed it; what is left open is worked out in round numbers. `room`: its length in points. */
export function scaleOf(chart: ChartDrawing, second: boolean, room: number): Scale {
  const axis = (second ? chart.secondValues : chart.values) ?? chart.values;
  const plots = chart.plots.filter((plot) => plot.second === second);
  const [low, high] = extentOf(plots);
  const ofShares = plots.length > 0 && plots.every(({ stacking }) => stacking === 'share');
  const mostLines = ofShares ? MOST_LINES.shares : MOST_LINES.numbers;
  const lines = Math.max(1, Math.min(mostLines, Math.floor(room / (chart.textSize * AIR))));
  return scaled(
    ofShares ? { most: 1, ...axis } : axis,
    low,
    high,
    lines,
    plots.some(({ kind }) => kind === 'dots' || kind === 'bubbles'),
  );
}

/** The same for numbers across. */
export function acrossScale(plots: readonly ChartPlot[], room: number, textSize: number): Scale {
  const values = plots.flatMap((plot) => plot.series.flatMap((one) => pointsAcross(one)));
  const lines = Math.max(1, Math.min(MOST_LINES.numbers, Math.floor(room / (textSize * AIR * 2))));
  return withRoom(plots, scaled({}, Math.min(...values), Math.max(...values), lines, true));
}

/** Bubbles reach beyond their middles; where nothing is below nought, the axis does not begin there. */
function withRoom(plots: readonly ChartPlot[], { least, most, step }: Scale): Scale {
  const isOfBubbles = plots.some(({ kind }) => kind === 'bubbles');
  if (!isOfBubbles) return { least, most, step };
  return { least: least >= 0 ? Math.max(0, least - step) : least - step, most: most + step, step };
}

/** Where the points of a series of dots are across: by their numbers, or in their order. */
export function pointsAcross({ across, values }: ChartPlot['series'][number]): readonly number[] {
  return values.map((_, index) => across[index] ?? index + 1);
}

function scaled(
  axis: Pick<ValueAxis, 'least' | 'most' | 'step'>,
  low: number,
  high: number,
  lines: number,
  floats: boolean,
): Scale {
  const [from, to] = [Number.isFinite(low) ? low : 0, Number.isFinite(high) ? high : 1];
  // Far from nought, the axis begins near the least value; columns' always at nought.
  const keepsNought = !floats || from <= 0 || from < (to * 5) / 6;
  const bottom = axis.least ?? (keepsNought ? Math.min(0, from) : from);
  const top = axis.most ?? Math.max(keepsNought ? 0 : bottom, to);
  const extent = top - bottom > 0 ? top - bottom : Math.abs(top) || 1;
  const step = axis.step !== undefined && extent / axis.step <= 100 ? axis.step : roundStep(extent / lines);
  const least = axis.least ?? Math.floor(bottom / step) * step;
  const reach = axis.most ?? Math.ceil((top + (floats ? 0 : extent * 0.02)) / step) * step;
  return { least, most: reach > least ? reach : least + step, step };
}

function roundStep(rough: number): number {
  const unit = 10 ** Math.floor(Math.log10(rough));
  return unit * (ROUND.find((one) => one * unit >= rough * 0.999) ?? 10);
}

function extentOf(plots: readonly ChartPlot[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const plot of plots) {
    for (const value of reachedBy(plot)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

function reachedBy(plot: ChartPlot): readonly number[] {
  const count = pointCount(plot);
  if (plot.kind === 'waterfall') return plot.series.flatMap((one) => steps(one).flat());
  if (plot.stacking === 'none')
    return plot.series.flatMap(({ values }) => values.flatMap((one) => one ?? []));
  const sums = Array.from({ length: count }, (_, at) => sumsAt(plot, at));
  return plot.stacking === 'sum'
    ? sums.flatMap(({ up, down }) => [up, down])
    : sums.flatMap(({ up, down }) => (up - down === 0 ? [0] : [up / (up - down), down / (up - down)]));
}

/** How many places the plot has. */
export function pointCount({ series }: ChartPlot): number {
  return Math.max(0, ...series.map(({ values }) => values.length));
}

/** What all series of a place come to, above nought and below. */
export function sumsAt({ series }: ChartPlot, at: number): { readonly up: number; readonly down: number } {
  let [up, down] = [0, 0];
  for (const { values } of series) {
    const value = values[at] ?? 0;
    if (value < 0) down += value;
    else up += value;
  }
  return { up, down };
}

/** Of a waterfall: from where to where each column reaches. */
export function steps({
  values,
  totals,
}: ChartPlot['series'][number]): readonly (readonly [number, number])[] {
  let at = 0;
  return values.map((value = 0, index) => {
    const from = totals.has(index) ? 0 : at;
    at = totals.has(index) ? value : at + value;
    return [from, at] as const;
  });
}
