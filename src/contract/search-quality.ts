import { z } from 'zod';
import { MOST_CHOSEN } from '../shared/limits.ts';
import { goldenIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { SEARCH_WORDS } from '../shared/vocabulary/people.ts';
import { assetIdSchema, lineSchema } from './common.ts';
import { procedure } from './errors.ts';
import { unansweredSchema } from './finding.ts';
import { periodInputSchema } from './insights.ts';
import { callContextSchema } from './search.ts';
import { synonymsInputSchema } from './taxonomy.ts';
import { undoSchema } from './undo.ts';

/** Search as a product that is tested: golden queries with the assets that they ought to find, and what searches come to in practice. */

const bodySchema = z.object({
  query: lineSchema,
  context: callContextSchema,
  assets: z.array(assetIdSchema).max(MOST_CHOSEN),
  retired: z.boolean(),
});
const goldenQuerySchema = bodySchema.extend({ id: goldenIdSchema });

/** How a golden query does. */
const goldenRowSchema = goldenQuerySchema.extend({
  /** The assets that it ought to find, with their place now: 1-based, null where they are not found. One without a title is not here. */
  answers: z.array(
    z.object({ asset: assetIdSchema, title: z.string().optional(), place: z.number().nullable() }),
  ),
  results: z.number(),
  /** 1 / place of the best answer; 0 where none is found. */
  reciprocal: z.number(),
});

const goldenRunSchema = z.object({
  rows: z.array(goldenRowSchema),
  /** Mean of the rows' reciprocals; null where there are none. */
  mrr: z.number().nullable(),
  /** Golden queries that find nothing at all, of all. */
  withoutResult: z.number(),
});

const searchFiguresSchema = z.object({
  days: z.number(),
  searches: z.number(),
  withoutHit: z.number(),
  opened: z.number(),
  /** Mean place of what was opened, and the mean of 1 / place; null where nothing was. */
  meanPlace: z.number().nullable(),
  mrr: z.number().nullable(),
});

/** What a change of synonyms would do. */
const synonymEffectSchema = z.object({
  /** How many assets each of the words finds. */
  words: z.array(z.object({ word: z.string(), before: z.number(), after: z.number() })),
  /** Golden queries, and their MRR; null where there are none. */
  queries: z.number(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Golden queries that would answer differently, with the places of their right answers. */
  changed: z.array(
    z.object({
      id: goldenIdSchema,
      query: z.string(),
      results: z.object({ before: z.number(), after: z.number() }),
      answers: z.array(
        z.object({
          asset: assetIdSchema,
          title: z.string().optional(),
          before: z.number().nullable(),
          after: z.number().nullable(),
        }),
      ),
    }),
  ),
});

export const searchQualityContract = {
  /** Without retired ones. */
  list: procedure.output(z.array(goldenQuerySchema)),
  /** Adds one, or writes a known one anew (leads only). */
  define: procedure
    .input(bodySchema.partial({ retired: true }).extend({ id: goldenIdSchema.optional() }))
    .output(z.object({ id: goldenIdSchema, undo: undoSchema })),
  /** Asks all of them. */
  run: procedure.output(goldenRunSchema),
  /** What a change of synonyms would do, before it is saved. */
  trySynonyms: procedure.input(synonymsInputSchema).output(synonymEffectSchema),
  /** What reps' searches come to in practice. */
  figures: procedure.input(periodInputSchema).output(searchFiguresSchema),
  /** Searches without an answer, most tried first: from shared words, or from this device's own where none are shared. */
  unanswered: procedure.input(periodInputSchema).output(
    z.object({
      from: z.enum(['shared', 'device']),
      /** Searches by reps that found nothing and whose words nobody shared. */
      hidden: z.number(),
      rows: z.array(
        unansweredSchema.extend({
          /** Assets with all of the words now: something may have been published since. */
          now: z.number(),
          /** An open request of this name. */
          request: z.string().optional(),
        }),
      ),
    }),
  ),
  /** Whether the words of searches are shared, or counts only. */
  policy: procedure.output(z.object({ searchWords: z.enum(SEARCH_WORDS) })),
};

export type GoldenQuery = z.infer<typeof goldenQuerySchema>;
export type GoldenRow = z.infer<typeof goldenRowSchema>;
export type SynonymEffect = z.infer<typeof synonymEffectSchema>;
export type GoldenRun = z.infer<typeof goldenRunSchema>;
export type SearchFigures = z.infer<typeof searchFiguresSchema>;
