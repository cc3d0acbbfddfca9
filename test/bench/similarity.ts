import { createCanvas, loadImage } from '@napi-rs/canvas';

/** How wide pages are when they are compared. */
export const GREY_WIDTH = 320;
/** Side of a window, its distance to the next, and the constants of the measure for values from 0 to 255. */
const WINDOW = 8;
const STEP = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** A picture in grey, one value a pixel. */
export type Grey = { readonly width: number; readonly height: number; readonly values: Float64Array };

/** A picture scaled to one width, in grey, blurred by a box of 3 pixels twice, so that letters' edges count little. */
export async function greyOf(source: string | Buffer): Promise<Grey> {
  const image = await loadImage(source);
  const [width, height] = [
    GREY_WIDTH,
    Math.max(WINDOW, Math.round((GREY_WIDTH * image.height) / image.width)),
  ];
  const context = createCanvas(width, height).getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Float64Array(width * height);
  for (let at = 0; at < values.length; at += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(at * 4, at * 4 + 3);
    values[at] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  return blurred(blurred({ width, height, values }));
}

/** Whether a picture is white all over. */
export async function isBlank(source: string): Promise<boolean> {
  return (await greyOf(source)).values.every((value) => value > 254);
}

function blurred({ width, height, values }: Grey): Grey {
  const next = new Float64Array(values.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy += 1) {
        for (let dx = Math.max(0, x - 1); dx <= Math.min(width - 1, x + 1); dx += 1) {
          sum += values[dy * width + dx] ?? 0;
          count += 1;
        }
      }
      next[y * width + x] = sum / count;
    }
  }
  return { width, height, values: next };
}

/** Structural similarity: the mean of SSIM (Wang, Bovik, Sheikh, Simoncelli 2004) over windows; 1 for the same picture. Of unlike heights the shared part, in that share. */
export function similarity(a: Grey, b: Grey): number {
  const height = Math.min(a.height, b.height);
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= height; y += STEP) {
    for (let x = 0; x + WINDOW <= a.width; x += STEP) {
      sum += windowSimilarity(a, b, x, y);
      count += 1;
    }
  }
  return ((count === 0 ? 0 : sum / count) * height) / Math.max(a.height, b.height);
}

function windowSimilarity(a: Grey, b: Grey, left: number, top: number): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + WINDOW; y += 1) {
    for (let x = left; x < left + WINDOW; x += 1) {
      const [va, vb] = [a.values[y * a.width + x] ?? 0, b.values[y * b.width + x] ?? 0];
      sumA += va;
      sumB += vb;
      squaresA += va * va;
      squaresB += vb * vb;
      products += va * vb;
    }
  }
  const n = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / n, sumB / n];
  const [spreadA, spreadB] = [squaresA / n - meanA * meanA, squaresB / n - meanB * meanB];
  const shared = products / n - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * shared + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (spreadA + spreadB + C2))
  );
}
