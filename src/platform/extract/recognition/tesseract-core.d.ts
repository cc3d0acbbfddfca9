/** What of Tesseract's core is used here; the package declares no types. Its numbers are those of Tesseract's own API (baseapi.h). */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  type TessBaseAPI = {
    /** 0 where the languages' data was read. `mode` 1: the neural network only. */
    Init(dataPath: null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; not 0 where it is no picture. */
    SetImageFile(exifOrientation: number, radians: number): number;
    /** 0 where it came to its end. */
    Recognize(monitor: null): number;
    GetTSVText(): string;
    Clear(): void;
  };
  type TesseractCore = {
    readonly FS: {
      writeFile(path: string, bytes: Uint8Array): void;
      unlink(path: string): void;
    };
    readonly TessBaseAPI: new () => TessBaseAPI;
  };

  export type { TessBaseAPI, TesseractCore };

  const start: (options: {
    readonly wasmBinary: Uint8Array;
    readonly TesseractProgress: (percent: number) => void;
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }) => Promise<TesseractCore>;

  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export default start;
}
