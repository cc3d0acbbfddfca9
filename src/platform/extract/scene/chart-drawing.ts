import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { chartTitle, pointTexts } from './chart-table.ts';
import { type ColorScheme, fillColor } from './colors.ts';

/** What is drawn of a chart: its kind and values, without axes' numbers and styles. */
export type ChartDrawing = {
  readonly kind: 'columns' | 'bars' | 'lines' | 'areas' | 'pie' | 'doughnut' | 'dots';
  readonly stacked: boolean;
  readonly title: string;
  readonly hasLegend: boolean;
  readonly showsValues: boolean;
  readonly hasGrid: boolean;
  readonly hasValueAxis: boolean;
  readonly categories: readonly string[];
  /** Values where there is one; colours by value in a pie, of the series otherwise. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | undefined)[];
    readonly colors: readonly string[];
  }[];
};

const MAX_SERIES = 12;
const MAX_POINTS = 100;
const KINDS: Readonly<Record<string, ChartDrawing['kind']>> = {
  barChart: 'columns',
  bar3DChart: 'columns',
  lineChart: 'lines',
  line3DChart: 'lines',
  areaChart: 'areas',
  area3DChart: 'areas',
  pieChart: 'pie',
  pie3DChart: 'pie',
  ofPieChart: 'pie',
  doughnutChart: 'doughnut',
  scatterChart: 'dots',
  bubbleChart: 'dots',
  radarChart: 'lines',
  stockChart: 'lines',
};

/** Reads the first plot of a chart's part; undefined for kinds that are not drawn. */
export function chartDrawing(part: XmlNode | undefined, colors: ColorScheme): ChartDrawing | undefined {
  const chart = child(part, 'chart');
  const plot = child(chart, 'plotArea')?.children.find((one) => Object.hasOwn(KINDS, one.name));
  const kind = plot && KINDS[plot.name];
  if (!plot || !kind) return undefined;
  const direction = attribute(child(plot, 'barDir')?.attributes ?? {}, 'val');
  const grouping = attribute(child(plot, 'grouping')?.attributes ?? {}, 'val') ?? '';
  const all = plot.children.filter((one) => one.name === 'ser').slice(0, MAX_SERIES);
  const valueAxis = descend(chart, 'plotArea', 'valAx');
  const categories = all
    .map((one) => pointTexts(child(one, 'cat') ?? child(one, 'xVal')))
    .find((list) => list.length > 0);
  return {
    kind: kind === 'columns' && direction === 'bar' ? 'bars' : kind,
    stacked: /stacked/i.test(grouping),
    title: chartTitle(chart),
    hasLegend: child(chart, 'legend') !== undefined,
    showsValues: [...allNamed(plot, 'showVal')].some(isOn),
    hasGrid: valueAxis === undefined || child(valueAxis, 'majorGridlines') !== undefined,
    hasValueAxis: !isOn(child(valueAxis, 'delete')),
    categories: (categories ?? []).slice(0, MAX_POINTS),
    series: all.map((one, index) => readSeries(one, index, kind, colors)),
  };
}

function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && /^(1|true)$/.test(attribute(node.attributes, 'val') ?? '1');
}

function readSeries(
  series: XmlNode,
  index: number,
  kind: ChartDrawing['kind'],
  colors: ColorScheme,
): ChartDrawing['series'][number] {
  const texts = pointTexts(child(series, 'val') ?? child(series, 'yVal'), true).slice(0, MAX_POINTS);
  const values = texts.map((text) => {
    const value = Number(text);
    return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
  });
  const properties = child(series, 'spPr');
  const own = fillColor(properties, colors) ?? fillColor(child(properties, 'ln'), colors);
  const accent = (at: number) => colors.scheme(`accent${(at % 6) + 1}`) ?? '#0c8599';
  const isPie = kind === 'pie' || kind === 'doughnut';
  const points = new Map<number, string>();
  for (const point of allNamed(series, 'dPt')) {
    const at = Number(attribute(child(point, 'idx')?.attributes ?? {}, 'val'));
    const color = fillColor(child(point, 'spPr'), colors);
    if (color !== undefined) points.set(at, color);
  }
  return {
    name: pointTexts(child(series, 'tx'))[0] ?? descend(series, 'tx', 'v')?.text ?? `Series ${index + 1}`,
    values,
    colors: values.map((_, at) => points.get(at) ?? (isPie ? accent(at) : (own ?? accent(index)))),
  };
}
