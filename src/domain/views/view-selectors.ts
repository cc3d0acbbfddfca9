import type { z } from 'zod';
import type { Holds } from '../kernel/holds.ts';
import type { ViewsPart, viewBody } from './views.ts';

/** What one asks of the views that leads share. */

type Catalog = Holds<ViewsPart>;
type View = z.infer<typeof viewBody>;

/** All views, in use or retired. */
export function allViews({ state }: Catalog): View[] {
  return [...state.views.values()].map(({ value }) => value);
}

/** A view, in use or retired. */
export function knownView({ state }: Catalog, id: string): View | undefined {
  return state.views.get(id)?.value;
}
