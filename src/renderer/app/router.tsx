import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { SyncScreen } from '../features/exchange/sync-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { InsightsScreen } from '../features/insights/insights-screen.tsx';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { librarySearchSchema, wordsSchema } from '../features/library/library-search.ts';
import { PeopleScreen } from '../features/people/people-screen.tsx';
import { PublishScreen } from '../features/publish/publish-screen.tsx';
import { ReaderScreen } from '../features/reader/reader-screen.tsx';
import { RequestScreen } from '../features/requests/request-screen.tsx';
import { RequestsScreen } from '../features/requests/requests-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { TaxonomyScreen } from '../features/taxonomy/taxonomy-screen.tsx';
import { NotFound, Root, ScreenFailure } from './root.tsx';

/** Search params that do not fit are left out, never an error: a link may come from an older version. */
const readerSearchSchema = z.object({
  /** 1-based. */
  page: z.number().int().positive().optional().catch(undefined),
  /** The words to mark. */
  q: wordsSchema,
  /** An older version's id; the current one when absent. */
  version: z.string().optional().catch(undefined),
});

const insightsSearchSchema = z.object({
  /** How people search, instead of how content does. */
  part: z.literal('search').optional().catch(undefined),
});

const peopleSearchSchema = z.object({
  /** The member to show. */
  person: z.string().optional().catch(undefined),
});

const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailure,
});

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomeScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/library',
    component: LibraryScreen,
    validateSearch: librarySearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/asset/$assetId',
    component: ReaderScreen,
    validateSearch: readerSearchSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/publish', component: PublishScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/requests', component: RequestsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/requests/$requestId', component: RequestScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/insights',
    component: InsightsScreen,
    validateSearch: insightsSearchSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/taxonomy', component: TaxonomyScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people',
    component: PeopleScreen,
    validateSearch: peopleSearchSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/sync', component: SyncScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsScreen }),
] as const;

/** Every screen by its address. Hash history, because the page has one address in its protocol. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ScreenFailure,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
