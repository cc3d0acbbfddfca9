import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { MOST_KIT_ITEMS, MOST_PAGE_RUNS } from '../shared/limits.ts';
import {
  kitIdSchema,
  kitItemIdSchema,
  kitProposalIdSchema,
  ownKitIdSchema,
} from '../shared/vocabulary/id-schemas.ts';
import { GUIDANCE, KIT_ITEM_CHANGES, KIT_ITEM_PROBLEMS } from '../shared/vocabulary/kits.ts';
import { PROPOSAL_ANSWERS } from '../shared/vocabulary/proposals.ts';
import { statusSchema } from './asset-edits.ts';
import { assetSummarySchema } from './assets.ts';
import {
  assetIdSchema,
  audienceSchema,
  chosenTermsSchema,
  daySchema,
  lineSchema,
  memberSchema,
  pageSchema,
  plainMemberIdSchema,
  proseSchema,
  saysSchema,
  termIdSchema,
  timeSchema,
  versionIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { insteadSchema } from './gate.ts';
import { kitStepsContract } from './kit-steps.ts';
import { anyKitIdSchema, kitInsteadSchema, kitSummarySchema } from './kit-summary.ts';
import { reviewViewSchema } from './review-view.ts';
import { filtersSchema, SORTS } from './search.ts';
import { undoSchema } from './undo.ts';

/** Kits: ordered assets, whole or by pages, with what whoever runs them should know. Those of the hub, and those that a person keeps for themselves. */

/** Runs of pages, both ends among them; none: the whole document. */
const pagesSchema = z.array(z.tuple([pageSchema, pageSchema])).max(MOST_PAGE_RUNS);
/** Text that is said of an item on one line. */
const whySchema = z.string().trim().max(300);

const smartSchema = z.object({
  query: z.string().max(300),
  filters: filtersSchema.partial(),
  sort: z.enum(SORTS),
  limit: z.number().int().positive().max(MOST_KIT_ITEMS),
});

const guidanceSchema = z.object(
  Object.fromEntries(GUIDANCE.map((name) => [name, proseSchema])) as Record<
    (typeof GUIDANCE)[number],
    typeof proseSchema
  >,
);

const ratingSchema = z.object({
  by: memberSchema,
  mine: z.boolean(),
  value: z.number(),
  stage: termIdSchema.optional(),
  persona: termIdSchema.optional(),
  comment: z.string().optional(),
  at: timeSchema,
});

const kitItemSchema = z.object({
  /** Names the item; of a smart kit the asset. */
  item: z.string(),
  /** The asset as it is now, also where another one was merged into it; of language editions the one that the person at this device prefers. Null where it is not here. */
  asset: assetSummarySchema.nullable(),
  /** The edition that was put into the kit, where another one is shown. */
  inKit: z.object({ asset: assetIdSchema, title: z.string(), language: z.string().optional() }).optional(),
  /** What was put into the kit has become part of this asset. */
  merged: z.boolean().optional(),
  pages: pagesSchema,
  /** The version that it names, whatever comes after it; null: the current one. `newer`: another one is out. */
  version: z.object({ id: versionIdSchema, number: z.number(), newer: z.boolean() }).nullable(),
  why: z.string(),
  problem: z.enum(KIT_ITEM_PROBLEMS).optional(),
  /** What can be used in its place. */
  instead: insteadSchema.optional(),
});

const kitDetailSchema = kitSummarySchema.extend({
  guidance: guidanceSchema,
  /** In their order. A rep is not told of those that have not come out. */
  contents: z.array(kitItemSchema),
  query: smartSchema.nullable(),
  /** What was named in its place when it was recalled. */
  instead: kitInsteadSchema.optional(),
  /** Its review that is under way or was returned: for those who publish. */
  review: reviewViewSchema.optional(),
  ratings: z.array(ratingSchema),
  mine: ratingSchema.optional(),
  /** What became of this kit of one’s own, where it was proposed. */
  proposal: z
    .object({
      id: kitProposalIdSchema,
      answer: z.enum(PROPOSAL_ANSWERS),
      kit: kitIdSchema.optional(),
      reason: z.string().optional(),
    })
    .optional(),
  can: z.object({
    edit: z.boolean(),
    rate: z.boolean(),
    propose: z.boolean(),
    /** It has not come out and may, without a review or with one. */
    publish: z.boolean(),
    submit: z.boolean(),
  }),
});

/** What can be said of a kit; what is absent stays. `status` is only for kits of the hub. */
const kitChangesSchema = withDimensions(
  z
    .object({
      name: lineSchema,
      summary: proseSchema,
      ...guidanceSchema.shape,
      stages: chosenTermsSchema,
      personas: chosenTermsSchema,
      products: chosenTermsSchema,
      audience: audienceSchema,
      status: statusSchema,
      releaseOn: daySchema.nullable(),
      expiresOn: daySchema.nullable(),
      owner: plainMemberIdSchema.nullable(),
      verifier: plainMemberIdSchema.nullable(),
      cover: z.object({ asset: assetIdSchema, page: pageSchema }).nullable(),
      smart: smartSchema.nullable(),
    })
    .partial(),
);

const newItemSchema = z.object({
  asset: assetIdSchema,
  pages: pagesSchema.optional(),
  version: versionIdSchema.nullable().optional(),
  why: whySchema.optional(),
});

const itemIdSchema = z.union([kitItemIdSchema, assetIdSchema]);

const kitEditSchema = z.object({
  kit: anyKitIdSchema,
  set: kitChangesSchema.default({}),
  add: z.array(newItemSchema).max(MOST_KIT_ITEMS).default([]),
  /** Before which item `add` goes. */
  before: itemIdSchema.optional(),
  change: z
    .array(
      z.object({
        item: itemIdSchema,
        asset: assetIdSchema.optional(),
        pages: pagesSchema.optional(),
        version: versionIdSchema.nullable().optional(),
        why: whySchema.optional(),
      }),
    )
    .max(MOST_KIT_ITEMS)
    .default([]),
  remove: z.array(itemIdSchema).max(MOST_KIT_ITEMS).default([]),
  /** These items stand before `before`, in this order; at the end where none is named. */
  move: z
    .object({
      items: z.array(itemIdSchema).min(1).max(MOST_KIT_ITEMS),
      before: itemIdSchema.nullable(),
    })
    .optional(),
});

const keptSchema = z.object({
  kit: anyKitIdSchema,
  undo: undoSchema,
  /** Of one's own: names the change for `restore`, which takes it back. */
  change: z.string().optional(),
});

const proposalSchema = withDimensions(
  z.object({
    id: kitProposalIdSchema,
    by: memberSchema,
    mine: z.boolean(),
    at: timeSchema,
    note: z.string().optional(),
    name: z.string(),
    summary: z.string(),
    guidance: guidanceSchema,
    stages: z.array(termIdSchema),
    personas: z.array(termIdSchema),
    contents: z.array(kitItemSchema),
    answer: z.enum(PROPOSAL_ANSWERS),
    answeredBy: memberSchema.optional(),
    answeredAt: timeSchema.optional(),
    kit: kitIdSchema.optional(),
    reason: z.string().optional(),
    /** One's own, and answered since one last looked at it here. */
    news: z.boolean(),
    /** The system has not told of it. */
    untold: z.boolean(),
  }),
);

const kitChangeSchema = z.object({
  change: z.enum(KIT_ITEM_CHANGES),
  asset: assetIdSchema,
  title: z.string(),
  at: timeSchema,
  /** Who did; absent of what only came with time. */
  by: memberSchema.optional(),
  /** Of a new version: its number. */
  version: z.number().optional(),
});

export const kitsContract = {
  ...kitStepsContract,
  /** Published ones first, then by name; reps see those that have come out, and their own. `holding`: only those with this asset. */
  list: procedure
    .input(z.object({ own: z.boolean().optional(), holding: assetIdSchema.optional() }).default({}))
    .output(z.array(kitSummarySchema)),
  get: procedure.input(z.object({ kit: anyKitIdSchema })).output(kitDetailSchema),
  /** Makes a kit: of the hub (marketers, leads), a draft unless a status is set; or, with `own`, one that stays on this device. */
  create: procedure
    .input(
      z.object({
        own: z.boolean().default(false),
        set: kitChangesSchema.required({ name: true }),
        items: z.array(newItemSchema).max(MOST_KIT_ITEMS).default([]),
      }),
    )
    .output(keptSchema),
  /** Changes what is said of it and what it holds, in one write. Of items: changed, put in before another one (at the end where none is named), taken out, put into an order. */
  edit: procedure.input(kitEditSchema).output(keptSchema),
  /** Another one with the same contents: a draft, or one’s own. */
  copy: procedure
    .input(z.object({ kit: anyKitIdSchema, own: z.boolean(), name: lineSchema.optional() }))
    .output(keptSchema),
  /** Puts kits of the hub away; what can’t be is told. */
  archive: procedure
    .input(z.object({ kits: z.array(kitIdSchema).min(1).max(1000) }))
    .output(z.object({ changed: z.array(kitIdSchema), undo: undoSchema })),
  /** Throws one of one’s own away. */
  discard: procedure.input(z.object({ kit: ownKitIdSchema })).output(z.object({ discarded: z.boolean() })),
  /** Takes that back, until the engine ends; or a change of it, as long as nothing was changed in it since. */
  restore: procedure
    .input(z.object({ kit: ownKitIdSchema, change: z.string().max(64).optional() }))
    .output(z.object({ restored: z.boolean() })),
  /** Keeps on the device what it holds. */
  pin: procedure
    .input(z.object({ kit: anyKitIdSchema, pinned: z.boolean() }))
    .output(z.object({ changed: z.boolean() })),
  /** How useful it was; null takes that back. */
  rate: procedure
    .input(
      z.object({
        kit: kitIdSchema,
        rating: z
          .object({
            value: z.number().int().min(1).max(5),
            stage: termIdSchema.optional(),
            persona: termIdSchema.optional(),
            comment: proseSchema.optional(),
          })
          .nullable(),
      }),
    )
    .output(keptSchema),
  /** What changed in it since a moment; where none is named, since the person here looked at it last (null: never). Newest first. */
  changes: procedure
    .input(z.object({ kit: kitIdSchema, since: timeSchema.optional() }))
    .output(z.object({ since: timeSchema.nullable(), changes: z.array(kitChangeSchema) })),
  /** They have looked. */
  look: procedure.input(z.object({ kit: kitIdSchema })).output(z.object({ seen: z.boolean() })),
  /** What a kit for a stage and a persona could begin with: the best assets of each content type, and why. Nothing is kept. */
  template: procedure.input(z.object({ stage: termIdSchema, persona: termIdSchema })).output(
    z.object({
      name: z.string(),
      stages: z.array(termIdSchema),
      personas: z.array(termIdSchema),
      items: z.array(z.object({ asset: assetSummarySchema, why: saysSchema })),
    }),
  ),
  /** Proposes a kit of one’s own to those who publish. */
  propose: procedure
    .input(z.object({ kit: ownKitIdSchema, note: proseSchema.optional() }))
    .output(z.object({ proposal: kitProposalIdSchema })),
  /** What was proposed: to whoever publishes all of it, to others their own. Open ones first, then the newest. */
  proposals: procedure
    .input(z.object({ open: z.boolean().optional() }).default({}))
    .output(z.array(proposalSchema)),
  /** Adopts a proposal as it is, as a draft to be edited unless a status is set; who proposed it is named. */
  adopt: procedure
    .input(z.object({ proposal: kitProposalIdSchema, set: kitChangesSchema.default({}) }))
    .output(z.object({ kit: kitIdSchema, undo: undoSchema })),
  /** Whoever proposed takes it back before it is answered. */
  withdraw: procedure
    .input(z.object({ proposal: kitProposalIdSchema }))
    .output(z.object({ undo: undoSchema })),
  /** Whoever proposed has seen what was answered to these. */
  proposalsSeen: procedure
    .input(z.object({ proposals: z.array(kitProposalIdSchema).max(1000) }))
    .output(z.object({ seen: z.boolean() })),
  /** The system told them of these. It is not told again. */
  proposalsTold: procedure
    .input(z.object({ proposals: z.array(kitProposalIdSchema).max(1000) }))
    .output(z.void()),
  /** Declines one with a reason, which its author is told. */
  decline: procedure
    .input(z.object({ proposal: kitProposalIdSchema, reason: lineSchema }))
    .output(z.object({ undo: undoSchema })),
};

export type KitDetail = z.infer<typeof kitDetailSchema>;
export type KitItemView = z.infer<typeof kitItemSchema>;
export type KitChanges = z.infer<typeof kitChangesSchema>;
export type NewKitItem = z.infer<typeof newItemSchema>;
export type KitEdit = z.infer<typeof kitEditSchema>;
export type KitProposal = z.infer<typeof proposalSchema>;
export type KitChange = z.infer<typeof kitChangeSchema>;
export type KitTemplate = {
  readonly name: string;
  readonly stages: string[];
  readonly personas: string[];
  readonly items: { asset: z.infer<typeof assetSummarySchema>; why: z.infer<typeof saysSchema> }[];
};
export type { KitSummary } from './kit-summary.ts';
