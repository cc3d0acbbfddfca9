import { createRootRoute, createRoute, type Router } from '@tanstack/react-router';
import { z } from 'zod';
import { librarySearchSchema, wordsSchema } from './library-search.ts';

/**
 * Every address of the window, with what may stand in it. Links are checked against this list wherever they are written, also those
 * that lead into another area; which screen stands at an address, the router says.
 */

/** Search params that do not fit are left out, never an error: a link may come from an older version. */
const readerSearchSchema = z.object({
  /** 1-based. */
  page: z.number().int().positive().optional().catch(undefined),
  /** The words to mark. */
  q: wordsSchema,
  /** An older version's id; the current one when absent. */
  version: z.string().optional().catch(undefined),
  /** The kit that it is read as part of. */
  kit: z.string().optional().catch(undefined),
  /** The call that it is read for. */
  call: z.string().optional().catch(undefined),
});

/** Versions by their ids; absent: the current one, and the one before. */
const compareSearchSchema = z.object({
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
});

const insightsSearchSchema = z.object({
  /** How people search, instead of how content does. */
  part: z.literal('search-quality').optional().catch(undefined),
});

const peopleSearchSchema = z.object({
  /** The member to show. */
  person: z.string().optional().catch(undefined),
});

/** How many assets an address names: of more it means all. */
const MOST_NAMED = 200;

const duplicatesSearchSchema = z.object({
  /** Only duplicates of these assets. */
  of: z.array(z.string()).min(1).max(MOST_NAMED).optional().catch(undefined),
});

/** Duplicates of what is selected; of everything, where that is more than an address can name. */
export function duplicatesOf(assets: ReadonlySet<string>): z.infer<typeof duplicatesSearchSchema> {
  return assets.size === 0 || assets.size > MOST_NAMED ? {} : { of: [...assets] };
}

/** What stands around every screen. */
export const rootRoute = createRootRoute();

const getParentRoute = () => rootRoute;

/** The routes by their address; their screens are the areas'. */
export const routes = {
  '/': createRoute({ getParentRoute, path: '/' }),
  '/library': createRoute({ getParentRoute, path: '/library', validateSearch: librarySearchSchema }),
  '/asset/$assetId': createRoute({
    getParentRoute,
    path: '/asset/$assetId',
    validateSearch: readerSearchSchema,
  }),
  '/library/kits': createRoute({ getParentRoute, path: '/library/kits' }),
  '/library/kits/$kitId': createRoute({ getParentRoute, path: '/library/kits/$kitId' }),
  '/calls/$callId': createRoute({ getParentRoute, path: '/calls/$callId' }),
  '/asset/$assetId/compare': createRoute({
    getParentRoute,
    path: '/asset/$assetId/compare',
    validateSearch: compareSearchSchema,
  }),
  '/publish': createRoute({ getParentRoute, path: '/publish' }),
  '/reviews': createRoute({ getParentRoute, path: '/reviews' }),
  '/duplicates': createRoute({
    getParentRoute,
    path: '/duplicates',
    validateSearch: duplicatesSearchSchema,
  }),
  '/requests': createRoute({ getParentRoute, path: '/requests' }),
  '/requests/$requestId': createRoute({ getParentRoute, path: '/requests/$requestId' }),
  '/insights': createRoute({ getParentRoute, path: '/insights', validateSearch: insightsSearchSchema }),
  '/taxonomy': createRoute({ getParentRoute, path: '/taxonomy' }),
  '/people': createRoute({ getParentRoute, path: '/people', validateSearch: peopleSearchSchema }),
  '/sync': createRoute({ getParentRoute, path: '/sync' }),
  '/settings': createRoute({ getParentRoute, path: '/settings' }),
} as const;

/** An address as it is written in the list: `/asset/$assetId`. */
export type Address = keyof typeof routes;

/** Every address. The keys of an object are any strings to the compiler. */
export const ADDRESSES = Object.keys(routes) as readonly Address[];

/** An address that needs nothing but itself. */
export type PlainAddress = Exclude<Address, `${string}$${string}`>;

/** All of them as one tree. */
export const routeTree = rootRoute.addChildren(routes);

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<typeof routeTree>;
  }
}
