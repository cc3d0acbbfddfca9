import { createHashHistory, createRouter, type RouteComponent } from '@tanstack/react-router';
import { HomeScreen } from '../areas/home/home-screen.tsx';
import { SyncScreen } from '../areas/hub/sync/sync-screen.tsx';
import { InsightsScreen } from '../areas/insights/insights-screen.tsx';
import { PeopleScreen } from '../areas/people/people-screen.tsx';
import { PublishScreen } from '../areas/publish/publish-screen.tsx';
import { ReaderScreen } from '../areas/reader/reader-screen.tsx';
import { RequestScreen } from '../areas/requests/request-screen.tsx';
import { RequestsScreen } from '../areas/requests/requests-screen.tsx';
import { LibraryScreen } from '../areas/search/library-screen.tsx';
import { SettingsScreen } from '../areas/settings/settings-screen.tsx';
import { TaxonomyScreen } from '../areas/taxonomy/taxonomy-screen.tsx';
import { ADDRESSES, type Address, rootRoute, routes, routeTree } from '../base/addresses.ts';
import { NotFound, Root, ScreenFailure } from './root.tsx';

const screens: Readonly<Record<Address, RouteComponent>> = {
  '/': HomeScreen,
  '/library': LibraryScreen,
  '/asset/$assetId': ReaderScreen,
  '/publish': PublishScreen,
  '/requests': RequestsScreen,
  '/requests/$requestId': RequestScreen,
  '/insights': InsightsScreen,
  '/taxonomy': TaxonomyScreen,
  '/people': PeopleScreen,
  '/sync': SyncScreen,
  '/settings': SettingsScreen,
};

rootRoute.update({ component: Root, notFoundComponent: NotFound, errorComponent: ScreenFailure });
// By the list, not by the routes' own paths: they get these only when the router is made.
for (const address of ADDRESSES) routes[address].update({ component: screens[address] });

/** Every screen by its address. Hash history, because the page has one address in its protocol. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ScreenFailure,
  scrollRestoration: false,
});
