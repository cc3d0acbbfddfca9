import { readFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { imageCanvas, thumbnailScale } from './draw-image.ts';

/** Fields of the mark: each says whether it is lighter than the one to its right (the 'difference hash' of N. Krawetz, 2013). */
const COLUMNS = 8;
const ROWS = 8;
/** A picture in which hardly anything differs, or everything does alike, says nothing. */
const FEWEST_BITS = 6;
/** The picture is brought to this width first, so that it is averaged and not sampled. */
const WIDTH = 72;

/** What a picture looks like, in 64 bits; undefined where it can't be read or has nothing in it. */
export async function pictureMark(path: string): Promise<bigint | undefined> {
  const canvas = await imageCanvas(await readFile(path), 1, thumbnailScale(WIDTH));
  if (canvas === undefined) return undefined;
  const small = createCanvas(COLUMNS + 1, ROWS);
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, COLUMNS + 1, ROWS);
  context.drawImage(canvas, 0, 0, COLUMNS + 1, ROWS);
  const { data } = context.getImageData(0, 0, COLUMNS + 1, ROWS);
  const light = (column: number, row: number): number => {
    const at = (row * (COLUMNS + 1) + column) * 4;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  };
  let mark = 0n;
  let bits = 0;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const lighter = light(column, row) > light(column + 1, row) + 1;
      mark = (mark << 1n) | (lighter ? 1n : 0n);
      bits += lighter ? 1 : 0;
    }
  }
  return bits < FEWEST_BITS || bits > COLUMNS * ROWS - FEWEST_BITS ? undefined : mark;
}
