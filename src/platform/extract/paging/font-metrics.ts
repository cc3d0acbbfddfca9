import { FONT_WIDTHS, WIDTH_DIGITS, WIDTH_RANGES } from './font-widths.ts';

/** How a font's letters measure, in shares of their size. */
export type Face = {
  /** Of the part of a line above the base line, with the room between lines, and of the part below. */
  readonly ascent: number;
  readonly descent: number;
  /** A character's, by its code point. */
  readonly width: (code: number) => number;
};

/** Fonts of which one measures like those of another name; else by their kind, wider or narrower than it. */
const FAMILIES: readonly (readonly [RegExp, string, number])[] = [
  [/^(calibri|carlito)/i, 'Carlito', 1],
  [/^(cambria|caladea)/i, 'Caladea', 1],
  [/^(verdana|dejavu sans|bitstream vera)/i, 'DejaVuSans', 1],
  [/^(tahoma|segoe|lucida)/i, 'DejaVuSans', 0.9],
  [/courier|mono|consolas|menlo/i, 'LiberationMono', 1],
  [/narrow|condensed/i, 'LiberationSans', 0.82],
  [/^(candara|corbel|aptos|open sans|lato|source sans)/i, 'Carlito', 1.05],
  [/sans|gothic|grotesk/i, 'LiberationSans', 1],
  [
    /times|serif|garamond|palatino|book|constantia|minion|roman|century|georgia|song|ming/i,
    'LiberationSerif',
    1,
  ],
];
/** What text is set in where nothing says a font, as the programs have it. */
const USUAL = 'LiberationSerif';
const OTHERS = 'LiberationSans';

/** As wide as they are high: Chinese, Japanese, Korean, signs of the width of those, pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3ffff}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
/** Arabic letters are joined, and narrow. */
const JOINED = /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
const JOINED_WIDTH = 0.45;
const OTHER_WIDTH = 0.55;
const MOST_KNOWN = 500;

const faces = new Map<string, Face>();
const others = new Map<number, number>();

/** How a font measures, by its name as documents have it. */
export function faceNamed(font: string | undefined, bold: boolean, italic: boolean): Face {
  const key = `${bold ? 'b' : ''}${italic ? 'i' : ''}/${font ?? ''}`;
  const known = faces.get(key);
  if (known) return known;
  const [family, scale] = familyOf(font);
  const face = readFace(`${family}-${bold ? 'Bold' : ''}${italic ? 'Italic' : bold ? '' : 'Regular'}`, scale);
  if (faces.size < MOST_KNOWN) faces.set(key, face);
  return face;
}

function familyOf(font: string | undefined): readonly [string, number] {
  if (font === undefined || font === '') return [USUAL, 1];
  const [, family = OTHERS, scale = 1] = FAMILIES.find(([pattern]) => pattern.test(font)) ?? [];
  return [family, scale];
}

const read = new Map<string, Face>();

function readFace(name: string, scale: number): Face {
  const key = `${name}*${scale}`;
  const known = read.get(key);
  if (known) return known;
  const { heights, widths } = FONT_WIDTHS[name] ?? { heights: [900, 220, 30] as const, widths: '' };
  const table = new Float64Array((WIDTH_RANGES.at(-1)?.[1] ?? 0) + 1);
  let at = 0;
  for (const [from, to] of WIDTH_RANGES) {
    for (let code = from; code <= to; code += 1, at += 2) {
      const digits = [at, at + 1].map((one) => WIDTH_DIGITS.indexOf(widths[one] ?? '0'));
      table[code] = (((digits[0] ?? 0) * 64 + (digits[1] ?? 0)) * scale) / 1000;
    }
  }
  const [above, below, between] = heights;
  const face: Face = {
    ascent: (above + between) / 1000,
    descent: below / 1000,
    width: (code) => table[code] || widthOfOther(code),
  };
  read.set(key, face);
  return face;
}

function widthOfOther(code: number): number {
  const known = others.get(code);
  if (known !== undefined) return known;
  const letter = String.fromCodePoint(code);
  const width = NO_WIDTH.test(letter)
    ? 0
    : WIDE.test(letter)
      ? 1
      : JOINED.test(letter)
        ? JOINED_WIDTH
        : OTHER_WIDTH;
  if (others.size < 70_000) others.set(code, width);
  return width;
}
