import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect } from 'vitest';

/** A place on a picture, in pixels. */
export type Place = readonly [x: number, y: number, w: number, h: number];
export type Rgb = readonly [number, number, number];

/** What words are marked with. */
export const MARK: Rgb = [255, 225, 77];

/** The pixels of a drawn picture; fails the test if there is none. */
export async function pixelsOf(picture: { readonly bytes: Uint8Array } | undefined) {
  if (!picture) expect.fail('there is no picture');
  const image = await loadImage(Buffer.from(picture.bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const at = (x: number, y: number): Rgb => {
    const from = (Math.round(y) * image.width + Math.round(x)) * 4;
    return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
  };
  /** How many pixels of a place are near a colour. */
  const count = ([x, y, w, h]: Place, color: Rgb): number => {
    let found = 0;
    for (let row = y; row < y + h; row += 1) {
      for (let column = x; column < x + w; column += 1) if (isNear(at(column, row), color)) found += 1;
    }
    return found;
  };
  return { width: image.width, height: image.height, at, count };
}

/** WebP changes colours a little. */
export function isNear(one: Rgb, other: Rgb): boolean {
  return one.every((channel, i) => Math.abs(channel - (other[i] ?? 0)) < 40);
}
