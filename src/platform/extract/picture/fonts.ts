import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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

/** Fonts that come along, made to be as wide as Calibri and Cambria, which most decks are written in: a file for each script. */
const ALONG = { Carlito: '@fontsource/carlito', Caladea: '@fontsource/caladea' } as const;
const SCRIPT_FILE = /^[a-z]+-([a-z-]+)-(?:400|700)-(?:normal|italic)\.woff$/;

let registered = false;
const families = new Map<string, string>();

/** A font that comes along, as CSS says it: a family for each script, the Latin one first; undefined for one that does not. */
export function fontThatComesAlong(name: string): string | undefined {
  registerFonts();
  return families.get(name);
}

function registerFontOf(name: string, packageName: string): void {
  // Registered files are also known by the family that they name themselves: asked after that, a system seems to have every one.
  if (GlobalFonts.has(name)) return;
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const folder = join(dirname(manifest), 'files');
  const scripts = new Set<string>(['latin']);
  for (const file of readdirSync(folder)) {
    const script = SCRIPT_FILE.exec(file)?.[1];
    if (script === undefined) continue;
    scripts.add(script);
    GlobalFonts.registerFromPath(join(folder, file), `Kitbag ${name} ${script}`);
  }
  families.set(name, [...scripts].map((script) => `"Kitbag ${name} ${script}"`).join(', '));
}

/** Registers the fonts that come along, so that cards have letters on a system without any fonts. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  for (const style of ['Regular', 'Bold', 'Italic', 'BoldItalic'])
    GlobalFonts.registerFromPath(join(PDFJS_FONTS, `LiberationSans-${style}.ttf`), OWN_FAMILY);
  for (const [name, packageName] of Object.entries(ALONG)) registerFontOf(name, packageName);
}
