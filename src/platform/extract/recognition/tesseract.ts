import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { TessBaseAPI, TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js';

/**
 * Tesseract, as WebAssembly: it sees no file, no network and no memory but its own. What it knows of languages comes from packages, so that
 * nothing is fetched.
 */

/** The languages whose data is in the program, the first of which is tried first. */
const LANGUAGES = ['eng', 'deu', 'fra', 'spa'] as const;
/** Only the neural network: the older recognizer needs other data (OEM_LSTM_ONLY of publictypes.h). */
const NEURAL = 1;
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm';
const PICTURE = '/input';

/** A picture of a page, a byte of grey a pixel, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array };

const unpack = promisify(gunzip);
const { resolve } = createRequire(import.meta.url);

let started: Promise<Tesseract> | undefined;

/** The one of this thread; it takes some 300 MB, until the thread ends. */
export function startTesseract(): Promise<Tesseract> {
  started ??= Tesseract.start();
  return started;
}

/** Tesseract with its languages. */
class Tesseract {
  readonly #core: TesseractCore;
  readonly #api: TessBaseAPI;

  private constructor(core: TesseractCore, api: TessBaseAPI) {
    this.#core = core;
    this.#api = api;
  }

  static async start(): Promise<Tesseract> {
    const { default: load } = await import('tesseract.js-core/tesseract-core-simd-lstm.js');
    const core = await load({
      wasmBinary: await readFile(resolve(`${CORE}.wasm`)),
      TesseractProgress: () => undefined,
      print: () => undefined,
      printErr: () => undefined,
    });
    for (const language of LANGUAGES) {
      const data = `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
      core.FS.writeFile(`./${language}.traineddata`, await unpack(await readFile(resolve(data))));
    }
    const api = new core.TessBaseAPI();
    if (api.Init(null, LANGUAGES.join('+'), NEURAL) !== 0) throw new Error('Tesseract can not start');
    return new Tesseract(core, api);
  }

  /** What it sees on a picture of so many pixels to an inch: its own table, tab-separated, a line for each block, line and word. */
  read({ width, height, data }: Grey, dpi: number): string {
    const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
    this.#core.FS.writeFile(PICTURE, Buffer.concat([header, data]));
    try {
      this.#api.SetVariable('user_defined_dpi', String(Math.round(dpi)));
      if (this.#api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract can not read a picture');
      if (this.#api.Recognize(null) !== 0) throw new Error('Tesseract can not recognize a picture');
      return this.#api.GetTSVText();
    } finally {
      this.#api.Clear();
      this.#core.FS.unlink(PICTURE);
    }
  }
}
