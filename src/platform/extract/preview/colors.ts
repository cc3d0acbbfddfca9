import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';

/** Resolves DrawingML colours against a theme: ECMA-376 part 1, 20.1.2.3. */
export type ColorScheme = {
  /** `#rrggbb` of a scheme colour's name; undefined when the theme has none of that name. */
  readonly scheme: (name: string) => string | undefined;
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

/** The colours of a master: its theme, seen through its colour map. */
export function readColorScheme(office: OfficePackage, masterPart: string | undefined): ColorScheme {
  const colors = new Map<string, string>();
  const themePart = masterPart === undefined ? undefined : office.related(masterPart, 'theme')[0];
  const scheme = descend(office.tree(themePart), 'themeElements', 'clrScheme');
  for (const entry of scheme?.children ?? []) {
    const [value] = entry.children;
    const color = attribute(value?.attributes ?? {}, value?.name === 'sysClr' ? 'lastClr' : 'val');
    if (color !== undefined && /^[0-9a-f]{6}$/i.test(color))
      colors.set(entry.name, `#${color.toLowerCase()}`);
  }
  const map = child(office.tree(masterPart), 'clrMap');
  return {
    scheme: (name) => {
      const mapped = attribute(map?.attributes ?? {}, name) ?? USUAL_MAP[name] ?? name;
      return colors.get(mapped) ?? colors.get(name);
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

/** The colour in an element that holds one, modifiers applied. `placeholder` is what `phClr` stands for. */
export function colorOf(holder: XmlNode | undefined, colors: ColorScheme): string | undefined {
  const node = holder?.children.find((one) => /Clr$/.test(one.name));
  if (!node) return undefined;
  const base = baseColor(node, colors);
  if (base === undefined) return undefined;
  const alpha = child(node, 'alpha');
  if (alpha && Number(attribute(alpha.attributes, 'val')) < 15_000) return undefined;
  return modify(base, node);
}

function baseColor(node: XmlNode, colors: ColorScheme): string | undefined {
  const value = attribute(node.attributes, node.name === 'sysClr' ? 'lastClr' : 'val') ?? '';
  if (node.name === 'schemeClr') return colors.scheme(value);
  if (node.name === 'prstClr') return PRESETS[value];
  return /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined;
}

function modify(color: string, node: XmlNode): string {
  let [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  for (const modifier of node.children) {
    const amount = Number(attribute(modifier.attributes, 'val') ?? 0) / 100_000;
    const apply = modifierOf(modifier.name, amount);
    if (!apply) continue;
    [red, green, blue] = [apply(red), apply(green), apply(blue)];
  }
  return `#${[red, green, blue].map(hexByte).join('')}`;
}

/** Luminance is scaled on each channel: near enough to PowerPoint's HSL for a preview. */
function modifierOf(name: string, amount: number): ((channel: number) => number) | undefined {
  if (name === 'lumMod' || name === 'shade') return (channel) => channel * amount;
  if (name === 'lumOff') return (channel) => channel + amount;
  if (name === 'tint') return (channel) => channel * amount + (1 - amount);
  return undefined;
}

function hexByte(channel: number): string {
  return Math.round(Math.max(0, Math.min(1, channel)) * 255)
    .toString(16)
    .padStart(2, '0');
}
