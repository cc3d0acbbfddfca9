import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Canvas, createCanvas, DOMMatrix, ImageData, Path2D, type SKRSContext2D } from '@napi-rs/canvas';

/** pdf.js's interface, loaded when the first PDF comes. */
type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

/**
 * Loads pdf.js for a thread without a DOM. What it draws with must be global before it is evaluated, and its own
 * 'worker' is loaded here so that it runs in this thread wherever that is: in an Electron utility process pdf.js takes
 * itself to be in a browser.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    await import('./newer-node.ts');
    Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return loading;
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folderOf = (name: string) => join(packageFolder, name) + sep;

/** A folder of pdf.js's package. */
export const PDFJS_FONTS = folderOf('standard_fonts');

/** Intermediate pictures beyond this are a document's attack on memory. */
const MAX_CANVAS_PIXELS = 64 * 1024 * 1024;

type CanvasAndContext = { canvas: Canvas | null; context: SKRSContext2D | null };

class NativeCanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    if (width * height > MAX_CANVAS_PIXELS) throw new Error('Drawing area too large');
    const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d') };
  }
  reset(target: CanvasAndContext, width: number, height: number): void {
    if (!target.canvas) return;
    target.canvas.width = Math.max(1, width);
    target.canvas.height = Math.max(1, height);
  }
  destroy(target: CanvasAndContext): void {
    if (target.canvas) {
      target.canvas.width = 0;
      target.canvas.height = 0;
    }
    target.canvas = null;
    target.context = null;
  }
}

/** SVG filters don't exist here; pdf.js then draws without them. */
class NoFilterFactory {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): undefined {
    return undefined;
  }
}

class FileDataFactory {
  readonly #folders: Readonly<Record<string, string | null>>;
  constructor(folders: Readonly<Record<string, string | null>>) {
    this.#folders = folders;
  }
  async fetch(request: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = this.#folders[request.kind];
    // The name comes from the document (a character map's); it must not lead out of the folder.
    if (!folder || !/^[\w.+-]+$/.test(request.filename)) throw new Error('No such data file');
    return new Uint8Array(await readFile(join(folder, request.filename)));
  }
}

/** Options of `getDocument` that were found best; data and folders are plain paths. */
export function documentOptions(data: Uint8Array) {
  return {
    data,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 64 * 1024 * 1024,
    canvasMaxAreaInBytes: 256 * 1024 * 1024,
    cMapUrl: folderOf('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: PDFJS_FONTS,
    wasmUrl: folderOf('wasm'),
    CanvasFactory: NativeCanvasFactory,
    FilterFactory: NoFilterFactory,
    BinaryDataFactory: FileDataFactory,
  };
}
