import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Drawable } from './slide-pictures.ts';

/** Pixels of the longer side of a picture that is shown in two colours. */
const SIDE = 1_600;

/** A picture whose darkest parts are of one colour, its lightest of another, and the rest between (DrawingML's duotone). */
export function inTwoColors(image: Drawable, [dark, light]: readonly [string, string]): Canvas {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const [w, h] = [
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  ];
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, w, h);
  const pixels = context.getImageData(0, 0, w, h);
  const { data } = pixels;
  const [from, to] = [channelsOf(dark), channelsOf(light)];
  for (let at = 0; at < data.length; at += 4) {
    const share = (0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)) / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = (from[channel] ?? 0) * (1 - share) + (to[channel] ?? 0) * share;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
