import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { LONGEST_LINE } from '../shared/limits.ts';
import { byAttribute, byFacet, eachFacet, FACET_NAMES } from '../shared/vocabulary/asset-attributes.ts';
import { assetSummarySchema } from './assets.ts';
import {
  anyFacetSchema,
  assetIdSchema,
  audienceSchema,
  daySchema,
  dimensionFieldSchema,
  markedTextSchema,
  pageSchema,
  plainMemberIdSchema,
  saysSchema,
  termIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { anyKitIdSchema, kitSummarySchema } from './kit-summary.ts';
import { preferredLanguagesSchema } from './variants.ts';

/** Finding the page that a rep means. */

export const filtersSchema = withDimensions(
  z.object({
    ...byFacet(
      byAttribute({
        line: () => z.array(z.string()),
        path: () => z.array(z.string()),
        prose: () => z.array(z.string()),
        term: () => z.array(termIdSchema),
        terms: () => z.array(termIdSchema),
        tags: () => z.array(z.string()),
        audience: () => z.array(audienceSchema),
        status: () => z.array(z.string()),
        language: () => z.array(z.string()),
        day: () => z.array(daySchema),
        person: () => z.array(plainMemberIdSchema),
      }),
    ),
    tags: z.array(z.string()),
    freshOnly: z.boolean(),
    /** `published` is what reps may use (published and due for review); marketers can look at the rest. */
    status: z.enum(['published', 'draft', 'expired', 'archived', 'all']),
  }),
);

/** The call that one prepares for. It changes ranking everywhere and fills in ratings and requests. */
export const callContextSchema = z.object({
  stage: termIdSchema.optional(),
  persona: termIdSchema.optional(),
});

export const SORTS = ['best', 'newest', 'most-useful', 'most-used', 'title'] as const;

const facetSchema = z.array(z.object({ id: z.string(), count: z.number() }));

/** Of language editions the one in the first of these languages is shown; absent: as the person at this device prefers. */
const preferredLanguages = preferredLanguagesSchema.optional();

const hitSchema = z.object({
  /** Of language editions of one another the one that the person prefers. */
  asset: assetSummarySchema,
  /** The edition that the words were found in, where that is another one: pages and factors are of it. */
  foundIn: assetSummarySchema.optional(),
  /** The other editions. */
  editions: z.array(z.object({ asset: assetIdSchema, language: z.string().optional() })).optional(),
  score: z.number(),
  /** What the score is made of; every factor but the text is bounded around 1. */
  factors: z.object({ text: z.number(), usefulness: z.number(), freshness: z.number(), fit: z.number() }),
  /** The title with the matching words marked. */
  title: markedTextSchema,
  /** Best pages first; 1-based page numbers. */
  pages: z.array(
    z.object({
      page: z.number(),
      label: z.string(),
      snippet: markedTextSchema,
      /** The author hid what the snippet is cut from. */
      hidden: z.boolean().optional(),
      /** It stands in the speaker's notes. */
      inNotes: z.boolean().optional(),
    }),
  ),
  /** Further pages that match. */
  morePages: z.number(),
  /** Of a recalled asset: what to use in its place. */
  instead: z.object({ asset: assetIdSchema, title: z.string() }).optional(),
});

/** A kit that a search finds: its score is on one scale with those of the assets. */
const kitHitSchema = z.object({
  kit: kitSummarySchema,
  score: z.number(),
  name: markedTextSchema,
  /** The words where they stand: in what is said of how to run it, or in what it holds. Absent where only its name has them. */
  snippet: z.object({ of: z.enum(['guidance', 'contents']), text: markedTextSchema }).optional(),
});

const searchInputSchema = z.object({
  query: z.string().max(10_000),
  /** What parts decimals for who types: `10.000` is ten thousand to some and ten to others. Absent, both are looked for. */
  decimal: z.enum(['.', ',']).optional(),
  filters: filtersSchema.partial().default({}),
  context: callContextSchema.default({}),
  sort: z.enum(SORTS).default('best'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(200).default(20),
  /** How many kits are wanted beside the assets, best first; they are told with the first page of these. */
  kits: z.number().int().nonnegative().max(200).default(0),
  languages: preferredLanguages,
  /** Whether language editions of one another are one result, or each is one of its own: for whoever picks a document, or wants all. */
  editions: z.enum(['one', 'each']).default('one'),
});

const hiddenBySchema = z.object({
  filter: z.union([z.enum([...FACET_NAMES, 'tags', 'freshOnly', 'query']), dimensionFieldSchema]),
  count: z.number(),
  /** Of a part of the query: what it asks for, and the query without it. */
  says: saysSchema.optional(),
  without: z.string().optional(),
});

export const searchResultSchema = z.object({
  /** Milliseconds. */
  took: z.number(),
  total: z.number(),
  hits: z.array(hitSchema),
  /** Kits of the same words, operators and filters, whose scores say between which of the hits they belong; of them there are `kitsTotal`. */
  kits: z.array(kitHitSchema),
  kitsTotal: z.number(),
  /** What each value would leave, counted within the result of the other filters. */
  facets: withDimensions(z.object(eachFacet(() => facetSchema)), facetSchema),
  /** Hits that match the words but not the filters. */
  hiddenByFilters: z.number(),
  /** Which filters, or parts of the query, hide how many: what taking that one alone off would add. Those that hide most first. */
  hiddenBy: z.array(hiddenBySchema),
  /** Operators and exclusions of the query as they were understood. */
  understood: z.array(
    z.object({
      /** `Stage: Decision`, `Not stale`, `Without “draft”`. */
      says: saysSchema,
      negated: z.boolean(),
      /** The query without it. */
      without: z.string(),
      /** Which operator it is, and the ids that it means; absent where words are left out. */
      field: z.string().optional(),
      ids: z.array(z.string()).optional(),
    }),
  ),
  /** Words that were taken to mean more, by the hub's synonyms. In quotes they mean themselves alone. */
  widened: z.array(
    z.object({
      typed: z.string(),
      words: z.array(z.string()),
      /** The query with these words in quotes; absent where their spelling was mended. */
      literal: z.string().optional(),
      term: z
        .object({
          facet: anyFacetSchema,
          id: termIdSchema,
          name: z.string(),
        })
        .optional(),
    }),
  ),
  /** Where part of the query was not understood: what may have been meant, and the query with that in its place. */
  mends: z.array(z.object({ says: saysSchema, query: z.string() })),
  /** The query with its spelling mended, when that finds more. */
  suggestion: z.string().optional(),
  /** True when the hits are those of the suggestion, because the words as typed find nothing. */
  usedSuggestion: z.boolean(),
  /** With `usedSuggestion`: the query that finds the words as they were typed, or nothing. */
  instead: z.string().optional(),
  /** The query without operators and exclusions: its words. */
  words: z.string(),
  /** The words that were looked for, as the reader should mark them. */
  terms: z.array(z.string()),
  /** Told when part of the query could not be used, or when not everything can be found at the moment. */
  hints: z.array(saysSchema),
});

/** Why an asset is among the results: its words, and where they stand. */
export const whyResultSchema = z.object({
  words: z.array(
    z.object({
      typed: z.string(),
      /** What was found in its place, the word itself first; empty where it is not here. */
      found: z.array(
        z.object({
          as: z.string(),
          how: z.enum(['itself', 'form', 'spelling', 'synonym']),
          where: z.array(z.enum(['title', 'tags', 'folder', 'file', 'summary', 'pages'])),
          pages: z.number(),
        }),
      ),
      /** Terms that the word stands for and that the asset is of. */
      terms: z.array(z.object({ facet: anyFacetSchema, name: z.string() })),
    }),
  ),
  /** Whether none of the words is missing. */
  all: z.boolean(),
  /** Whether all of them stand in its title: then no call puts an asset before it whose title has not. */
  titled: z.boolean(),
});

/** What resembles a page, or a whole asset where no page is named. */
const likeInputSchema = searchInputSchema
  .omit({ query: true, context: true })
  .extend({ asset: assetIdSchema, page: pageSchema.optional() });
/** What the word at the cursor may become. */
export const completionSchema = z.object({
  /** What is replaced: [from, to) of the query. */
  from: z.number(),
  to: z.number(),
  options: z.array(
    z.object({
      /** What takes its place. */
      text: z.string(),
      /** An operator with or without its value as it is typed; a value as it is called in English or by people. */
      typed: z.string(),
      /** What the operator is for, or the value as it is read. */
      says: saysSchema,
      /** What else a value may be called, to be learned in passing. */
      also: z.string(),
    }),
  ),
  /** True when an operator waits for its value; else the options are an offer in passing. */
  asked: z.boolean(),
});

export const searchContract = {
  /** Names of kits for the palette and for pickers, spelling forgiven. */
  kitNames: procedure
    .input(z.object({ query: z.string().max(LONGEST_LINE), limit: z.number().int().max(50) }))
    .output(z.array(z.object({ kit: anyKitIdSchema, name: z.string(), own: z.boolean() }))),
  /** A newer call with the same signal's predecessor aborted wins; an empty query lists everything, ranked for the context. */
  find: procedure.input(searchInputSchema).output(searchResultSchema),
  /** More like this: assets that speak of the same, by the words that say most about it. `terms` are these words. */
  like: procedure.input(likeInputSchema).output(searchResultSchema),
  /** Why an asset is found by a query; its factors came with the hit. */
  why: procedure
    .input(z.object({ query: z.string().max(10_000), asset: assetIdSchema }))
    .output(whyResultSchema),
  /** Completes operators while a query is typed. */
  complete: procedure
    .input(z.object({ query: z.string().max(10_000), cursor: z.number().int().nonnegative() }))
    .output(completionSchema),
  /** Titles for the palette and for pickers, spelling forgiven. */
  titles: procedure
    .input(
      z.object({
        query: z.string().max(LONGEST_LINE),
        limit: z.number().int().max(50),
        /** Only what reps may use: for what is recommended. */
        usable: z.boolean().default(false),
        /** Language editions are told as one, if possible the one in a language that comes first here; where nobody prefers any, each of them. */
        languages: preferredLanguages,
      }),
    )
    .output(
      z.array(
        z.object({ asset: assetIdSchema, title: z.string(), type: termIdSchema, audience: audienceSchema }),
      ),
    ),
};

export type KitHit = z.infer<typeof kitHitSchema>;
export type Filters = z.infer<typeof filtersSchema>;
export type CallContext = z.infer<typeof callContextSchema>;
export type Sort = (typeof SORTS)[number];
export type Hit = z.infer<typeof hitSchema>;
export type LikeInput = z.input<typeof likeInputSchema>;
export type SearchInput = z.input<typeof searchInputSchema>;
export type WhyResult = z.infer<typeof whyResultSchema>;
export type Completion = z.infer<typeof completionSchema>;
export type SearchResult = z.infer<typeof searchResultSchema>;
