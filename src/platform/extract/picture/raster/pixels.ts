/** A decoded picture: a byte each of red, green, blue and opacity, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Bytes that decoding one picture may take, its pixels included: with what Node itself has, one document stays below 700 MB. */
export const MOST_DECODED = 400 * 1024 * 1024;
