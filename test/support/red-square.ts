import { createCanvas } from '@napi-rs/canvas';

/** A PNG of forty by forty pixels, all red. */
export function redSquare(): Buffer {
  const canvas = createCanvas(40, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 40, 40);
  return canvas.toBuffer('image/png');
}
