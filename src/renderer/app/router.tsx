import { createHashHistory, createRouter } from '@tanstack/react-router';
import { ADDRESSES, rootRoute, routes, routeTree } from '../base/addresses.ts';
import { SCREENS } from './areas.ts';
import { NotFound, Root, ScreenFailure } from './root.tsx';

rootRoute.update({ component: Root, notFoundComponent: NotFound, errorComponent: ScreenFailure });
// By the list, not by the routes' own paths: they get these only when the router is made.
for (const address of ADDRESSES) routes[address].update({ component: SCREENS[address] });

/** Every screen by its address. Hash history, because the page has one address in its protocol. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ScreenFailure,
  scrollRestoration: false,
});
