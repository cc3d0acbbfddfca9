import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { type Channels, modified, withModifiers } from './color-modifiers.ts';

/** Resolves DrawingML colours against a theme: ECMA-376 part 1, 20.1.2.3. */
export type ColorScheme = {
  /** `#rrggbb` of a scheme colour's name; undefined when the theme has none of that name. */
  readonly scheme: (name: string) => string | undefined;
  /** The family of a font's name, which may stand for one of the theme's: `+mj-lt`, `+mn-lt`. */
  readonly font: (name: string) => string | undefined;
  /** The theme's fill of a number: from 1 for shapes, from 1001 for grounds. */
  readonly styledFill: (index: number) => XmlNode | undefined;
  /** The theme's part, whose pictures its fills name. */
  readonly themePart: string | undefined;
  /** The theme's line of a number, from 1. */
  readonly styledLine: (index: number) => XmlNode | undefined;
};

const PRESETS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  orange: '#ffa500',
  navy: '#000080',
};
const USUAL_MAP: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

/** Numbers of fills beyond are those of grounds. */
const GROUNDS = 1_000;

/** The colours of a master: its theme, seen through its colour map or one that a layout or slide has in its place. */
export function readColorScheme(
  office: OfficePackage,
  masterPart: string | undefined,
  override?: XmlNode,
): ColorScheme {
  const colors = new Map<string, string>();
  const themePart = masterPart === undefined ? undefined : office.related(masterPart, 'theme')[0];
  const theme = child(office.tree(themePart), 'themeElements');
  const scheme = child(theme, 'clrScheme');
  for (const entry of scheme?.children ?? []) {
    const [value] = entry.children;
    const color = attribute(value?.attributes ?? {}, value?.name === 'sysClr' ? 'lastClr' : 'val');
    if (color !== undefined && /^[0-9a-f]{6}$/i.test(color))
      colors.set(entry.name, `#${color.toLowerCase()}`);
  }
  const map = override ?? child(office.tree(masterPart), 'clrMap');
  return {
    scheme: (name) => {
      const usual = Object.hasOwn(USUAL_MAP, name) ? USUAL_MAP[name] : undefined;
      const mapped = attribute(map?.attributes ?? {}, name) ?? usual ?? name;
      return colors.get(mapped) ?? colors.get(name);
    },
    styledFill: (index) => {
      const ofGround = index > GROUNDS;
      const list = descend(theme, 'fmtScheme', ofGround ? 'bgFillStyleLst' : 'fillStyleLst');
      return list?.children[(ofGround ? index - GROUNDS : index) - 1];
    },
    themePart,
    styledLine: (index) => descend(theme, 'fmtScheme', 'lnStyleLst')?.children[index - 1],
    font: (name) => {
      if (!name.startsWith('+')) return name;
      const kind = name.startsWith('+mj') ? 'majorFont' : 'minorFont';
      const latin = descend(theme, 'fontScheme', kind, 'latin');
      return attribute(latin?.attributes ?? {}, 'typeface') || undefined;
    },
  };
}

/** The colour of a fill's or line's element (`solidFill`, `gradFill`'s first stop); undefined for none, or one that is clear. */
export function fillColor(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const solid = child(holder, 'solidFill');
  if (solid) return colorOf(solid, colors);
  const stop = descend(holder, 'gradFill', 'gsLst', 'gs');
  return stop ? colorOf(stop, colors) : undefined;
}

/** What an area is painted with: a CSS colour, or colours that run into each other. */
export type Paint = string | Gradient;
/** Stops from 0 to 1; the angle in degrees, clockwise from left to right. */
type Gradient = {
  readonly gradient: 'linear' | 'radial';
  readonly angle: number;
  readonly stops: readonly { readonly at: number; readonly color: string }[];
};

const MAX_STOPS = 20;

/** What an element that fills says, with how clear it is; undefined for none. */
export function paintOf(holder: XmlNode | undefined, colors: ColorScheme): Paint | undefined {
  const solid = child(holder, 'solidFill');
  if (solid) return cssColorOf(solid, colors);
  const gradient = child(holder, 'gradFill');
  if (gradient) return gradientOf(gradient, colors);
  return cssColorOf(descend(holder, 'pattFill', 'fgClr'), colors);
}

/** What a reference to one of the theme's fills paints with: the fill, its own colour where that asks for one. */
export function styledPaint(reference: XmlNode | undefined, colors: ColorScheme): Paint | undefined {
  const own = cssColorOf(reference, colors);
  const index = Number(attribute(reference?.attributes ?? {}, 'idx') ?? 0);
  const fill = colors.styledFill(index);
  if (!fill || own === undefined) return own;
  const holder: XmlNode = { name: '', attributes: {}, children: [fill], text: '' };
  return paintOf(holder, withOwnColor(reference, colors)) ?? own;
}

/** Colours among which a reference's own stands for the one that the theme leaves open. */
export function withOwnColor(reference: XmlNode | undefined, colors: ColorScheme): ColorScheme {
  const own = cssColorOf(reference, colors)?.slice(0, 7);
  return { ...colors, scheme: (name) => (name === 'phClr' ? own : colors.scheme(name)) };
}

function gradientOf(fill: XmlNode, colors: ColorScheme): Paint | undefined {
  const stops = (child(fill, 'gsLst')?.children ?? []).slice(0, MAX_STOPS).flatMap((stop) => {
    const color = cssColorOf(stop, colors);
    const at = Number(attribute(stop.attributes, 'pos') ?? 0) / 100_000;
    return color === undefined || !(at >= 0 && at <= 1) ? [] : [{ at, color }];
  });
  const [first] = stops;
  if (first === undefined || stops.length === 1) return first?.color;
  const linear = child(fill, 'lin');
  return {
    gradient: child(fill, 'path') ? 'radial' : 'linear',
    angle: (Number(attribute(linear?.attributes ?? {}, 'ang') ?? 0) || 0) / 60_000,
    stops: stops.sort((one, other) => one.at - other.at),
  };
}

/** The one colour that stands for a paint where no other can be shown; undefined for one that is nearly clear. */
function plainColor(paint: Paint | undefined): string | undefined {
  const color = typeof paint === 'object' ? paint.stops[0]?.color : paint;
  if (color === undefined || color.length <= 7) return color;
  return Number.parseInt(color.slice(7), 16) / 255 < CLEAR ? undefined : color.slice(0, 7);
}

/** Opacity below which a colour counts as none where it can only be shown whole. */
const CLEAR = 0.15;

/** The colour in an element that holds one, modifiers applied; undefined for one that is nearly clear. */
export function colorOf(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  return plainColor(cssColorOf(holder, colors));
}

/** The colour in an element that holds one, modifiers applied: `#rrggbb`, or `#rrggbbaa` where it is partly clear. */
export function cssColorOf(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const node = holder?.children.find((one) => /Clr$/.test(one.name));
  if (!node) return undefined;
  const base = baseColor(node, colors);
  if (base === undefined) return undefined;
  const alpha = Number(attribute(child(node, 'alpha')?.attributes ?? {}, 'val') ?? 100_000) / 100_000;
  const color = written(withModifiers(channelsOf(base), node.children));
  return alpha >= 0 && alpha < 1 ? `${color}${hexByte(alpha)}` : color;
}

function baseColor(node: XmlNode, colors: ColorScheme): string | undefined {
  const value = attribute(node.attributes, node.name === 'sysClr' ? 'lastClr' : 'val') ?? '';
  if (node.name === 'schemeClr') return colors.scheme(value);
  if (node.name === 'prstClr') return Object.hasOwn(PRESETS, value) ? PRESETS[value] : undefined;
  return /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined;
}

/** A colour with white light: `amount` of 1 is left of it. */
export function tinted(color: string, amount: number): string {
  return written(modified(channelsOf(color), 'tint', amount));
}

/** A darker colour: `amount` of 1 of its light. */
export function dimmed(color: string, amount: number): string {
  return written(modified(channelsOf(color), 'lumMod', amount));
}

function channelsOf(color: string): Channels {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function written(channels: Channels): string {
  return `#${channels.map(hexByte).join('')}`;
}

function hexByte(channel: number): string {
  return Math.round(Math.max(0, Math.min(1, channel)) * 255)
    .toString(16)
    .padStart(2, '0');
}
