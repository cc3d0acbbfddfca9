/** What of libheif is used here; its own declarations are of another file of the package. */
declare module 'libheif-js/wasm-bundle.js' {
  type HeifImage = {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills `into.data` with RGBA; `done` is told null where the picture can't be decoded. */
    display(
      into: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray },
      done: (result: object | null) => void,
    ): void;
    free(): void;
  };
  const libheif: { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } };

  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export default libheif;
}
