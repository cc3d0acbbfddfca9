import { GlobalFonts } from '@napi-rs/canvas';
import { CARD_FONT, fontThatComesAlong, registerFonts } from '../fonts.ts';

/** A face as CSS names it, and by how much its letters must be made smaller to be as wide as those of the font meant. */
type Face = { readonly family: string; readonly shrink: number; readonly kind: Family };
/** What sort of font a face is: what stands in for it where it is not there. */
export type Family = 'sans' | 'serif' | 'mono';

/** Fonts made to be as wide as those of office programs. */
const TWINS: Readonly<Record<string, string>> = {
  calibri: 'Carlito',
  cambria: 'Caladea',
  arial: 'Liberation Sans',
  helvetica: 'Liberation Sans',
  'times new roman': 'Liberation Serif',
  'courier new': 'Liberation Mono',
  georgia: 'Gelasio',
  verdana: 'DejaVu Sans',
};
/** How wide fonts are that no other stands in for, against Liberation Sans. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/narrow|condensed|gill sans|tw cen|bahnschrift/i, 0.84],
  [/^(corbel|candara|garamond|constantia)/i, 0.91],
  [/^verdana/i, 1.15],
  [/^(aptos|segoe|trebuchet|franklin|century|avenir|source sans|open sans|lato)/i, 0.96],
];
const SERIFS = /times|serif|georgia|cambria|garamond|palatino|book|constantia|minion|roman/i;
const MONO = /courier|mono|consolas|menlo|\bcode\b/i;
const FAMILIES: Readonly<Record<Family, string>> = {
  mono: `"Liberation Mono", "DejaVu Sans Mono", "Courier New", ${CARD_FONT}, monospace`,
  serif: `"Liberation Serif", "Times New Roman", "DejaVu Serif", ${CARD_FONT}, serif`,
  sans: `${CARD_FONT}, sans-serif`,
};
const known = new Map<string, Face>();

/** The face for a font's name: that font, its twin, or what comes near. */
export function faceOf(name: string | undefined): Face {
  registerFonts();
  const font = (name ?? '')
    .replace(/["\\\n\r;,]/g, '')
    .slice(0, 60)
    .trim();
  const found = known.get(font) ?? findFace(font);
  if (known.size < 500) known.set(font, found);
  return found;
}

function twinOf(font: string): string {
  const name = font.toLowerCase();
  return Object.hasOwn(TWINS, name) ? (TWINS[name] ?? '') : '';
}

function findFace(font: string): Face {
  const kind = MONO.test(font) ? 'mono' : SERIFS.test(font) && !/sans/i.test(font) ? 'serif' : 'sans';
  const rest = FAMILIES[kind];
  if (font === '') return { family: rest, shrink: 1, kind };
  const twin = twinOf(font);
  const along = fontThatComesAlong(twin || font);
  if (along !== undefined && (twin === '' || !GlobalFonts.has(font))) {
    return { family: `${along}, ${rest}`, shrink: 1, kind };
  }
  const own = [font, twin].find((one) => one !== '' && GlobalFonts.has(one));
  if (own !== undefined) return { family: `"${own}", ${rest}`, shrink: 1, kind };
  return { family: rest, kind, shrink: WIDTHS.find(([pattern]) => pattern.test(font))?.[1] ?? 1 };
}
