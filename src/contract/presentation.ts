import { z } from 'zod';
import { MOST_SLIDES } from '../shared/vocabulary/presenting.ts';
import { showOutSchema } from './presenting.ts';

/** A presentation while it runs: what the shell tells its two windows, and what they ask of it. */

const displayIdSchema = z.number().int().nonnegative();

const displaySchema = z.object({
  id: displayIdSchema,
  /** As the system calls it; '' where it has no name. */
  label: z.string(),
  /** In its own pixels. */
  width: z.number(),
  height: z.number(),
  /** The window that asks is on it. */
  here: z.boolean(),
});

export const displaysSchema = z.object({
  displays: z.array(displaySchema),
  /** Where was presented last, while that display is there. */
  chosen: displayIdSchema.nullable(),
});

export const startSchema = z.object({
  /** What was made ready by the engine stands behind it. */
  ticket: z.string().min(1).max(100),
  /** The audience's display; null: the one that was chosen last, or another than the window's. */
  display: displayIdSchema.nullable(),
});

const placeSchema = z.number().int().min(0).max(MOST_SLIDES);
const shareSchema = z.number().min(0).max(1);
const pointSchema = z.object({ x: shareSchema, y: shareSchema });

/** What a window of a presentation asks: both may ask the same. */
export const steeringSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('turn'), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ to: z.literal('go'), at: placeSchema }),
  z.object({ to: z.literal('black') }),
  /** Where the laser points, in shares of the page; null: nowhere. */
  z.object({ to: z.literal('point'), point: pointSchema.nullable() }),
  /** The audience's page could not be drawn. */
  z.object({ to: z.literal('undrawn'), at: placeSchema }),
  /** Audience and presenter change their displays. */
  z.object({ to: z.literal('swap') }),
  /** The audience's display is gone: the pages are shown on the one that is left. */
  z.object({ to: z.literal('here') }),
  z.object({ to: z.literal('end') }),
]);

export const presentationStateSchema = z.object({
  /** The slide that is shown; 0 for the first. */
  at: placeSchema,
  black: z.boolean(),
  point: pointSchema.nullable(),
  /** When it began; milliseconds since 1970. */
  since: z.number(),
  /** The audience's display was unplugged. */
  displayGone: z.boolean(),
  /** Slides that could not be drawn. */
  undrawn: z.array(placeSchema),
  /** Whether there is a second display to change with. */
  canSwap: z.boolean(),
});

/** What a window of a presentation is, and what it shows; null where there is none. */
export const presentationSchema = z
  .object({
    role: z.enum(['audience', 'presenter']),
    show: showOutSchema.options[0].shape.show,
    state: presentationStateSchema,
  })
  .nullable();

/** A display as somebody chooses it. */
export type DisplayChoice = z.infer<typeof displaySchema>;
export type Steering = z.infer<typeof steeringSchema>;
export type PresentationState = z.infer<typeof presentationStateSchema>;
export type Presentation = NonNullable<z.infer<typeof presentationSchema>>;
