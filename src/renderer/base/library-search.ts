import { z } from 'zod';
import { type Filters, SORTS } from '../../contract/search.ts';
import { dimensionValues, withDimensions } from '../../shared/dimension-values.ts';
import { byAttribute, byFacet, FACET_NAMES } from '../../shared/vocabulary/asset-attributes.ts';
import { AUDIENCES } from '../../shared/vocabulary/assets.ts';

const words = z.array(z.string()).optional().catch(undefined);

/** Words of a search. In an address that somebody wrote by hand, what looks like a number was read as one. */
export const wordsSchema = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

/** What the library shows, as it stands in its address. */
export const librarySearchSchema = withDimensions(
  z.object({
    q: wordsSchema,
    ...byFacet(
      byAttribute({
        line: () => words,
        path: () => words,
        prose: () => words,
        term: () => words,
        terms: () => words,
        tags: () => words,
        audience: () => z.array(z.enum(AUDIENCES)).optional().catch(undefined),
        status: () => words,
        language: () => words,
        day: () => words,
        person: () => words,
      }),
    ),
    tags: words,
    fresh: z.boolean().optional().catch(undefined),
    status: z.enum(['draft', 'expired', 'archived', 'all']).optional().catch(undefined),
    /** Instead of words: what resembles this asset, or this page of it. */
    like: z.string().optional().catch(undefined),
    page: z.number().int().positive().optional().catch(undefined),
    sort: z.enum(SORTS).optional().catch(undefined),
  }),
);

/** The library's search params. */
export type LibrarySearch = z.infer<typeof librarySearchSchema>;

/** The filters of an address as the engine takes them. */
export function filtersOf(search: LibrarySearch): Partial<Filters> {
  return {
    ...Object.fromEntries(
      FACET_NAMES.flatMap((facet) => (search[facet] === undefined ? [] : [[facet, search[facet]]])),
    ),
    ...dimensionValues(search),
    ...(search.tags === undefined ? {} : { tags: search.tags }),
    ...(search.fresh === true ? { freshOnly: true } : {}),
    ...(search.status === undefined ? {} : { status: search.status }),
  };
}

/**
 * Words in place of those that an answer belongs to. Its chips and offers stand on the screen while somebody goes on typing: what they typed
 * since must not be lost.
 */
export function withTypedSince(words: string, answered: string, typed: string): string {
  return typed.length > answered.length && typed.startsWith(answered)
    ? `${words}${typed.slice(answered.length)}`
    : words;
}
