import { child, descend, type XmlNode } from '../package/xml.ts';
import {
  fixedPlace,
  fontOf,
  isBoldTitle,
  sizeOf,
  textColorOf,
  valueAxisNode,
  valueAxisOf,
} from './chart-axes.ts';
import type { ChartDrawing, ChartKind, ChartPlot } from './chart-drawing.ts';
import { chartTitle, pointTexts } from './chart-table.ts';
import type { ColorScheme } from './colors.ts';
import { isExtendedChart, readExtendedChart } from './extended-chart.ts';
import { isOn, numberOf, readSeries, textOf } from './read-chart-series.ts';

/** Reads what is drawn of a chart: ECMA-376 part 1, 21.2. */

const MAX_SERIES = 30;
const MAX_POINTS = 200;
const MAX_PLOTS = 6;
/** Points of a chart's letters where nothing states a size: ECMA-376's default. */
const USUAL_SIZE = 10;
const KINDS: Readonly<Record<string, ChartKind>> = {
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
  bubbleChart: 'bubbles',
  radarChart: 'radar',
  stockChart: 'stock',
};
/** Areas lie under columns, and those under lines, whatever the order they are written in. */
const LAYERS: readonly ChartKind[] = ['areas', 'bars', 'columns', 'stock', 'lines', 'dots', 'bubbles'];

/** Reads a chart's part; undefined for kinds that are not drawn. */
export function readChart(part: XmlNode | undefined, colors: ColorScheme): ChartDrawing | undefined {
  if (isExtendedChart(part)) return readExtendedChart(part, colors);
  const chart = child(part, 'chart');
  const area = child(chart, 'plotArea');
  const written = (area?.children ?? []).filter((one) => Object.hasOwn(KINDS, one.name)).slice(0, MAX_PLOTS);
  const [first] = written;
  if (!area || !first) return undefined;
  const textSize = sizeOf(part) ?? USUAL_SIZE;
  const axis = axisIdsOf(first);
  const second = written.find((plot) => !sharesAxis(axis, axisIdsOf(plot)));
  let before = 0;
  const plots = written.map((plot) => {
    const read = readPlot(plot, before, plot !== first && !sharesAxis(axis, axisIdsOf(plot)), part, colors);
    before += read.series.length;
    return read;
  });
  const legend = legendOf(chart);
  const inner = fixedPlace(area);
  const font = fontOf(part, colors);
  return {
    title: titleOf(chart, plots),
    titleSize: sizeOf(child(chart, 'title')) ?? Math.round(textSize * 1.2),
    textSize,
    textColor: textColorOf(part, colors) ?? colors.scheme('tx1') ?? '#000000',
    boldTitle: isBoldTitle(child(chart, 'title')),
    reachesEdges: textOf(child(valueAxisNode(area, axis), 'crossBetween')) === 'midCat',
    ...(legend === undefined ? {} : { legend }),
    categories: categoriesOf(written),
    plots: plots.toSorted((a, b) => LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind)),
    values: valueAxisOf(area, axis, hasValues(plots, false), colors),
    ...(second && { secondValues: valueAxisOf(area, axisIdsOf(second), hasValues(plots, true), colors) }),
    categoryAxis: categoryAxisOf(area, axis),
    ...(inner === undefined ? {} : { inner }),
    ...(font === undefined ? {} : { font }),
  };
}

function axisIdsOf(plot: XmlNode): readonly string[] {
  return plot.children.filter((one) => one.name === 'axId').flatMap((one) => textOf(one) ?? []);
}

/** Plots without axes (pies) are on the first. */
function sharesAxis(first: readonly string[], others: readonly string[]): boolean {
  return others.length === 0 || others.some((id) => first.includes(id));
}

/** Whether the plots of an axis show parts of a whole. */
function hasValues(plots: readonly ChartPlot[], second: boolean): 'numbers' | 'shares' {
  const own = plots.filter((plot) => plot.second === second);
  return own.length > 0 && own.every((plot) => plot.stacking === 'share') ? 'shares' : 'numbers';
}

function readPlot(
  plot: XmlNode,
  before: number,
  second: boolean,
  part: XmlNode | undefined,
  colors: ColorScheme,
): ChartPlot {
  const usual = KINDS[plot.name] ?? 'columns';
  const kind = usual === 'columns' && textOf(child(plot, 'barDir')) === 'bar' ? 'bars' : usual;
  const grouping = textOf(child(plot, 'grouping'));
  const stacking = grouping === 'percentStacked' ? 'share' : grouping === 'stacked' ? 'sum' : 'none';
  const overlap = numberOf(child(plot, 'overlap')) ?? (stacking === 'none' ? 0 : 100);
  const series = plot.children.filter((one) => one.name === 'ser').slice(0, MAX_SERIES);
  const variesByPoint = isOn(child(plot, 'varyColors')) && series.length === 1;
  const hasMarkers = plot.name === 'scatterChart' || isOn(child(plot, 'marker'));
  const context = {
    plot,
    kind,
    colors,
    variesByPoint,
    hasMarkers,
    style: styleOf(part),
  };
  return {
    kind,
    stacking,
    gap: bounded(numberOf(child(plot, 'gapWidth')) ?? 150, 0, 500) / 100,
    overlap: bounded(overlap, -100, 100) / 100,
    hole: bounded(numberOf(child(plot, 'holeSize')) ?? 50, 10, 90) / 100,
    from: bounded(numberOf(child(plot, 'firstSliceAng')) ?? 0, 0, 360),
    second,
    series: series.map((one, index) => readSeries(one, before + index, MAX_POINTS, context)),
  };
}

function bounded(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The number of the chart's style; by it colours that are not stated are chosen. */
function styleOf(part: XmlNode | undefined): number {
  return numberOf(child(part, 'style')) ?? 2;
}

function categoriesOf(plots: readonly XmlNode[]): readonly string[] {
  const series = plots.flatMap((plot) => plot.children.filter((one) => one.name === 'ser'));
  const texts = series.map((one) => pointTexts(child(one, 'cat') ?? child(one, 'xVal')));
  return (texts.find((list) => list.length > 0) ?? []).slice(0, MAX_POINTS);
}

/** What Office writes above a chart whose title says nothing. Not ours to translate: it is what others see there. */
const EMPTY_TITLE = 'Chart Title';

/** A chart of one series has its name above it, unless its author said otherwise. */
function titleOf(chart: XmlNode | undefined, plots: readonly ChartPlot[]): string {
  const own = chartTitle(chart);
  if (own !== '') return own;
  const [title, deleted] = [child(chart, 'title'), child(chart, 'autoTitleDeleted')];
  // Either asks for it: a title that says nothing, or that the automatic one is not deleted.
  if ((title ?? deleted) === undefined || isOn(deleted)) return '';
  const [first, ...more] = plots.flatMap((plot) => plot.series);
  if (first !== undefined && more.length === 0 && first.name !== '') return first.name;
  return title === undefined ? '' : EMPTY_TITLE;
}

const SIDES: Readonly<Record<string, ChartDrawing['legend']>> = {
  l: 'left',
  t: 'top',
  b: 'bottom',
  r: 'right',
  tr: 'right',
};

function legendOf(chart: XmlNode | undefined): ChartDrawing['legend'] {
  const legend = child(chart, 'legend');
  if (!legend) return undefined;
  const side = textOf(child(legend, 'legendPos')) ?? 'r';
  return (Object.hasOwn(SIDES, side) ? SIDES[side] : undefined) ?? 'right';
}

function categoryAxisOf(area: XmlNode, ids: readonly string[]): ChartDrawing['categoryAxis'] {
  const axis = area.children.find(
    (one) => /^(cat|date|ser)Ax$/.test(one.name) && ids.includes(textOf(child(one, 'axId')) ?? ''),
  );
  // A chart of dots has two axes of values: the first is the one across.
  const across = axis ?? area.children.find((one) => one.name === 'valAx');
  const orientation = textOf(descend(across, 'scaling', 'orientation'));
  return {
    shown: !isOn(child(across, 'delete')) && textOf(child(across, 'tickLblPos')) !== 'none',
    title: chartTitle(across),
    reversed: orientation === 'maxMin',
  };
}
