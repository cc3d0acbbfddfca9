import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { decodeText } from '../encoding/decode.ts';

/**
 * PDFium, as WebAssembly: it sees no file, no network and no memory but its own, which ends at {@link MOST_MEMORY}. Whatever it does wrong
 * ends the instance, never the process.
 */

/** Bytes of PDFium's memory beyond which a document is too much: with what Node itself has, one document stays below 700 MB. */
const MOST_MEMORY = 448 * 1024 * 1024;
/** Memory of WebAssembly never shrinks: an instance that has taken so many bytes is not used for the next document. */
const LARGE_MEMORY = 48 * 1024 * 1024;

/** Bytes of a field's or a comment's text beyond which it is nothing that somebody wrote. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024;

/** PDFium has met what it can't go on after; this instance is no more. `outOfMemory`: the document asked for more memory than it may have. */
export class PdfiumEnded extends Error {
  override readonly name = 'PdfiumEnded';
  readonly outOfMemory: boolean;

  constructor(outOfMemory: boolean, options?: ErrorOptions) {
    super('PDFium has ended', options);
    this.outOfMemory = outOfMemory;
  }
}

/** What is asked of every letter: the functions themselves, because the package's wrappers cost more than the answer. All are numbers. */
type LetterCalls = Pick<
  Record<string, (...values: readonly number[]) => number>,
  (typeof LETTER_CALLS)[number]
>;
const LETTER_CALLS = [
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_IsHyphen',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_GetTextObject',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
] as const;

type Imports = { readonly env: Record<string, unknown> };

/** One instance of PDFium. */
export class Pdfium {
  readonly call: WrappedPdfiumModule;
  readonly letters: LetterCalls;
  readonly #exports: Readonly<Record<string, unknown>>;
  readonly #state: { outOfMemory: boolean };
  #ended: PdfiumEnded | undefined;

  private constructor(
    call: WrappedPdfiumModule,
    exports: Readonly<Record<string, unknown>>,
    state: { outOfMemory: boolean },
  ) {
    this.call = call;
    this.#exports = exports;
    this.#state = state;
    this.letters = functionsOf(exports, LETTER_CALLS);
  }

  /** Makes an instance of its own, with nothing of any document. */
  static async start(): Promise<Pdfium> {
    const module = await compiled();
    const state = { outOfMemory: false };
    let exports: Readonly<Record<string, unknown>> = {};
    const call = await init({
      print: () => undefined,
      printErr: () => undefined,
      instantiateWasm: (imports: Imports, done: (instance: WebAssembly.Instance) => void) => {
        const instance = new WebAssembly.Instance(module, {
          ...imports,
          env: { ...imports.env, ...limited(imports, state) },
        });
        exports = instance.exports;
        done(instance);
        return exports;
      },
    });
    const pdfium = new Pdfium(call, exports, state);
    pdfium.run(() => call.PDFiumExt_Init());
    return pdfium;
  }

  /** Its memory; ask again after every call, which may have moved it. */
  get memory(): ArrayBuffer {
    const { memory } = this.#exports;
    if (typeof memory !== 'object' || memory === null || !('buffer' in memory)) throw new TypeError('memory');
    if (!(memory.buffer instanceof ArrayBuffer)) throw new TypeError('memory');
    return memory.buffer;
  }

  /** Whether nothing can be asked of it any more, nor needs to be freed. */
  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  /** Whether it may be given another document. */
  get isFresh(): boolean {
    return this.#ended === undefined && this.memory.byteLength < LARGE_MEMORY;
  }

  /**
   * Does something with it. Throws `PdfiumEnded` when that was its end, and ever after. Whatever is thrown through it (a trap, an abort, a
   * stack that is full, a file that can't be read) leaves it in the middle of something, so that nothing more can be asked.
   */
  run<Value>(work: () => Value): Value {
    if (this.#ended) throw this.#ended;
    try {
      return work();
    } catch (error) {
      this.#ended = new PdfiumEnded(this.#state.outOfMemory, { cause: error });
      throw this.#ended;
    }
  }

  /** Room in its memory for the time of `use`. */
  withRoom<Value>(bytes: number, use: (place: number) => Value): Value {
    const { malloc, free } = this.call.pdfium.wasmExports;
    const place = this.run(() => malloc(bytes));
    if (place === 0) throw new PdfiumEnded(true);
    try {
      return use(place);
    } finally {
      if (!this.#ended) free(place);
    }
  }

  /**
   * A text of UTF-16 that one of its functions writes: `write` is given a place and its bytes and answers how many there are, the closing
   * zero included; it writes nothing where the place is too small. Empty where it is longer than any that is kept.
   */
  text(write: (place: number, bytes: number) => number): string {
    const bytes = this.run(() => write(0, 0));
    if (bytes <= 2 || bytes > MOST_TEXT_BYTES) return '';
    return this.withRoom(bytes, (place) => {
      this.run(() => write(place, bytes));
      return decodeText(new Uint8Array(this.memory, place, bytes - 2), 'utf-16le');
    });
  }
}

/** The imports with a limit to how far memory may grow. */
function limited({ env }: Imports, state: { outOfMemory: boolean }): Readonly<Record<string, unknown>> {
  const grow = env.emscripten_resize_heap;
  if (typeof grow !== 'function') throw new TypeError('emscripten_resize_heap');
  return {
    emscripten_resize_heap: (wanted: number): unknown => {
      state.outOfMemory = wanted >>> 0 > MOST_MEMORY;
      return state.outOfMemory ? 0 : grow(wanted);
    },
  };
}

function functionsOf<Name extends string>(
  exports: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Record<Name, (...values: readonly number[]) => number> {
  const found = {} as Record<Name, (...values: readonly number[]) => number>;
  for (const name of names) {
    const one = exports[name];
    if (typeof one !== 'function') throw new TypeError(`PDFium has no ${name}`);
    found[name] = one as (...values: readonly number[]) => number;
  }
  return found;
}

let compiling: Promise<WebAssembly.Module> | undefined;

/** Compiles it once a thread, from the file in its package. */
function compiled(): Promise<WebAssembly.Module> {
  compiling ??= readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')).then(
    (bytes) => new WebAssembly.Module(bytes),
  );
  return compiling;
}
