import { formatNumber } from '../office/number-format.ts';
import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';

const MAX_POINTS = 200;
const MAX_SERIES = 20;

/** The values of a chart's part as a table: a row a category, a column a series. */
export function chartTable(part: XmlNode | undefined): string[][] {
  const chart = child(part, 'chart');
  const series = [...allNamed(child(chart, 'plotArea'), 'ser')].slice(0, MAX_SERIES);
  const columns = series.map((one, i) => ({
    name: pointTexts(child(one, 'tx')).at(0) ?? `Series ${i + 1}`,
    values: pointTexts(child(one, 'val') ?? child(one, 'yVal') ?? child(one, 'bubbleSize')),
  }));
  const categories = series
    .map((one) => pointTexts(child(one, 'cat') ?? child(one, 'xVal')))
    .find((list) => list.length > 0);
  const height = Math.min(MAX_POINTS, Math.max(0, ...columns.map((column) => column.values.length)));
  const title = chartTitle(chart);
  const rows = Array.from({ length: height }, (_, row) => [
    categories?.[row] ?? String(row + 1),
    ...columns.map((column) => column.values[row] ?? ''),
  ]);
  return [[title, ...columns.map((column) => column.name)], ...rows];
}

/** What is written above a chart; '' for nothing. */
export function chartTitle(chart: XmlNode | undefined): string {
  return [...allNamed(child(chart, 'title'), 't')].map((node) => node.text).join('');
}

/** The cached points of a reference or literal, in the order of their index; as they are shown, or as they are stored. */
export function pointTexts(holder: XmlNode | undefined, stored = false): string[] {
  const values: string[] = [];
  const cache = [...allNamed(holder, 'strCache'), ...allNamed(holder, 'numCache')][0];
  const code = child(cache, 'formatCode')?.text;
  const levels = descend(holder, 'multiLvlStrRef', 'multiLvlStrCache', 'lvl');
  const source = cache ?? levels ?? descend(holder, 'strLit') ?? descend(holder, 'numLit') ?? holder;
  for (const point of source?.children ?? []) {
    if (point.name === 'v') values.push(point.text);
    if (point.name !== 'pt') continue;
    const index = Number(attribute(point.attributes, 'idx') ?? values.length);
    if (!(index >= 0 && index < MAX_POINTS)) continue;
    while (values.length < index) values.push('');
    const text = child(point, 'v')?.text ?? '';
    values[index] = stored ? text : shownValue(text, cache?.name === 'numCache' ? code : undefined);
  }
  return values;
}

/** A number as its format says; without one, without the digits that programs store beyond what was typed. */
function shownValue(text: string, code: string | undefined): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || (code === undefined && !/^-?\d+\.\d+/.test(text)))
    return text;
  return formatNumber(value, code ?? 'General', false);
}
