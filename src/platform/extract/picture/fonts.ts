import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { PDFJS_FONTS } from '../pdf/pdfjs.ts';

/** The family that cards are written in; what it lacks comes from the system's fonts. */
export const CARD_FONT = 'Kitbag Card';

let registered = false;

/** Registers the fonts that come with pdf.js, so that cards have letters on a system without any fonts. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  GlobalFonts.registerFromPath(join(PDFJS_FONTS, 'LiberationSans-Regular.ttf'), CARD_FONT);
  GlobalFonts.registerFromPath(join(PDFJS_FONTS, 'LiberationSans-Bold.ttf'), CARD_FONT);
}
