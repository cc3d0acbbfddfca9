import { z } from 'zod';
import { assetSummarySchema } from './assets.ts';
import { assetIdSchema, termIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { searchWordsSchema } from './finding.ts';
import { requestSummarySchema } from './requests.ts';

/** What works, what is stale, what is missing. */

const numberSchema = z.object({
  /** 0 to 1; null when there is nothing to count yet. */
  value: z.number().nullable(),
  /** The same for the period before. */
  previous: z.number().nullable(),
  part: z.number(),
  whole: z.number(),
});

export const overviewSchema = z.object({
  /** Days that the period spans. */
  days: z.number(),
  adoption: numberSchema,
  coverage: numberSchema,
  noResultRate: numberSchema,
  slaHitRate: numberSchema,
});

export const coverageCellSchema = z.object({
  stage: termIdSchema,
  persona: termIdSchema,
  /** Published assets, and how many of them are fresh. */
  assets: z.number(),
  fresh: z.number(),
  /** Searches in this context, requests and votes in the period. */
  demand: z.number(),
  /** Mean usefulness of its assets, if any has enough ratings. */
  usefulness: z.number().nullable(),
  /** Demand × (1 − supply quality). */
  gap: z.number(),
});

export const EXPORTS = ['usefulness', 'coverage', 'requests', 'unused'] as const;

export const insightsContract = {
  overview: procedure
    .input(z.object({ days: z.number().int().positive().max(3650).default(90) }))
    .output(overviewSchema),
  usefulness: procedure.output(z.array(assetSummarySchema)),
  coverage: procedure.output(
    z.object({ cells: z.array(coverageCellSchema), covered: z.number(), all: z.number() }),
  ),
  requests: procedure.output(
    z.object({
      rows: z.array(requestSummarySchema.extend({ ageDays: z.number(), cycleDays: z.number().nullable() })),
      byStatus: z.array(z.object({ status: z.string(), count: z.number() })),
    }),
  ),
  /** Published and never used. */
  unused: procedure.output(z.array(assetSummarySchema)),
  /** Stale, and used all the same. */
  staleButHot: procedure.output(z.array(assetSummarySchema)),
  csv: procedure
    .input(z.object({ table: z.enum(EXPORTS) }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
};

export const activityContract = {
  /** Somebody read a page. */
  viewed: procedure
    .input(z.object({ asset: assetIdSchema, page: z.number().int().positive().optional() }))
    .output(z.object({ recorded: z.boolean() })),
  /** Somebody took a file out of Kitbag. */
  shared: procedure
    .input(z.object({ asset: assetIdSchema, how: z.enum(['opened', 'saved', 'copied', 'dragged']) }))
    .output(z.object({ recorded: z.boolean() })),
  /** A search that ended: with an open, or abandoned. */
  searched: procedure
    .input(
      z.object({
        results: z.number().int().nonnegative(),
        stage: termIdSchema.optional(),
        persona: termIdSchema.optional(),
        opened: assetIdSchema.optional(),
        position: z.number().int().positive().optional(),
        /** They stay on this device unless the hub's policy shares them. */
        words: searchWordsSchema.optional(),
      }),
    )
    .output(z.object({ recorded: z.boolean() })),
  /** What the current member used last, newest first. */
  recent: procedure.input(z.object({ limit: z.number().int().max(50) })).output(z.array(assetSummarySchema)),
  /** Published or renewed since the current member was here the time before. */
  whatIsNew: procedure
    .input(z.object({ limit: z.number().int().max(50) }))
    .output(z.object({ since: z.number(), assets: z.array(assetSummarySchema) })),
  /** What colleagues published, renewed or released since the engine was opened, or since somebody looked at it; newest first. */
  arrivals: procedure
    .input(z.object({ limit: z.number().int().max(50) }))
    .output(z.object({ assets: z.array(assetSummarySchema), total: z.number(), mark: z.number() })),
  /** What an answer of `arrivals` showed was looked at: the answer is named by its mark. */
  arrivalsSeen: procedure.input(z.object({ mark: z.number() })).output(z.object({ seen: z.boolean() })),
};

export type Overview = z.infer<typeof overviewSchema>;
export type CoverageCell = z.infer<typeof coverageCellSchema>;
export type ExportTable = (typeof EXPORTS)[number];
