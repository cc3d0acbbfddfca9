import { attribute, child, type XmlNode } from '../package/xml.ts';
import { isOn } from '../text/run-marks.ts';
import { signsOf } from './sign-rules.ts';
import type { StyleColors } from './style-colors.ts';
import type { ValueLook } from './style-looks.ts';
import { placeIn } from './value-places.ts';

/** What a cell holds, as rules see it. */
type RuledCell = { readonly text: string; readonly number?: number | undefined };
/** How a cell looks by a rule; undefined where the rule says nothing of it. */
type Ruling = (cell: RuledCell) => ValueLook | undefined;

/** Makes the ruling of one rule (ECMA-376 part 1, 18.3.1.10) over all cells that it is for; undefined for kinds that are not known. */
export function rulingOf(
  rule: XmlNode,
  cells: readonly RuledCell[],
  styles: readonly ValueLook[],
  colors: StyleColors,
): Ruling | undefined {
  const numbers = cells.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const kind = attribute(rule.attributes, 'type');
  if (kind === 'colorScale') return scaleOf(child(rule, 'colorScale'), numbers, colors);
  if (kind === 'dataBar') return barOf(child(rule, 'dataBar'), numbers, colors);
  if (kind === 'iconSet') {
    const signs = signsOf(
      child(rule, 'iconSet'),
      numbers.toSorted((a, b) => a - b),
    );
    return signs && (({ number }) => (number === undefined ? undefined : { sign: signs(number) }));
  }
  const look = styles[Number(attribute(rule.attributes, 'dxfId') ?? Number.NaN)];
  const applies = look && testOf(kind, rule, cells, numbers);
  return applies && ((cell) => (applies(cell) ? look : undefined));
}

type Test = (cell: RuledCell) => boolean;

function testOf(
  kind: string | undefined,
  rule: XmlNode,
  cells: readonly RuledCell[],
  numbers: readonly number[],
): Test | undefined {
  const of = (name: string) => attribute(rule.attributes, name);
  const sought = (of('text') ?? '').toLowerCase();
  switch (kind) {
    case 'cellIs':
      return comparison(of('operator'), rule);
    case 'containsText':
      return ({ text }) => text.toLowerCase().includes(sought);
    case 'notContainsText':
      return ({ text }) => !text.toLowerCase().includes(sought);
    case 'beginsWith':
      return ({ text }) => text.toLowerCase().startsWith(sought);
    case 'endsWith':
      return ({ text }) => text.toLowerCase().endsWith(sought);
    case 'duplicateValues':
    case 'uniqueValues': {
      const counts = new Map<string, number>();
      for (const { text } of cells) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
      return ({ text }) => (counts.get(text.toLowerCase()) ?? 0) > 1 === (kind === 'duplicateValues');
    }
    case 'top10':
      return amongFirst(rule, numbers);
    case 'aboveAverage': {
      const average = numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
      const isAbove = isOn(of('aboveAverage'), true);
      return ({ number }) => number !== undefined && (isAbove ? number > average : number < average);
    }
    default:
      return undefined;
  }
}

/** What a formula of a rule says where it is a number or a text; other formulas are not worked out. */
function constantsOf(rule: XmlNode): (number | string | undefined)[] {
  return rule.children
    .filter(({ name }) => name === 'formula')
    .map(({ text }) => {
      const written = text.trim();
      const quoted = /^"((?:[^"]|"")*)"$/.exec(written)?.[1];
      if (quoted !== undefined) return quoted.replaceAll('""', '"').toLowerCase();
      return written !== '' && Number.isFinite(Number(written)) ? Number(written) : undefined;
    });
}

function comparison(operator: string | undefined, rule: XmlNode): Test | undefined {
  const [first, second] = constantsOf(rule);
  if (first === undefined) return undefined;
  if (typeof first === 'string') {
    if (operator === 'equal') return ({ text }) => text.toLowerCase() === first;
    return operator === 'notEqual' ? ({ text }) => text.toLowerCase() !== first : undefined;
  }
  const test = numberTest(operator, first, typeof second === 'number' ? second : undefined);
  return test && (({ number }) => number !== undefined && test(number));
}

function numberTest(
  operator: string | undefined,
  one: number,
  other: number | undefined,
): ((value: number) => boolean) | undefined {
  switch (operator) {
    case 'equal':
      return (value) => value === one;
    case 'notEqual':
      return (value) => value !== one;
    case 'greaterThan':
      return (value) => value > one;
    case 'greaterThanOrEqual':
      return (value) => value >= one;
    case 'lessThan':
      return (value) => value < one;
    case 'lessThanOrEqual':
      return (value) => value <= one;
    case 'between':
    case 'notBetween': {
      if (other === undefined) return undefined;
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      return (value) => (value >= least && value <= most) === (operator === 'between');
    }
    default:
      return undefined;
  }
}

function amongFirst(rule: XmlNode, numbers: readonly number[]): Test {
  const rank = Number(attribute(rule.attributes, 'rank') ?? 10);
  const share = isOn(attribute(rule.attributes, 'percent'))
    ? Math.floor((numbers.length * rank) / 100)
    : rank;
  const isBottom = isOn(attribute(rule.attributes, 'bottom'));
  const sorted = numbers.toSorted((a, b) => (isBottom ? a - b : b - a));
  const last = sorted[Math.max(1, Math.min(sorted.length, share)) - 1];
  return ({ number }) =>
    number !== undefined && last !== undefined && (isBottom ? number <= last : number >= last);
}

function scaleOf(
  scale: XmlNode | undefined,
  numbers: readonly number[],
  colors: StyleColors,
): Ruling | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const points = scale?.children.filter(({ name }) => name === 'cfvo') ?? [];
  const tones = (scale?.children.filter(({ name }) => name === 'color') ?? []).map(colors);
  const stops = points.flatMap((point, index) => {
    const [at, tone] = [placeIn(point, sorted, index === 0 ? 'min' : 'max'), tones[index]];
    return at === undefined || tone === undefined ? [] : [{ at, tone }];
  });
  const [first] = stops;
  if (!first || stops.length < 2 || stops.length !== points.length) return undefined;
  return ({ number }) => (number === undefined ? undefined : { fill: toneAt(stops, number) });
}

type Stop = { readonly at: number; readonly tone: string };

function toneAt(stops: readonly Stop[], value: number): string {
  let before = stops[0];
  for (const stop of stops) {
    if (before && stop.at >= value)
      return stop.at === before.at
        ? stop.tone
        : between(before.tone, stop.tone, (value - before.at) / (stop.at - before.at));
    before = stop;
  }
  return before?.tone ?? '#ffffff';
}

function between(one: string, other: string, share: number): string {
  const part = Math.max(0, Math.min(1, share));
  const bytes = [1, 3, 5].map((at) => {
    const [from = 0, to = 0] = [one, other].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(from + (to - from) * part)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${bytes.join('')}`;
}

/** How much of a cell the shortest and the longest bar take. */
const [SHORTEST, LONGEST] = [0.1, 0.9];

function barOf(
  bar: XmlNode | undefined,
  numbers: readonly number[],
  colors: StyleColors,
): Ruling | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [from, to] = bar?.children.filter(({ name }) => name === 'cfvo') ?? [];
  const [least, most] = [placeIn(from, sorted, 'min'), placeIn(to, sorted, 'max')];
  const color = colors(child(bar, 'color'));
  if (least === undefined || most === undefined || color === undefined) return undefined;
  return ({ number }) => {
    if (number === undefined) return undefined;
    const share = most > least ? Math.max(0, Math.min(1, (number - least) / (most - least))) : 1;
    return { bar: { color, share: SHORTEST + (LONGEST - SHORTEST) * share } };
  };
}
