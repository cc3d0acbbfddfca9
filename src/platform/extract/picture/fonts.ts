import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { PDFJS_FONTS } from '../pdfjs/pdfjs.ts';

const OWN_FAMILY = 'Kitbag Card';

/** The families that cards are written in, as CSS says it: our own, then those that systems have for other scripts and signs. */
export const CARD_FONT = [
  OWN_FAMILY,
  'DejaVu Sans',
  'Noto Sans',
  'Noto Sans CJK SC',
  'Segoe UI',
  'Segoe UI Symbol',
  'Microsoft YaHei',
  'Apple Symbols',
  'PingFang SC',
  'Arial Unicode MS',
]
  .map((family) => `"${family}"`)
  .join(', ');

let registered = false;

/** Registers the fonts that come with pdf.js, so that cards have letters on a system without any fonts. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  for (const style of ['Regular', 'Bold', 'Italic', 'BoldItalic'])
    GlobalFonts.registerFromPath(join(PDFJS_FONTS, `LiberationSans-${style}.ttf`), OWN_FAMILY);
}
