import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { ColorScheme } from '../scene/colors.ts';

/** Colours as SpreadsheetML names them: ECMA-376 part 1, 18.8.19 and 18.8.27. */
export type StyleColors = (node: XmlNode | undefined) => string | undefined;

/** The theme's colours by the numbers that sheets know them by; the first two pairs are written the other way round in themes. */
const OF_THEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

/** The usual palette, from 8 on: 0 to 7 are the same as 8 to 15. */
const PALETTE =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );
/** The system's colours of letters and of what they stand on. */
const SYSTEM: Readonly<Record<number, string>> = { 64: '#000000', 65: '#ffffff' };

/** How the colours of a workbook's styles are read. `styles` is the root of their part. */
export function styleColors(styles: XmlNode | undefined, theme: ColorScheme): StyleColors {
  const own = (descend(styles, 'colors', 'indexedColors')?.children ?? []).map(rgbOf);
  return (node) => {
    if (!node) return undefined;
    const base = baseColor(node, own, theme);
    const tint = Number(attribute(node.attributes, 'tint') ?? 0);
    return base === undefined || !(Math.abs(tint) <= 1) || tint === 0 ? base : tinted(base, tint);
  };
}

function baseColor(
  node: XmlNode,
  own: readonly (string | undefined)[],
  theme: ColorScheme,
): string | undefined {
  const stated = rgbOf(node);
  if (stated !== undefined) return stated;
  const ofTheme = attribute(node.attributes, 'theme');
  if (ofTheme !== undefined) {
    const name = OF_THEME[Number(ofTheme)];
    return name === undefined ? undefined : theme.scheme(name);
  }
  const index = Number(attribute(node.attributes, 'indexed') ?? Number.NaN);
  const usual = PALETTE[index < 8 ? index : index - 8];
  return own[index] ?? (usual === undefined ? SYSTEM[index] : `#${usual}`);
}

function rgbOf(node: XmlNode): string | undefined {
  const value = attribute(node.attributes, 'rgb') ?? '';
  return /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(value) ? `#${value.slice(-6).toLowerCase()}` : undefined;
}

/** Makes a colour lighter (to 1) or darker (to -1) by its lightness, as 18.8.19 says. */
function tinted(color: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(color.slice(at, at + 2), 16) / 255,
  );
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  // The same hue and saturation at another lightness: how far channels are from it follows from how far they may be.
  const room = 1 - Math.abs(2 * light - 1);
  const scale = room === 0 ? 0 : (1 - Math.abs(2 * wanted - 1)) / room;
  const channel = (value: number) => {
    const byte = Math.round(Math.max(0, Math.min(1, wanted + (value - light) * scale)) * 255);
    return byte.toString(16).padStart(2, '0');
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}

/** The colour of a fill's element (`fill`): of a pattern, what comes of both its colours; undefined for none. */
export function fillColor(fill: XmlNode | undefined, colors: StyleColors): string | undefined {
  const gradient = child(fill, 'gradientFill');
  if (gradient) return colors(descend(gradient, 'stop', 'color'));
  const pattern = child(fill, 'patternFill');
  const kind = attribute(pattern?.attributes ?? {}, 'patternType') ?? 'none';
  const [ink, ground] = [colors(child(pattern, 'fgColor')), colors(child(pattern, 'bgColor'))];
  if (kind === 'none') return undefined;
  if (kind === 'solid') return ink ?? ground;
  return mixed(ink ?? '#000000', ground ?? '#ffffff', DENSITY[kind] ?? 0.5);
}

/** How much of a pattern is ink. */
const DENSITY: Readonly<Record<string, number>> = {
  darkGray: 0.75,
  mediumGray: 0.5,
  lightGray: 0.25,
  gray125: 0.125,
  gray0625: 0.0625,
};

function mixed(ink: string, ground: string, share: number): string {
  const bytes = [1, 3, 5].map((at) => {
    const [one, other] = [ink, ground].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round((one ?? 0) * share + (other ?? 0) * (1 - share));
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
