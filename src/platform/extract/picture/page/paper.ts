import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { registerFonts } from '../fonts.ts';

/** Pictures of pages are drawn in these measures, whatever size they come out: a page's and a sheet's, and their colours. */
export const PAGE = { width: 480, height: 620 } as const;
export const SHEET = { width: 480, height: 360 } as const;
export const INK = '#1f2933';
export const FAINT = '#3e4c59';
export const RULE = '#d5dbe1';
export const HEAD = '#eef2f5';

/** A white sheet, in measures that are `scale` pixels each. */
export function paper(canvas: Canvas, scale: number): SKRSContext2D {
  registerFonts();
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  return context;
}
