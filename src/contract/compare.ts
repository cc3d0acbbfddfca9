import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { assetSummarySchema, versionSchema } from './assets.ts';
import { assetIdSchema, pageSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';

/** Two versions of an asset, compared by the texts of their pages: no original is needed. */

/** A page of one version with what became of it in the other. */
const comparedPageSchema = z.object({
  /** Absent where the page was added. */
  from: pageSchema.optional(),
  /** Absent where the page was removed. */
  to: pageSchema.optional(),
  /** It stands elsewhere now. */
  moved: z.literal(true).optional(),
  /** Words that came and went; of a page that was added or removed all that it has. */
  added: z.number(),
  removed: z.number(),
  /** The author hid the whole page, in the later version or, where that has not got it, in the earlier. */
  hidden: z.literal(true).optional(),
});

const comparisonSchema = z.object({
  asset: z.object({ id: assetIdSchema, title: z.string() }),
  from: versionSchema,
  to: versionSchema,
  /** As they stand in the later version; removed ones where they were. */
  pages: z.array(comparedPageSchema),
  /** How many pages are word by word the same and where they were. */
  same: z.number(),
  added: z.number(),
  removed: z.number(),
});

/** How far a comparison is, in pages of both versions; in the end what came of it. */
const comparisonStepSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ step: z.literal('compared'), comparison: comparisonSchema }),
]);

/** Which versions of an asset are compared. */
const askedSchema = z.object({
  asset: assetIdSchema,
  from: versionIdSchema.optional(),
  to: versionIdSchema.optional(),
});

/** A part of a page's text. `changed`: the other version does not have it. */
const pieceSchema = z.object({ text: z.string(), changed: z.literal(true).optional() });

/** What of a page a text is: what is seen, the speaker's notes, what is the same on many pages, what its author hid. */
const PAGE_PARTS = ['seen', 'notes', 'aside', 'hidden'] as const;

const markedPageSchema = z.object({
  page: pageSchema,
  label: z.string(),
  hidden: z.literal(true).optional(),
  /** Those that the page has in either version. */
  parts: z.array(z.object({ part: z.enum(PAGE_PARTS), pieces: z.array(pieceSchema).readonly() })),
});

/** A new version of something that the person here has used in an earlier one. */
const newVersionSchema = z.object({
  asset: assetSummarySchema,
  /** The version that was current when they used it last. */
  used: versionIdSchema,
});

export const compareContract = {
  /**
   * What changed from one version to another. Without `to` the one that reps see is meant, without `from` the one before. Throws MISSING_BLOB where
   * the text of one has not arrived.
   */
  versions: procedure.input(askedSchema).output(comparisonSchema),
  /** The same, telling how far it is. Who stops listening ends the work. */
  watch: procedure.input(askedSchema).output(eventIterator(comparisonStepSchema)),
  /** The words of a page of either version, or of both, with what came and went marked. */
  page: procedure
    .input(
      z.object({
        from: versionIdSchema,
        to: versionIdSchema,
        fromPage: pageSchema.optional(),
        toPage: pageSchema.optional(),
      }),
    )
    .output(z.object({ from: markedPageSchema.optional(), to: markedPageSchema.optional() })),
  /** New versions, by others, of what the person here has opened, saved, copied, presented or pinned, until they have looked; the newest first. */
  news: procedure.output(z.array(newVersionSchema)),
  /** They have looked at the new versions of these assets. */
  newsSeen: procedure
    .input(z.object({ assets: z.array(assetIdSchema).max(10_000) }))
    .output(z.object({ seen: z.boolean() })),
};

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonStep = z.infer<typeof comparisonStepSchema>;
export type ComparedPage = z.infer<typeof comparedPageSchema>;
export type MarkedPage = z.infer<typeof markedPageSchema>;
export type PagePart = (typeof PAGE_PARTS)[number];
export type NewVersion = z.infer<typeof newVersionSchema>;
