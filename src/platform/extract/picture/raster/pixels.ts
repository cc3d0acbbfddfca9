/** A decoded picture: a byte each of red, green, blue and opacity, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** A picture is not what it says, and can't be decoded. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable';
}

/** Bytes that decoding one picture may take, its pixels included: with what Node itself has, one document stays below 700 MB. */
export const MOST_DECODED = 400 * 1024 * 1024;
