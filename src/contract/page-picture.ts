import { z } from 'zod';
import { WIDEST_DRAWN } from '../shared/limits.ts';
import { pageSchema, versionIdSchema } from './common.ts';

/** A page that a window wants to see as a picture: the question behind a `pageUrl`. */
export const askedPageSchema = z.object({
  version: versionIdSchema,
  page: pageSchema,
  /** In pixels. */
  width: z.number().int().min(32).max(WIDEST_DRAWN),
  /** Marked on the page, where it has text. */
  words: z.array(z.string().max(200)).max(100),
  /** As it looks or not at all: no picture of its text in its place. */
  drawnOnly: z.literal(true).exactOptional(),
});

/** A page that a window wants to see as a picture. */
export type AskedPage = z.infer<typeof askedPageSchema>;
