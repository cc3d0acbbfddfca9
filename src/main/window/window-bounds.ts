import { z } from 'zod';

/** A rectangle on the desktop, in pixels that do not depend on the display's scale. */
const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

/** Where a window was, and whether it filled its display. */
export const windowStateSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });

/** A rectangle on the desktop. */
export type Rectangle = z.infer<typeof rectangleSchema>;
/** Where a window was: its size when it does not fill the display, and whether it did. */
export type WindowState = z.infer<typeof windowStateSchema>;

/** The size of a window that was never open before. */
const FIRST_SIZE = { width: 1280, height: 800 } as const;
/** Below, its parts do not fit beside each other. */
export const SMALLEST = { width: 640, height: 480 } as const;

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Where a window opens: where it was, moved and made smaller so that the whole of it lies on one display. Of several it is the one that
 * has most of it; where its display is gone, the first. `areas` are the displays without bars and docks, the first one first.
 */
export function placeOnDisplays(
  bounds: Rectangle | undefined,
  areas: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const [first] = areas;
  if (first === undefined) return bounds ?? FIRST_SIZE;
  if (bounds === undefined) {
    return {
      width: Math.min(FIRST_SIZE.width, first.width),
      height: Math.min(FIRST_SIZE.height, first.height),
    };
  }
  const area = areas.reduce(
    (best, next) => (overlap(bounds, next) > overlap(bounds, best) ? next : best),
    first,
  );
  const width = Math.min(area.width, Math.max(SMALLEST.width, bounds.width));
  const height = Math.min(area.height, Math.max(SMALLEST.height, bounds.height));
  const within = (wanted: number, from: number, room: number): number =>
    Math.min(Math.max(wanted, from), from + room);
  return {
    x: within(bounds.x, area.x, area.width - width),
    y: within(bounds.y, area.y, area.height - height),
    width,
    height,
  };
}
