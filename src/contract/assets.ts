import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { byAttribute } from '../shared/vocabulary/asset-attributes.ts';
import { FRESHNESSES, VERSION_MOVES } from '../shared/vocabulary/assets.ts';
import { LIBRE_OFFICE } from '../shared/vocabulary/old-formats.ts';
import { type AssetChanges, assetChangesSchema, changeManyProcedure, statusSchema } from './asset-edits.ts';
import {
  assetIdSchema,
  assetStateSchema,
  audienceSchema,
  daySchema,
  documentKindSchema,
  memberSchema,
  pageSchema,
  saysSchema,
  sha256Schema,
  termIdSchema,
  textStateSchema,
  timeSchema,
  versionIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { reviewViewSchema } from './review-view.ts';
import { sheetLookSchema } from './sheet-look.ts';
import { givenSchema, stepTakenSchema } from './step-taken.ts';
import { undoSchema } from './undo.ts';

/** Assets and their versions: looking at them and changing what is said of them. */

export const thumbnailSchema = z.object({
  sha256: sha256Schema,
  mediaType: z.string(),
  width: z.number(),
  height: z.number(),
});

/** How useful an asset was to those who used it. */
export const usefulnessSchema = z.object({
  /** 1 to 5, drawn towards the mean of all while ratings are few. */
  score: z.number(),
  /** What it is at least, with some confidence. */
  lowerBound: z.number(),
  count: z.number(),
  /** False below three ratings: show 'not enough ratings' instead of the score. */
  enough: z.boolean(),
  /** How many gave 1, 2, 3, 4 and 5. */
  distribution: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
  /** How many found it useful: gave 4 or 5. */
  useful: z.number(),
  /** How many are from members who came in within the last day; absent for none. */
  fromNew: z.number().optional(),
});

export const versionSchema = z.object({
  id: versionIdSchema,
  /** 1 for the first. */
  number: z.number(),
  sha256: sha256Schema,
  size: z.number(),
  fileName: z.string(),
  mediaType: z.string(),
  kind: documentKindSchema,
  pageCount: z.number(),
  /** True where its pages are laid out by Kitbag: what people see elsewhere may begin on a page next to it. */
  approximatePages: z.boolean().optional(),
  /** LibreOffice read it, as no reader of Kitbag's own could. */
  readBy: z.literal(LIBRE_OFFICE).exactOptional(),
  words: z.number(),
  text: textStateSchema,
  /** Digest of its text as it is indexed: another where the file was read again. */
  textSha256: sha256Schema.optional(),
  /** True where it has parts that the author hid, and the person at this device finds those too. */
  findsHidden: z.boolean().optional(),
  /** The pages whose text was recognized on their pictures, in runs from one to another, and how sure that is, in per cent. */
  recognized: z
    .object({ pages: z.array(z.tuple([pageSchema, pageSchema])), confidence: z.number() })
    .optional(),
  thumbnail: thumbnailSchema.optional(),
  /** True when the file is not on this device; its text may be. */
  away: z.boolean().optional(),
  /** True when its text has not arrived on this device: until then it is found by title and tags. */
  textAway: z.boolean().optional(),
  /** When it came out; of a draft, when it was added. */
  addedAt: timeSchema,
  addedBy: memberSchema.optional(),
  note: z.string().optional(),
  /** The number of the version that this one is again; its note says so in English. */
  restored: z.number().optional(),
  /** The document's own date, where anything says it. */
  writtenAt: timeSchema.optional(),
  /** It waits beside the published version, and only who may publish sees it. */
  draft: z.boolean().optional(),
});

/** What lists, cards and hits are told of each attribute; of the status what it comes to, which is the state. */
const {
  status: _,
  releaseOn,
  expiresOn,
  owner,
  verifier,
  ...described
} = byAttribute({
  line: () => z.string(),
  path: () => z.string(),
  prose: () => z.string(),
  term: () => termIdSchema,
  terms: () => z.array(termIdSchema),
  tags: () => z.array(z.string()),
  audience: () => audienceSchema,
  status: () => statusSchema,
  language: () => z.string().optional(),
  day: () => daySchema.nullable(),
  person: () => memberSchema.nullable(),
});

/** An asset as lists, cards and hits show it. */
export const assetSummarySchema = withDimensions(
  z.object({
    id: assetIdSchema,
    ...described,
    /** The one that matters most; see `assetStateSchema`. */
    state: assetStateSchema,
    /** Whether it has come out: reps may know of it, even where it has expired since. */
    released: z.boolean(),
    releaseOn,
    expiresOn,
    owner,
    verifier,
    /** That nobody is to use it from now on: since when, why, what was named in its place. */
    recall: z
      .object({
        at: timeSchema,
        by: memberSchema,
        reason: z.string(),
        replacement: assetIdSchema.optional(),
      })
      .nullable(),
    /** Who said that the current version is right; the next version is unverified again. */
    verified: z.object({ at: timeSchema, by: memberSchema.optional() }).nullable(),
    /** Where freshness begins: the later of the current version's own date and its verification. */
    renewedAt: timeSchema,
    /** Fresh up to the review interval, then stale. */
    freshness: z.enum(FRESHNESSES),
    /** After how many days it is due for review, by its type. */
    reviewDays: z.number(),
    /** When it came out first; of what has not, when it was added. */
    publishedAt: timeSchema,
    updatedAt: timeSchema,
    /** The current one: the newest that is published. */
    version: versionSchema,
    /** Of published ones. */
    versionCount: z.number(),
    /** A draft version that waits; told only to who may publish. */
    waiting: versionSchema.optional(),
    usefulness: usefulnessSchema,
    /** Views and shares by reps whose activity this replica has. */
    uses: z.number(),
    lastUsedAt: timeSchema.nullable(),
    /** Of an asset with language editions: the original of all of them (it may be this one), and how many versions of that came out after the one that this one follows. */
    variant: z.object({ original: assetIdSchema, behind: z.number() }).optional(),
  }),
);

/** A language edition of an asset, itself an asset. */
export const variantSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  /** Absent where nobody said it. */
  language: z.string().optional(),
  /** It is the one that the others were made from. */
  original: z.boolean(),
  state: assetStateSchema,
  /** Its current version, and the pages of that. */
  version: z.object({ id: versionIdSchema, number: z.number() }),
  pageCount: z.number(),
  /** The version of the original that it follows; absent where nobody said so. */
  follows: z.object({ id: versionIdSchema, number: z.number() }).optional(),
  /** How many versions of the original came out after that one. */
  behind: z.number(),
});

const ratingSchema = z.object({
  by: memberSchema,
  mine: z.boolean(),
  value: z.number(),
  version: versionIdSchema,
  versionNumber: z.number(),
  stage: termIdSchema.optional(),
  persona: termIdSchema.optional(),
  comment: z.string().optional(),
  at: timeSchema,
});

export const assetDetailSchema = assetSummarySchema.extend({
  /** Newest first; drafts before all, for who may publish. */
  versions: z.array(versionSchema),
  /** Newest first. */
  ratings: z.array(ratingSchema),
  mine: ratingSchema.optional(),
  /** Who proposed files of it that marketing adopted, whatever came after. */
  contributors: z.array(memberSchema),
  /** Its language editions with itself, the original first; empty where there is no other. */
  variants: z.array(variantSchema),
  /** The review of what waits; told to who may publish. */
  review: reviewViewSchema.optional(),
  /** What the current member may do with it. */
  can: z.object({
    edit: z.boolean(),
    rate: z.boolean(),
    /** Finds what authors hid in their documents. */
    findHidden: z.boolean(),
  }),
});

const box = { x: z.number(), y: z.number(), w: z.number(), h: z.number() };
/** To a slide, or to an address: as the document has it, hostile until checked by whoever opens it. */
const slideLinkSchema = z.union([z.object({ page: z.number() }), z.object({ address: z.string() })]);
/** The lines of a paragraph as they stand in the picture: corners in fractions of width and height, widths and sizes in fractions of the width. */
const writtenParagraphSchema = z.array(
  z.object({
    x: z.number(),
    y: z.number(),
    w: z.number(),
    size: z.number(),
    /** Degrees clockwise around the upper left corner. */
    turn: z.number().optional(),
    rightToLeft: z.literal(true).optional(),
    face: z.enum(['serif', 'mono']).optional(),
    parts: z.array(
      z.object({
        text: z.string(),
        bold: z.literal(true).optional(),
        italic: z.literal(true).optional(),
        struck: z.literal(true).optional(),
        link: slideLinkSchema.optional(),
      }),
    ),
  }),
);
/** What a slide's picture shows, for whoever selects, finds, follows or can't see it. */
const slideBlockSchema = z.discriminatedUnion('block', [
  z.object({
    block: z.literal('text'),
    role: z.enum(['title', 'body', 'other']),
    paragraphs: z.array(writtenParagraphSchema),
  }),
  /** Rows of cells of paragraphs. */
  z.object({ block: z.literal('table'), rows: z.array(z.array(z.array(writtenParagraphSchema))) }),
  z.object({
    ...box,
    block: z.literal('chart'),
    /** The values that it shows. */
    rows: z.array(z.array(z.string())),
    paragraphs: z.array(writtenParagraphSchema),
  }),
  z.object({ ...box, block: z.literal('picture'), alt: z.string() }),
  z.object({ ...box, block: z.literal('link'), link: slideLinkSchema, name: z.string() }),
]);

/** What the reader shows of a document that the window can't draw itself. HTML and Markdown are hostile until sanitised. */
const previewSchema = z.discriminatedUnion('preview', [
  z.object({
    preview: z.literal('slides'),
    aspectRatio: z.number(),
    slides: z.array(
      z.object({
        label: z.string(),
        title: z.string().optional(),
        blocks: z.array(slideBlockSchema),
        notes: z.string().optional(),
        /** Left out when the deck is presented. */
        hidden: z.boolean().optional(),
      }),
    ),
  }),
  z.object({
    preview: z.literal('sheets'),
    sheets: z.array(
      z.object({
        label: z.string(),
        rows: z.array(z.array(z.string())),
        totalRows: z.number(),
        totalColumns: z.number(),
        hidden: z.boolean().optional(),
        /** Rows and columns that the author hid, counted from 0. */
        hiddenRows: z.array(z.number()),
        hiddenColumns: z.array(z.number()),
        /** Absent where cells are all alike: values parted by commas. */
        look: sheetLookSchema.optional(),
      }),
    ),
  }),
  z.object({
    preview: z.literal('html'),
    html: z.string(),
    truncated: z.boolean(),
    /** What its pages (`data-page`) are called: a book's chapters, a mail's attachments; '' for a page of the mail itself. */
    labels: z.array(z.string()).optional(),
  }),
  z.object({ preview: z.literal('markdown'), markdown: z.string(), truncated: z.boolean() }),
  z.object({ preview: z.literal('text'), text: z.string(), truncated: z.boolean() }),
  z.object({
    preview: z.literal('captions'),
    /** What is said: seconds from the recording's beginning, the page (1-based) on which it is found. */
    cues: z.array(z.object({ at: z.number(), page: z.number(), text: z.string() })),
    truncated: z.boolean(),
  }),
  z.object({
    preview: z.literal('none'),
    /** Why its text can't be read; where it `says` something, why the file can't be opened at all. */
    reason: z.string(),
    says: saysSchema.optional(),
  }),
]);

export const assetsContract = {
  get: procedure.input(z.object({ asset: assetIdSchema })).output(assetDetailSchema),
  /** Changes fields (marketers and leads). */
  edit: procedure
    .input(z.object({ asset: assetIdSchema, set: assetChangesSchema }))
    .output(z.object({ undo: undoSchema })),
  /** The same change to many assets at once, in one write. */
  editMany: procedure
    .input(z.object({ assets: z.array(assetIdSchema).min(1).max(10_000), set: assetChangesSchema }))
    .output(z.object({ changed: z.number(), undo: undoSchema })),
  /** Changes many assets in one write, each as far as it can be: values set, added to those that it has, taken from them. */
  change: changeManyProcedure,
  /** Publishes what waits: drafts, reviews and what is scheduled or archived, and draft versions. What can't be published is told with the reason. */
  publish: procedure
    .input(
      z.object({
        assets: z.array(assetIdSchema).min(1).max(10_000),
        /** Only says what would change. */
        dryRun: z.boolean().default(false),
        given: givenSchema,
      }),
    )
    .output(stepTakenSchema),
  /** What becomes of a draft version; `draft` lets it wait again. */
  moveVersion: procedure
    .input(
      z.object({
        asset: assetIdSchema,
        version: versionIdSchema,
        to: z.enum(VERSION_MOVES),
      }),
    )
    .output(z.object({ asset: assetDetailSchema, undo: undoSchema })),
  /** Says that the current version is still right; freshness starts again. */
  verify: procedure.input(z.object({ asset: assetIdSchema })).output(assetDetailSchema),
  /** The recording that captions belong to, the captions of a recording, by their files’ names: of what the person here may see. */
  companion: procedure
    .input(z.object({ version: versionIdSchema }))
    .output(z.object({ asset: assetIdSchema, version: versionSchema }).nullable()),
  /** The text of a version, page by page (1-based). */
  text: procedure.input(z.object({ version: versionIdSchema })).output(
    z.object({
      pages: z.array(
        z.object({
          page: z.number(),
          label: z.string(),
          text: z.string(),
          /** The author hid the whole page. */
          hidden: z.boolean().optional(),
          /** What the author hid on it. */
          hiddenText: z.string().optional(),
          /** Its text was recognized on its picture: how sure that is, in per cent, and where the words stand (`shared/recognized-words.ts`). */
          recognized: z.object({ confidence: z.number(), boxes: z.array(z.number()).readonly() }).optional(),
        }),
      ),
    }),
  ),
  preview: procedure.input(z.object({ version: versionIdSchema })).output(previewSchema),
  /** Where the bytes of a version are wanted: says whether they are here and whole before they are opened, saved or dragged. */
  checkFile: procedure.input(z.object({ version: versionIdSchema })).output(
    z.object({
      present: z.boolean(),
      /** True where it is not kept on this device and can be asked for with `offline.fetch`. */
      away: z.boolean().optional(),
      says: saysSchema.optional(),
    }),
  ),
};

export type Usefulness = z.infer<typeof usefulnessSchema>;
export type AssetVersion = z.infer<typeof versionSchema>;
export type AssetSummary = z.infer<typeof assetSummarySchema>;
export type AssetDetail = z.infer<typeof assetDetailSchema>;
export type VariantView = z.infer<typeof variantSchema>;
export type { AssetChanges };
export type Rating = z.infer<typeof ratingSchema>;
export type Preview = z.infer<typeof previewSchema>;
