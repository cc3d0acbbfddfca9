import { z } from 'zod';
import { LONGEST_LINE } from '../shared/limits.ts';
import { savedSearchIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { assetSummarySchema } from './assets.ts';
import { assetIdSchema, lineSchema, termIdSchema, timeSchema } from './common.ts';
import { procedure } from './errors.ts';
import { callContextSchema, filtersSchema, SORTS } from './search.ts';

/** What this device keeps for the one who searches: saved searches, pinned assets, words used before. Nobody else learns it. */

/** Words of a search; nobody types more. */
export const searchWordsSchema = z.string().trim().max(LONGEST_LINE);

/** What a saved search looks for. */
export const savedQuerySchema = z.object({
  query: z.string().max(10_000),
  filters: filtersSchema.partial(),
  context: callContextSchema,
  sort: z.enum(SORTS),
});

const savedSearchSchema = savedQuerySchema.extend({
  id: savedSearchIdSchema,
  name: lineSchema,
  savedAt: timeSchema,
  /** How many assets it finds now, and how many of them came or got a new version since one looked. */
  total: z.number(),
  fresh: z.number(),
});

export const savedSearchesContract = {
  /** In the order of their names. */
  list: procedure.output(z.array(savedSearchSchema)),
  /** Keeps a search; everything that it finds now counts as seen. */
  save: procedure
    .input(savedQuerySchema.extend({ name: lineSchema }))
    .output(z.object({ id: savedSearchIdSchema })),
  /** Answers the name before, so that a toast can undo it. */
  rename: procedure
    .input(z.object({ id: savedSearchIdSchema, name: lineSchema }))
    .output(z.object({ before: z.string() })),
  remove: procedure.input(z.object({ id: savedSearchIdSchema })).output(z.object({ removed: z.boolean() })),
  /** Takes a removal back, until the engine ends. */
  restore: procedure.input(z.object({ id: savedSearchIdSchema })).output(z.object({ restored: z.boolean() })),
  /** Somebody looks: answers what is new for them, and counts it as seen from now on. */
  look: procedure
    .input(z.object({ id: savedSearchIdSchema }))
    .output(z.object({ fresh: z.array(assetIdSchema) })),
};

export const pinsContract = {
  /** Pinned last first; assets that are gone or archived are left out. */
  list: procedure.output(z.array(assetSummarySchema)),
  set: procedure
    .input(z.object({ asset: assetIdSchema, pinned: z.boolean() }))
    .output(z.object({ changed: z.boolean() })),
};

export const searchHistoryContract = {
  /** Searches of this device by their words, newest first, each once. */
  recent: procedure
    .input(z.object({ limit: z.number().int().positive().max(50) }))
    .output(z.array(z.object({ words: z.string(), at: timeSchema, results: z.number() }))),
  /** Forgets all of them, or those with these words. */
  forget: procedure
    .input(z.object({ words: searchWordsSchema.optional() }))
    .output(z.object({ forgotten: z.number() })),
  /** Takes the last forgetting back, until the engine ends. */
  restore: procedure.output(z.object({ restored: z.number() })),
};

/** Words that found nothing. */
export const unansweredSchema = z.object({
  words: z.string(),
  times: z.number(),
  lastAt: timeSchema,
  /** The call that most of these searches were for, where one was chosen. */
  stage: termIdSchema.optional(),
  persona: termIdSchema.optional(),
});

export type SavedQuery = z.infer<typeof savedQuerySchema>;
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export type RecentSearch = { readonly words: string; readonly at: number; readonly results: number };
export type Unanswered = z.infer<typeof unansweredSchema>;
