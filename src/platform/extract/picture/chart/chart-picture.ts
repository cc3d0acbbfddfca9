import { createCanvas } from '@napi-rs/canvas';
import type { SceneShape } from '../../scene/slide-scene.ts';
import type { Drawing } from '../writing/drawing.ts';
import { drawChart } from './draw-chart.ts';

/** Pixels of the whole slide's width: sharp on a screen that it fills. */
const SLIDE_WIDTH = 1_920;
const MAX_SIDE = 2_400;
const MAX_LETTERS = 20_000;

/** A chart of a slide `slideWidth` points wide, as the slide's picture has it, by itself, on nothing. Undefined for one without any size. */
export async function chartPicture(
  shape: Extract<SceneShape, { readonly shape: 'chart' }>,
  ink: string,
  slideWidth: number,
): Promise<Uint8Array | undefined> {
  if (shape.w <= 0 || shape.h <= 0) return undefined;
  const scale = Math.min(SLIDE_WIDTH / slideWidth, MAX_SIDE / shape.w, MAX_SIDE / shape.h);
  const canvas = createCanvas(
    Math.max(1, Math.round(shape.w * scale)),
    Math.max(1, Math.round(shape.h * scale)),
  );
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  const drawing: Drawing = {
    context,
    ink,
    pattern: undefined,
    budget: { letters: MAX_LETTERS },
    pixel: 1 / scale,
  };
  drawChart(drawing, shape);
  return canvas.encode('webp', 90);
}
