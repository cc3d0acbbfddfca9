import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes how wide and how high the letters of fonts are that are made to measure like those of office programs:
 * `node scripts/font-metrics.ts FOLDER…`, the folders that hold their `.ttf` files.
 */
const FAMILIES = ['Carlito', 'Caladea', 'LiberationSans', 'LiberationSerif', 'LiberationMono', 'DejaVuSans'];
const STYLES = ['Regular', 'Bold', 'Italic', 'BoldItalic'];
/** Other names of styles. */
const ALIASES: Readonly<Record<string, string>> = {
  'DejaVuSans-Regular': 'DejaVuSans',
  'DejaVuSans-Italic': 'DejaVuSans-Oblique',
  'DejaVuSans-BoldItalic': 'DejaVuSans-BoldOblique',
};
/** Latin, Greek, Cyrillic, punctuation, currency, signs. */
const RANGES = [
  [0x20, 0x17f],
  [0x370, 0x4ff],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2100, 0x2126],
  [0x2190, 0x2199],
] as const;
const TARGET = join(import.meta.dirname, '../src/platform/extract/paging/font-widths.ts');
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

type Font = { readonly view: DataView; readonly tables: ReadonlyMap<string, number>; readonly unit: number };

function openFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
  }
  return { view, tables, unit: view.getUint16((tables.get('head') ?? 0) + 18) };
}

/** The glyph of a character: the `cmap` table's format 4 (OpenType 1.9). */
function glyphOf({ view, tables }: Font, code: number): number {
  const cmap = tables.get('cmap') ?? 0;
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8);
  const table = records
    .map((record) => cmap + view.getUint32(record + 4))
    .find((one) => view.getUint16(one) === 4);
  if (table === undefined) throw new Error('no table of characters in format 4');
  const doubled = view.getUint16(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    if (view.getUint16(table + 14 + at) < code) continue;
    const start = view.getUint16(table + 16 + doubled + at);
    if (start > code) return 0;
    const delta = view.getUint16(table + 16 + doubled * 2 + at);
    const offsetAt = table + 16 + doubled * 3 + at;
    const offset = view.getUint16(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(offsetAt + offset + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** A character's width in thousandths of its font's size; 0 where the font lacks it. */
function widthOf(font: Font, code: number): number {
  const glyph = glyphOf(font, code);
  if (glyph === 0) return 0;
  const { view, tables, unit } = font;
  const last = view.getUint16((tables.get('hhea') ?? 0) + 34) - 1;
  const advance = view.getUint16((tables.get('hmtx') ?? 0) + Math.min(glyph, last) * 4);
  return Math.round((advance * 1000) / unit);
}

/** Thousandths of the size above the base line, below it, and between lines. */
function heightsOf({ view, tables, unit }: Font): readonly number[] {
  const hhea = tables.get('hhea') ?? 0;
  return [view.getInt16(hhea + 4), -view.getInt16(hhea + 6), view.getInt16(hhea + 8)].map((one) =>
    Math.round((one * 1000) / unit),
  );
}

function written(width: number): string {
  return `${DIGITS[Math.min(63, width >> 6)] ?? '0'}${DIGITS[width & 63] ?? '0'}`;
}

function readFont(name: string, folders: readonly string[]): Font {
  for (const folder of folders) {
    try {
      return openFont(readFileSync(join(folder, `${ALIASES[name] ?? name}.ttf`)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error(`${name}.ttf is in none of the folders`);
}

const lines = FAMILIES.flatMap((family) =>
  STYLES.map((style) => {
    const font = readFont(`${family}-${style}`, process.argv.slice(2));
    const widths = RANGES.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => written(widthOf(font, from + index))),
    ).join('');
    return `  '${family}-${style}': {\n    heights: [${heightsOf(font).join(', ')}],\n    widths:\n      '${widths}',\n  },`;
  }),
);
writeFileSync(
  TARGET,
  `/**
 * How letters of fonts measure, in thousandths of their size. Written by \`scripts/font-metrics.ts\` from Carlito, Liberation (SIL Open
 * Font License), Caladea (Apache-2.0) and DejaVu (Bitstream Vera's license). Widths are two digits to base 64 a character.
 */
export const FONT_WIDTHS: Readonly<
  Record<string, { readonly heights: readonly [number, number, number]; readonly widths: string }>
> = {
${lines.join('\n')}
};

/** The characters that widths are known of, first and last of each range, in the order of their widths. */
export const WIDTH_RANGES: readonly (readonly [number, number])[] = [
${RANGES.map(([from, to]) => `  [0x${from.toString(16)}, 0x${to.toString(16)}],`).join('\n')}
];

/** The digits of a width, from 0 to 63. */
export const WIDTH_DIGITS = '${DIGITS}';
`,
);
