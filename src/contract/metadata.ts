import { z } from 'zod';
import { MOST_TABLE_COLUMNS } from '../shared/limits.ts';
import {
  COLUMN_MODES,
  isTableField,
  TABLE_FORMATS,
  TABLE_LANGUAGES,
  type TableField,
} from '../shared/vocabulary/metadata.ts';
import { editedSchema, MOST_EDITED } from './asset-edits.ts';
import { assetIdSchema, lineSchema, saysSchema } from './common.ts';
import { procedure } from './errors.ts';
import { SEPARATORS } from './insights.ts';
import { undoSchema } from './undo.ts';

/** What is said of assets as a table: out as CSV or XLSX, and in again; and single fields by their names, as people type them. */

const tableFieldSchema = z.custom<TableField>((name) => typeof name === 'string' && isTableField(name));

/** What a column is: it names the asset, says something of it, or of which asset it is a language edition. */
const columnTargetSchema = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['id', 'file']) }),
  z.object({ is: z.literal('variant') }),
  z.object({ is: z.literal('field'), field: tableFieldSchema, mode: z.enum(COLUMN_MODES) }),
]);

const openTableSchema = z.object({
  /** Names the table while the engine runs; a few are kept. */
  table: z.string(),
  fileName: z.string(),
  /** Of assets: without the headings and empty ones. */
  rows: z.number(),
  /** There were more than are read. */
  cut: z.boolean(),
  columns: z.array(
    z.object({
      heading: z.string(),
      /** What it is taken for; null where it names nothing. */
      target: columnTargetSchema.nullable(),
      /** It is written by Kitbag to be read only. */
      readOnly: z.boolean(),
      /** What stands in it first. */
      sample: z.string(),
    }),
  ),
});

const failedCellSchema = z.object({
  /** As spreadsheets count: the headings are row 1. */
  row: z.number(),
  /** The column's heading; empty where the row as a whole is meant. */
  column: z.string(),
  says: saysSchema,
});

const importedSchema = z.object({
  /** What was changed; on a dry run, what would be. */
  changed: z.array(assetIdSchema),
  unchanged: z.array(assetIdSchema),
  /** The rows that were left as they are, a line a cell; the first of them. */
  failed: z.array(failedCellSchema),
  /** How many rows those are in all. */
  failedRows: z.number(),
  /** Some of the changes, to be looked at. */
  examples: z.array(
    z.object({
      row: z.number(),
      asset: assetIdSchema,
      title: z.string(),
      field: z.union([tableFieldSchema, z.literal('variant')]),
      before: z.string(),
      after: z.string(),
    }),
  ),
  undo: undoSchema,
});

/** A value as people type it, for a field by its name. */
const typedEditSchema = z.object({ field: lineSchema, mode: z.enum(COLUMN_MODES), text: z.string() });

export const metadataContract = {
  /** A row an asset: of these, else of all that the person sees. */
  export: procedure
    .input(
      z.object({
        assets: z.array(assetIdSchema).max(MOST_EDITED).optional(),
        format: z.enum(TABLE_FORMATS),
        separator: z.enum(SEPARATORS).optional(),
        language: z.enum(TABLE_LANGUAGES).optional(),
      }),
    )
    .output(z.object({ fileName: z.string(), base64: z.string(), rows: z.number() })),
  /** The same as plain values by heading, for programs. */
  rows: procedure.output(z.object({ rows: z.array(z.record(z.string(), z.string())) })),
  /** Reads the table that a grant stands for, and says what its columns are taken for. */
  open: procedure.input(z.object({ grant: z.string() })).output(openTableSchema),
  /** Changes assets as the table says; a row that does not fit is left out whole, with the reason. One write, one undo. */
  import: procedure
    .input(
      z.object({
        table: z.string(),
        /** What each column is; as they are taken by themselves, where nobody says otherwise. */
        columns: z.array(columnTargetSchema.nullable()).max(MOST_TABLE_COLUMNS).optional(),
        dryRun: z.boolean().optional(),
      }),
    )
    .output(importedSchema),
  /** Changes fields of assets alike; fields and values are named as people call them. */
  edit: procedure
    .input(
      z.object({
        assets: z.array(assetIdSchema).min(1).max(MOST_EDITED),
        edits: z.array(typedEditSchema).min(1).max(100),
        dryRun: z.boolean().optional(),
      }),
    )
    .output(editedSchema),
};

export type ColumnTarget = z.infer<typeof columnTargetSchema>;
export type OpenTable = z.infer<typeof openTableSchema>;
export type FailedCell = z.infer<typeof failedCellSchema>;
export type Imported = z.infer<typeof importedSchema>;
export type TypedEdit = z.infer<typeof typedEditSchema>;
