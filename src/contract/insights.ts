import { z } from 'zod';
import type { FigureId } from '../shared/vocabulary/figures.ts';
import { assetSummarySchema } from './assets.ts';
import { anyFacetSchema, daySchema, termIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { requestSummarySchema } from './requests.ts';

/** What works, what is stale, what is missing. */

/** The period that figures look at: the last days, the running one included, or the days from one to another, both included. */
export const periodInputSchema = z
  .object({
    days: z.number().int().positive().max(3650).default(90),
    from: daySchema.optional(),
    to: daySchema.optional(),
  })
  .prefault({});

/** A period as days of the calendar (UTC), both included. */
const periodSchema = z.object({ from: daySchema, to: daySchema, days: z.number() });

const numberSchema = z.object({
  /** 0 to 1; null when there is nothing to count yet. */
  value: z.number().nullable(),
  /** The same for the period before; null where the hub had none. */
  previous: z.number().nullable(),
  part: z.number(),
  whole: z.number(),
});

const overviewSchema = z.object({
  /** Days that the period spans. */
  days: z.number(),
  period: periodSchema,
  adoption: numberSchema,
  coverage: numberSchema,
  noResultRate: numberSchema,
  slaHitRate: numberSchema,
});

const coverageCellSchema = z.object({
  stage: termIdSchema,
  persona: termIdSchema,
  /** Published assets, and how many of them are fresh. */
  assets: z.number(),
  fresh: z.number(),
  demand: z.number(),
  /** Mean usefulness of its assets, if any has enough ratings. */
  usefulness: z.number().nullable(),
  gap: z.number(),
});

/** Two different lists of terms that a matrix is made of. */
const axesSchema = z.object({ rows: anyFacetSchema, columns: anyFacetSchema });

const matrixCellSchema = coverageCellSchema
  .omit({ stage: true, persona: true })
  .extend({ row: termIdSchema, column: termIdSchema });

/** An asset with its use in the period. */
const usedAssetSchema = assetSummarySchema.extend({ usesInPeriod: z.number() });

/** A request with its age, and how long it took once it was closed (in days). */
const agedRequestSchema = requestSummarySchema.extend({
  /** Whole days that have passed. */
  ageDays: z.number(),
  takenDays: z.number().nullable(),
});

/** Every table that can be taken out of Kitbag. */
export const TABLES = [
  'usefulness',
  'coverage',
  'requests',
  'unused',
  'stale',
  'adoption',
  'sla',
  'searches',
  'unanswered',
  'golden',
] as const;

/** What stands between the columns of a CSV file. Excel in German and many other languages needs a semicolon. */
export const SEPARATORS = [',', ';', '\t'] as const;

export const insightsContract = {
  overview: procedure.input(periodInputSchema).output(overviewSchema),
  usefulness: procedure.input(periodInputSchema).output(z.array(usedAssetSchema)),
  /** Of more than {@link MOST_MAP_CELLS} cells there are none, only how many they are: nobody looks at so many, and a table has them. */
  coverage: procedure
    .input(periodInputSchema)
    .output(z.object({ cells: z.array(coverageCellSchema), covered: z.number(), all: z.number() })),
  /** The same of any two lists: demand is by requests and votes, of stages and personas by searches too. */
  matrix: procedure
    .input(z.object({ period: periodInputSchema, axes: axesSchema }))
    .output(z.object({ cells: z.array(matrixCellSchema), covered: z.number(), all: z.number() })),
  /** Requests that were open, asked or closed in the period. */
  requests: procedure.input(periodInputSchema).output(
    z.object({
      rows: z.array(agedRequestSchema),
      byStatus: z.array(z.object({ status: z.string(), count: z.number() })),
    }),
  ),
  unused: procedure.input(periodInputSchema).output(z.array(usedAssetSchema)),
  staleButHot: procedure.input(periodInputSchema).output(z.array(usedAssetSchema)),
  /** The lowest first. */
  ratedLow: procedure.output(z.array(assetSummarySchema)),
  csv: procedure
    .input(
      z.object({
        table: z.enum(TABLES),
        period: periodInputSchema,
        separator: z.enum(SEPARATORS).default(','),
        /** Of coverage: its two lists, where these are not stages and personas. */
        axes: axesSchema.optional(),
      }),
    )
    .output(z.object({ fileName: z.string(), text: z.string() })),
};

export type Axes = z.infer<typeof axesSchema>;
export type MatrixCell = z.infer<typeof matrixCellSchema>;
export type PeriodInput = z.infer<typeof periodInputSchema>;
type PeriodDays = z.infer<typeof periodSchema>;
export type Overview = z.infer<typeof overviewSchema>;
export type CoverageCell = z.infer<typeof coverageCellSchema>;
export type UsedAsset = z.infer<typeof usedAssetSchema>;
export type AgedRequest = z.infer<typeof agedRequestSchema>;
export type TableId = (typeof TABLES)[number];
export type Separator = (typeof SEPARATORS)[number];

/** A row of a report: column → value, in the order of the columns. Null where nothing was said; 0 is a count. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

/** A table with what it means: for the command line, for other programs. */
export type Report = {
  readonly rows: readonly ReportRow[];
  /** The names of the columns, in their order; also without rows. */
  readonly columns: readonly string[];
  /** What the table is about, and which of its columns are figures. */
  readonly figure: FigureId;
  readonly figures: Readonly<Record<string, FigureId>>;
  readonly period: PeriodDays;
};
