import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What packages bring that a packaged application never loads, by folders of `node_modules` and what of them stays: Tesseract comes for every
 * processor and with data of every quality, of which recognition loads one each (`src/platform/extract/recognition/tesseract.ts`).
 */
const ALWAYS = /^(?:package\.json|index\.js|LICENSE.*|README.*)$/;
const DATA = /^4\.0\.0_best_int$/;
const KEPT: Readonly<Record<string, RegExp>> = {
  'tesseract.js-core': /^tesseract-core-simd-lstm\.(?:js|wasm)$/,
  '@tesseract.js-data/eng': DATA,
  '@tesseract.js-data/deu': DATA,
  '@tesseract.js-data/fra': DATA,
  '@tesseract.js-data/spa': DATA,
};

/** Takes out of a package's `node_modules` what it never loads (some 70 MB); answers what was taken, by its path in there. Packages that are not there are passed over. */
export async function leaveOut(modules: string): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const [folder, kept] of Object.entries(KEPT)) {
    for (const name of await namesIn(join(modules, folder))) {
      if (kept.test(name) || ALWAYS.test(name)) continue;
      await rm(join(modules, folder, name), { recursive: true });
      gone.push(`${folder}/${name}`);
    }
  }
  return gone;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
