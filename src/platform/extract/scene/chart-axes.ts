import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { Share, ValueAxis } from './chart-drawing.ts';
import { chartTitle } from './chart-table.ts';
import { type ColorScheme, fillColor } from './colors.ts';
import { isOn, numberOf, textOf } from './read-chart-series.ts';

/** An axis of values by the ids that its plots name; how an axis is that nobody describes. */
export function valueAxisOf(
  area: XmlNode,
  ids: readonly string[],
  shows: 'numbers' | 'shares',
  colors: ColorScheme,
): ValueAxis {
  const axis = valueAxisNode(area, ids);
  const grid = gridOf(axis, colors);
  const scaling = child(axis, 'scaling');
  const [least, most] = [numberOf(child(scaling, 'min')), numberOf(child(scaling, 'max'))];
  const step = numberOf(child(axis, 'majorUnit'));
  const stated = attribute(child(axis, 'numFmt')?.attributes ?? {}, 'formatCode') ?? 'General';
  const ofShares = shows === 'shares' && !stated.includes('%');
  return {
    shown: !isOn(child(axis, 'delete')) && textOf(child(axis, 'tickLblPos')) !== 'none',
    ...(grid === undefined ? {} : { grid }),
    line: descend(axis, 'spPr', 'ln', 'noFill') === undefined,
    title: chartTitle(axis),
    format: ofShares ? '0%' : stated,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(step === undefined || step <= 0 ? {} : { step }),
  };
}

/** The element of the axis of values among those with these ids: of a chart of dots the second one, which goes up. */
export function valueAxisNode(area: XmlNode, ids: readonly string[]): XmlNode | undefined {
  return area.children
    .filter((one) => one.name === 'valAx' && ids.includes(textOf(child(one, 'axId')) ?? ''))
    .at(-1);
}

const USUAL_GRID = '#868686';

function gridOf(axis: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const lines = child(axis, 'majorGridlines');
  if (axis !== undefined && !lines) return undefined;
  const line = descend(lines, 'spPr', 'ln');
  if (child(line, 'noFill')) return undefined;
  return fillColor(line, colors) ?? USUAL_GRID;
}

/** A title is bold unless its author said otherwise. */
export function isBoldTitle(title: XmlNode | undefined): boolean {
  const properties = child(title, 'txPr') ?? descend(title, 'tx', 'rich');
  for (const name of ['defRPr', 'rPr']) {
    for (const one of allNamed(properties, name)) {
      const bold = attribute(one.attributes, 'b');
      if (bold !== undefined) return /^(1|true)$/.test(bold);
    }
  }
  return true;
}

/** Points of the letters that an element's text properties state. */
export function sizeOf(holder: XmlNode | undefined): number | undefined {
  const properties = child(holder, 'txPr') ?? descend(holder, 'tx', 'rich');
  for (const name of ['defRPr', 'rPr']) {
    for (const one of allNamed(properties, name)) {
      const size = Number(attribute(one.attributes, 'sz') ?? Number.NaN) / 100;
      if (size >= 4 && size <= 96) return size;
    }
  }
  return undefined;
}

/** The font of a chart's texts: its own, or the theme's for text. */
export function fontOf(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const [latin] = allNamed(child(holder, 'txPr'), 'latin');
  return colors.font(attribute(latin?.attributes ?? {}, 'typeface') ?? '+mn-lt');
}

/** The colour of the letters that an element's text properties state. */
export function textColorOf(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const [properties] = allNamed(child(holder, 'txPr'), 'defRPr');
  return fillColor(properties, colors);
}

/** Where an author put the plot without its axes' texts; undefined where that is left to the program. */
export function fixedPlace(area: XmlNode): Share | undefined {
  const layout = descend(area, 'layout', 'manualLayout');
  if (!layout || textOf(child(layout, 'layoutTarget')) !== 'inner') return undefined;
  const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((name) => numberOf(child(layout, name)));
  if (x === undefined || y === undefined || w === undefined || h === undefined) return undefined;
  const isInside = x >= 0 && y >= 0 && w > 0.05 && h > 0.05 && x + w <= 1.01 && y + h <= 1.01;
  return isInside ? { x, y, w, h } : undefined;
}
