import { z } from 'zod';
import { languageSchema, saysSchema, stagedIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { rowChangeSchema, rowFieldSchema } from './publish-rows.ts';

/** What an import would do, by folder: shown between dropping and the table. */

const rowsSchema = z.array(stagedIdSchema);

/** What is proposed for the files of a folder in one attribute, or dimension. */
const groupProposalSchema = z.object({
  attribute: rowFieldSchema,
  /** Ids of terms, or words of the vocabulary. */
  values: z.array(z.string()),
  /** How many files it is proposed for, or said of. */
  files: z.number(),
  /** 0 to 1: the least of them. */
  sure: z.number(),
  why: saysSchema,
  /** A rule of the hub says it. */
  ruled: z.boolean(),
});

const groupSchema = z.object({
  /** Their folder, or the one that their folders lie in; '' for files that were dropped themselves. Groups may share it. */
  folder: z.string(),
  /** The folders that its files lie in, in their order by name; no two groups share one. */
  folders: z.array(z.string()).min(1),
  rows: rowsSchema,
  /** In the order of attributes; none where nothing speaks. */
  proposed: z.array(groupProposalSchema),
  /** Nothing of it waits for an answer: it was accepted, or said by hand. */
  accepted: z.boolean(),
});

const familySchema = z.object({
  title: z.string(),
  current: stagedIdSchema,
  /** Oldest first. */
  earlier: rowsSchema,
  /** They are one asset already. */
  joined: z.boolean(),
});

/** Files that are one document in several languages. */
const editionsSchema = z.object({
  title: z.string(),
  original: stagedIdSchema,
  /** With their languages (codes), the original first. */
  rows: z.array(z.object({ row: stagedIdSchema, language: languageSchema })).min(2),
  /** They will be linked when they are published. */
  joined: z.boolean(),
});

const importPlanSchema = z.object({
  /** The table that it is of. */
  revision: z.number(),
  groups: z.array(groupSchema),
  families: z.array(familySchema),
  editions: z.array(editionsSchema),
  /** Files with the same bytes as one that is kept. */
  copies: z.array(z.object({ keep: stagedIdSchema, same: rowsSchema })),
  /** Files that become nothing, and why. */
  left: z.array(z.object({ row: stagedIdSchema, reason: z.string(), says: saysSchema.optional() })),
});

/** What was accepted, as it is taken back. */
const acceptedSchema = z.object({
  /** What rows held before. */
  before: z.array(rowChangeSchema),
  /** The current ones of the families that became one asset. */
  joined: rowsSchema,
});

export const importPlanProcedures = {
  /** What is proposed for the rows of the table. */
  plan: procedure.output(importPlanSchema),
  /** Says of rows what is proposed for them, makes families of versions (`families` by their current rows) and language editions of one document (`editions` by their originals). */
  accept: procedure
    .input(z.object({ rows: rowsSchema, families: rowsSchema, editions: rowsSchema.default([]) }))
    .output(z.object({ accepted: z.number(), undo: acceptedSchema })),
  /** Takes back what was accepted. */
  takeBack: procedure.input(acceptedSchema).output(z.object({ revision: z.number() })),
  /** Takes families apart, by their current rows: each version is a row of its own. */
  takeApart: procedure
    .input(z.object({ families: rowsSchema.min(1) }))
    .output(z.object({ rows: rowsSchema })),
};

export type ImportPlan = z.infer<typeof importPlanSchema>;
export type PlanGroup = ImportPlan['groups'][number];
export type PlanFamily = ImportPlan['families'][number];
export type PlanEditions = ImportPlan['editions'][number];
export type Accepted = z.infer<typeof acceptedSchema>;
