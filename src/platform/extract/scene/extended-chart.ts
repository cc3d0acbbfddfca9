import { allNamed, attribute, child, type XmlNode } from '../package/xml.ts';
import type { ChartDrawing, ChartKind, ChartSeries } from './chart-drawing.ts';
import { chartTitle } from './chart-table.ts';
import { type ColorScheme, fillColor } from './colors.ts';
import { accentOf, numberOf } from './read-chart-series.ts';

/** Reads the kinds of charts that came with Office 2016: [MS-ODRAWXML] 2.24.3, chart extensions. */

const MAX_POINTS = 200;
const USUAL_SIZE = 10;
/** A sunburst is drawn as the ring of its leaves, a histogram's values as they are. */
const KINDS: Readonly<Record<string, ChartKind>> = {
  funnel: 'funnel',
  waterfall: 'waterfall',
  treemap: 'treemap',
  sunburst: 'doughnut',
  clusteredColumn: 'columns',
  paretoLine: 'columns',
};

/** Whether a chart's part is of these kinds. */
export function isExtendedChart(part: XmlNode | undefined): boolean {
  return child(part, 'chartData') !== undefined;
}

/** Reads the first series of such a part; undefined for kinds that are not drawn. */
export function readExtendedChart(part: XmlNode | undefined, colors: ColorScheme): ChartDrawing | undefined {
  const chart = child(part, 'chart');
  const series = seriesOf(chart);
  const layout = attribute(series?.attributes ?? {}, 'layoutId') ?? '';
  const kind = Object.hasOwn(KINDS, layout) ? KINDS[layout] : undefined;
  if (!series || !kind) return undefined;
  const { categories, values, format } = dataOf(part, series);
  const font = colors.font('+mn-lt');
  return {
    title: chartTitle(chart),
    titleSize: 14,
    textSize: USUAL_SIZE,
    textColor: '#595959',
    boldTitle: false,
    reachesEdges: false,
    ...(font === undefined ? {} : { font }),
    ...(child(chart, 'legend') && { legend: 'top' as const }),
    categories,
    plots: [
      {
        ...{ kind, stacking: 'none', gap: 0.5, overlap: 0, hole: 0.3, from: 0, second: false },
        series: [readSeries(series, kind, values, colors)],
      },
    ],
    values: { shown: true, line: false, title: '', format, grid: '#d9d9d9' },
    categoryAxis: { shown: true, title: '', reversed: false },
  };
}

function seriesOf(chart: XmlNode | undefined): XmlNode | undefined {
  return [...allNamed(child(chart, 'plotArea'), 'series')][0];
}

type Data = {
  readonly categories: readonly string[];
  readonly values: readonly (number | undefined)[];
  readonly format: string;
};

/** The data that a series names: words of the innermost level, and numbers. */
function dataOf(part: XmlNode | undefined, series: XmlNode): Data {
  const id = attribute(child(series, 'dataId')?.attributes ?? {}, 'val') ?? '0';
  const all = (child(part, 'chartData')?.children ?? []).filter((one) => one.name === 'data');
  const data = all.find((one) => attribute(one.attributes, 'id') === id) ?? all[0];
  const words = child(child(data, 'strDim'), 'lvl');
  const numbers = child(child(data, 'numDim'), 'lvl');
  return {
    categories: pointsOf(words).map((text) => text ?? ''),
    values: pointsOf(numbers).map((text) => {
      const value = Number(text ?? Number.NaN);
      return Number.isFinite(value) ? value : undefined;
    }),
    format: attribute(numbers?.attributes ?? {}, 'formatCode') ?? 'General',
  };
}

function pointsOf(level: XmlNode | undefined): readonly (string | undefined)[] {
  const points: (string | undefined)[] = [];
  for (const point of level?.children ?? []) {
    const index = Number(attribute(point.attributes, 'idx') ?? points.length);
    if (point.name === 'pt' && index >= 0 && index < MAX_POINTS) points[index] = point.text;
  }
  return Array.from(points);
}

function readSeries(
  series: XmlNode,
  kind: ChartKind,
  values: readonly (number | undefined)[],
  colors: ColorScheme,
): ChartSeries {
  const own = fillColor(child(series, 'spPr'), colors);
  const points = new Map<number, string>();
  for (const point of series.children) {
    const color = point.name === 'dataPt' ? fillColor(child(point, 'spPr'), colors) : undefined;
    if (color !== undefined) points.set(Number(attribute(point.attributes, 'idx')), color);
  }
  const totals = new Set(
    [...allNamed(child(series, 'layoutPr'), 'idx')].flatMap((one) => numberOf(one) ?? []),
  );
  const varies = kind === 'treemap' || kind === 'doughnut';
  const colorOf = (value: number | undefined, at: number): string => {
    const usual = varies
      ? accentOf(colors, at)
      : kind === 'waterfall'
        ? stepColor(colors, value, totals.has(at))
        : accentOf(colors, 0);
    return points.get(at) ?? own ?? usual;
  };
  return {
    name: [...allNamed(child(series, 'tx'), 'v')][0]?.text ?? '',
    values,
    across: [],
    sizes: [],
    colors: values.map(colorOf),
    smooth: false,
    markers: false,
    filled: false,
    labels: { value: kind === 'waterfall', part: false, category: false },
    totals,
  };
}

/** Ups, downs and sums have a colour each. */
function stepColor(colors: ColorScheme, value: number | undefined, isTotal: boolean): string {
  return accentOf(colors, isTotal ? 2 : (value ?? 0) < 0 ? 1 : 0);
}
