import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { ChartKind, ChartSeries } from './chart-drawing.ts';
import { pointTexts } from './chart-table.ts';
import { type ColorScheme, dimmed, fillColor } from './colors.ts';

const POINT = 12_700;
const USUAL_LINE = 2.25;
const NO_TOTALS: ReadonlySet<number> = new Set();

/** What a series' look depends on beside itself. */
type Around = {
  readonly plot: XmlNode;
  readonly kind: ChartKind;
  readonly colors: ColorScheme;
  readonly variesByPoint: boolean;
  readonly hasMarkers: boolean;
  readonly style: number;
};

/** The value of an element that holds one alone. */
export function textOf(node: XmlNode | undefined): string | undefined {
  return attribute(node?.attributes ?? {}, 'val');
}

/** The same as a number; undefined for none. */
export function numberOf(node: XmlNode | undefined): number | undefined {
  const value = Number.parseFloat(textOf(node) ?? '');
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a switch is there and on: without a value it is. */
export function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && /^(1|true)$/.test(textOf(node) ?? '1');
}

/** Reads a series; `index`: its place among all of the chart, by which colours are chosen that nobody states. */
export function readSeries(series: XmlNode, index: number, mostPoints: number, around: Around): ChartSeries {
  const { kind, colors } = around;
  const numbers = (holder: XmlNode | undefined) =>
    pointTexts(holder, true).slice(0, mostPoints).map(numberIn);
  const values = numbers(child(series, 'val') ?? child(series, 'yVal'));
  const properties = child(series, 'spPr');
  const line = child(properties, 'ln');
  const isHollow = child(properties, 'noFill') !== undefined && !lineIn(kind);
  const color = isHollow
    ? ''
    : (fillColor(properties, colors) ?? fillColor(line, colors) ?? accentOf(colors, index, around.style));
  const lineColor = fillColor(line, colors) ?? (color || accentOf(colors, index, around.style));
  const isOutlined = !lineIn(kind) && fillColor(line, colors) !== undefined;
  const width = Number(attribute(line?.attributes ?? {}, 'w') ?? Number.NaN) / POINT;
  const hasLine = lineIn(kind) && child(line, 'noFill') === undefined && !isDotted(around);
  return {
    name: nameOf(series, index),
    values,
    across: numbers(child(series, 'xVal')),
    sizes: numbers(child(series, 'bubbleSize')),
    colors: colorsOf(series, values.length, color, around),
    ...(hasLine && { line: { color: lineColor, width: width > 0 && width < 50 ? width : USUAL_LINE } }),
    ...(isOutlined && { outline: { color: lineColor, width: width > 0 && width < 50 ? width : 0.75 } }),
    smooth: isOn(child(series, 'smooth')),
    markers: around.hasMarkers && textOf(descend(series, 'marker', 'symbol')) !== 'none',
    filled: textOf(child(around.plot, 'radarStyle')) === 'filled',
    labels: labelsOf(child(series, 'dLbls') ?? child(around.plot, 'dLbls')),
    totals: NO_TOTALS,
  };
}

function lineIn(kind: ChartKind): boolean {
  return kind === 'lines' || kind === 'dots' || kind === 'radar';
}

/** A chart of dots without lines between them, by its style. */
function isDotted({ plot, kind }: Around): boolean {
  return kind === 'dots' && /^(marker|none)$/.test(textOf(child(plot, 'scatterStyle')) ?? '');
}

function numberIn(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

function nameOf(series: XmlNode, index: number): string {
  return pointTexts(child(series, 'tx'))[0] ?? descend(series, 'tx', 'v')?.text ?? `Series ${index + 1}`;
}

/** The theme's accents in turn; beyond the sixth a little darker, as programs do. */
export function accentOf(colors: ColorScheme, at: number, style = 2): string {
  // Styles 3 to 8 of each row are of one accent alone.
  const row = ((style - 1) % 8) - 1;
  const name = row >= 1 ? `accent${row}` : `accent${(at % 6) + 1}`;
  const color = colors.scheme(name) ?? '#0c8599';
  const turns = row >= 1 ? at : Math.floor(at / 6);
  return turns === 0 ? color : dimmed(color, 0.75 ** Math.min(turns, 4));
}

function colorsOf(series: XmlNode, count: number, color: string, around: Around): readonly string[] {
  const { kind, colors, variesByPoint } = around;
  const varies = variesByPoint || kind === 'pie' || kind === 'doughnut';
  const points = new Map<number, string>();
  for (const point of series.children) {
    if (point.name !== 'dPt') continue;
    const own = fillColor(child(point, 'spPr'), colors);
    const at = numberOf(child(point, 'idx'));
    if (own !== undefined && at !== undefined) points.set(at, own);
  }
  return Array.from({ length: count }, (_, at) => points.get(at) ?? (varies ? accentOf(colors, at) : color));
}

function labelsOf(labels: XmlNode | undefined): ChartSeries['labels'] {
  if (isOn(child(labels, 'delete'))) return { value: false, part: false, category: false };
  return {
    value: isOn(child(labels, 'showVal')),
    part: isOn(child(labels, 'showPercent')),
    category: isOn(child(labels, 'showCatName')),
  };
}
