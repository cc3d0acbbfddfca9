import { markupText } from '../common/made-package.ts';
import type { Change } from './sprms.ts';

/** How a run looks, as WordprocessingML, and what is to be known of it besides. */
export type RunProperties = {
  readonly markup: string;
  /** Taken out, with the change noted: it is no part of the text. */
  readonly isDeleted: boolean;
  /** Its signs stand for something else: pictures, notes, fields. */
  readonly isSpecial: boolean;
  /** Where what its picture is made of lies, in bytes of the stream of data. */
  readonly picture: number | undefined;
  /** A sign of a font that has signs for letters. */
  readonly symbol: number | undefined;
};

/** Changes of characters (MS-DOC 2.6.1). */
const CODE = {
  deleted: 0x0800,
  special: 0x0855,
  picture: 0x6a03,
  symbol: 0x6a09,
  style: 0x4a30,
  size: 0x4a43,
  raised: 0x2a48,
  color: 0x6870,
  namedColor: 0x2a42,
  font: 0x4a4f,
  underline: 0x2a3e,
} as const;

/** What is on or off, or what the style has turned round. */
const TOGGLES: ReadonlyMap<number, string> = new Map([
  [0x0835, 'b'],
  [0x0836, 'i'],
  [0x0837, 'strike'],
  [0x083a, 'smallCaps'],
  [0x083b, 'caps'],
  [0x083c, 'vanish'],
  [0x2a53, 'dstrike'],
]);
const AS_STYLE = 0x80;

/** Colors by their numbers (MS-DOC 2.9.119 Ico). */
const COLORS =
  'auto 000000 0000FF 00FFFF 00FF00 FF00FF FF0000 FFFF00 FFFFFF 000080 008080 008000 800080 800000 808000 808080 C0C0C0'.split(
    ' ',
  );

/** Says a list of changes in WordprocessingML. `styleId`: how a style is called there. */
export function runProperties(changes: readonly Change[], fonts: readonly string[]): RunProperties {
  const elements = new Map<string, string>();
  const found = { isDeleted: false, isSpecial: false };
  let [picture, symbol]: (number | undefined)[] = [];
  for (const { code, value } of changes) {
    if (code === CODE.deleted) found.isDeleted = value.u8(0) !== 0;
    else if (code === CODE.special) found.isSpecial = value.u8(0) !== 0;
    else if (code === CODE.picture) picture = value.u32(0);
    else if (code === CODE.symbol) symbol = value.u16(2);
    else {
      const [name, markup] = elementOf({ code, value }, fonts);
      if (name !== '') elements.set(name, markup);
    }
  }
  return { markup: [...elements.values()].join(''), ...found, picture, symbol };
}

function elementOf(
  { code, value }: Change,
  fonts: readonly string[],
): readonly [name: string, markup: string] {
  const toggle = TOGGLES.get(code);
  if (toggle !== undefined) {
    const state = value.u8(0);
    if (state === AS_STYLE) return ['', ''];
    return [toggle, state === 0 ? `<w:${toggle} w:val="0"/>` : `<w:${toggle}/>`];
  }
  switch (code) {
    case CODE.style:
      return ['rStyle', `<w:rStyle w:val="${styleId(value.u16(0))}"/>`];
    case CODE.size:
      return ['sz', `<w:sz w:val="${Math.min(value.u16(0), 3_276)}"/>`];
    case CODE.raised:
      return ['vertAlign', `<w:vertAlign w:val="${LEVELS[value.u8(0)] ?? 'baseline'}"/>`];
    case CODE.color:
      return ['color', `<w:color w:val="${value.u8(3) === 0xff ? 'auto' : hexColor(value.u32(0))}"/>`];
    case CODE.namedColor:
      return ['color', `<w:color w:val="${COLORS[value.u8(0)] ?? 'auto'}"/>`];
    case CODE.underline:
      return ['u', `<w:u w:val="${value.u8(0) === 0 ? 'none' : 'single'}"/>`];
    case CODE.font: {
      const font = fonts[value.u16(0)];
      if (font === undefined) return ['', ''];
      return ['rFonts', `<w:rFonts w:ascii="${markupText(font)}" w:hAnsi="${markupText(font)}"/>`];
    }
    default:
      return ['', ''];
  }
}

const LEVELS = ['baseline', 'superscript', 'subscript'] as const;

/** Red is the lowest byte. */
function hexColor(color: number): string {
  return [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** How a style is called in WordprocessingML. */
export function styleId(style: number): string {
  return `S${style}`;
}
