import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { type ColorScheme, cssColorOf, type Paint, paintOf, styledPaint } from './colors.ts';
import { transformOf } from './geometry.ts';
import type { Form, Outline, PathStep } from './slide-scene.ts';

const POINT = 12_700;
const MAX_STEPS = 4_000;
const MAX_LINE = 200;
/** 60,000ths of a degree in radians. */
const ANGLE = Math.PI / 10_800_000;

/** What a shape is filled with: what it says or its style, else the same of what it inherits from as a placeholder. */
export function fillOf(
  shape: XmlNode,
  inherited: readonly XmlNode[],
  colors: ColorScheme,
): Paint | undefined {
  for (const one of [shape, ...inherited]) {
    const properties = child(one, 'spPr');
    if (child(properties, 'noFill') || child(properties, 'blipFill')) return undefined;
    const own = paintOf(properties, colors);
    if (own) return own;
    const reference = descend(one, 'style', 'fillRef');
    if (reference) return isSet(reference) ? styledPaint(reference, colors) : undefined;
  }
  return undefined;
}

function isSet(reference: XmlNode | undefined): boolean {
  return indexOf(reference) > 0;
}

function indexOf(reference: XmlNode | undefined): number {
  return Number(attribute(reference?.attributes ?? {}, 'idx') ?? 0);
}

/** The line around a shape, or the line that it is. */
export function outlineOf(
  shape: XmlNode,
  inherited: readonly XmlNode[],
  colors: ColorScheme,
): Outline | undefined {
  for (const one of [shape, ...inherited]) {
    const line = descend(one, 'spPr', 'ln');
    const own = lineOf(line, colors);
    if (own) return own === 'none' ? undefined : own;
    const reference = descend(one, 'style', 'lnRef');
    const color = isSet(reference) ? cssColorOf(reference, colors) : undefined;
    if (color !== undefined) {
      const styled = lineDetails(colors.styledLine(indexOf(reference)));
      return { color, width: 1, ...styled, ...lineDetails(line) };
    }
  }
  return undefined;
}

/** A line's element: undefined when it says nothing of its colour. */
export function lineOf(line: XmlNode | undefined, colors: ColorScheme): Outline | 'none' | undefined {
  if (!line) return undefined;
  if (child(line, 'noFill')) return 'none';
  const paint = paintOf(line, colors);
  const color = typeof paint === 'object' ? paint.stops[0]?.color : paint;
  return color === undefined ? undefined : { color, width: 0.75, ...lineDetails(line) };
}

function lineDetails(line: XmlNode | undefined): Partial<Outline> {
  if (!line) return {};
  const width = Number(attribute(line.attributes, 'w') ?? Number.NaN) / POINT;
  const hasArrow = (name: string) => {
    const type = attribute(child(line, name)?.attributes ?? {}, 'type');
    return type !== undefined && type !== 'none';
  };
  const dash = attribute(child(line, 'prstDash')?.attributes ?? {}, 'val') ?? 'solid';
  return {
    ...(width >= 0 && width <= MAX_LINE ? { width } : {}),
    ...(dash === 'solid' ? {} : { dashed: true }),
    ...(hasArrow('headEnd') ? { arrowAtStart: true } : {}),
    ...(hasArrow('tailEnd') ? { arrowAtEnd: true } : {}),
  };
}

/** How a shape is turned and mirrored. */
export function turnOf(shape: XmlNode): { rotation?: number; flipX?: true; flipY?: true } {
  const attributes = transformOf(shape)?.attributes ?? {};
  const rotation = Number(attribute(attributes, 'rot') ?? 0) / 60_000;
  const isOn = (name: string) => /^(1|true)$/.test(attribute(attributes, name) ?? '');
  return {
    ...(Number.isFinite(rotation) && rotation % 360 !== 0 ? { rotation: rotation % 360 } : {}),
    ...(isOn('flipH') ? { flipX: true } : {}),
    ...(isOn('flipV') ? { flipY: true } : {}),
  };
}

/** A shape's outline; a rectangle where it says none. */
export function formOf(shape: XmlNode): Form {
  const properties = child(shape, 'spPr');
  const custom = child(properties, 'custGeom');
  if (custom) return customForm(custom) ?? { preset: 'rect', adjust: {} };
  const preset = child(properties, 'prstGeom');
  const adjust: Record<string, number> = {};
  for (const guide of child(preset, 'avLst')?.children ?? []) {
    const value = /^val (-?\d+)$/.exec(attribute(guide.attributes, 'fmla') ?? '')?.[1];
    const name = attribute(guide.attributes, 'name');
    if (name !== undefined && value !== undefined) adjust[name] = Number(value);
  }
  return { preset: attribute(preset?.attributes ?? {}, 'prst') ?? 'rect', adjust };
}

/** Paths whose points are numbers; undefined where they are worked out by formulas. */
function customForm(custom: XmlNode): Form | undefined {
  let steps = 0;
  const paths = [];
  for (const path of child(custom, 'pathLst')?.children ?? []) {
    const read = path.children.flatMap((command) => {
      steps += 1;
      return steps > MAX_STEPS ? [] : (stepOf(command) ?? 'unknown');
    });
    if (read.includes('unknown')) return undefined;
    const size = (name: string) => Math.max(0, Number(attribute(path.attributes, name) ?? 0)) || 0;
    paths.push({
      w: size('w'),
      h: size('h'),
      filled: attribute(path.attributes, 'fill') !== 'none',
      stroked: !/^(0|false)$/.test(attribute(path.attributes, 'stroke') ?? ''),
      steps: read.filter((step) => step !== 'unknown'),
    });
  }
  return paths.length === 0 ? undefined : { paths };
}

function stepOf(command: XmlNode): PathStep | undefined {
  if (command.name === 'close') return { step: 'close' };
  if (command.name === 'arcTo') {
    const [w, h, from, sweep] = ['wR', 'hR', 'stAng', 'swAng'].map((name) =>
      Number(attribute(command.attributes, name)),
    );
    if (![w, h, from, sweep].every(Number.isFinite)) return undefined;
    return { step: 'arc', radii: [w ?? 0, h ?? 0], from: (from ?? 0) * ANGLE, sweep: (sweep ?? 0) * ANGLE };
  }
  const points = command.children
    .filter((one) => one.name === 'pt')
    .map((one): [number, number] => [
      Number(attribute(one.attributes, 'x')),
      Number(attribute(one.attributes, 'y')),
    ]);
  const [first] = points;
  if (first === undefined || !points.flat().every(Number.isFinite)) return undefined;
  if (command.name === 'moveTo') return { step: 'move', to: first };
  if (command.name === 'lnTo') return { step: 'line', to: first };
  return points.length === 2 || points.length === 3 ? { step: 'curve', points } : undefined;
}
