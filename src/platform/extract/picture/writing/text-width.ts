import type { SKRSContext2D } from '@napi-rs/canvas';

/** Widths that are kept, and letters of a text whose width is. */
const MOST_KNOWN = 40_000;
const LONGEST = 30;

const known = new Map<string, number>();

/** How wide a text is in a font, which becomes the canvas's. Words come again: each is measured once while there is room for what is known. */
export function textWidth(context: SKRSContext2D, font: string, text: string): number {
  if (text.length > LONGEST) return measured(context, font, text);
  const key = `${font}/${text}`;
  const width = known.get(key);
  if (width !== undefined) return width;
  const found = measured(context, font, text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function measured(context: SKRSContext2D, font: string, text: string): number {
  context.font = font;
  return context.measureText(text).width;
}
