import type { WithCatalog } from '../live/with-catalog.ts';
import type { Newcomers } from './newcomers.ts';

/** An open replica that knows who is new in its hub. */
export type WithPeople = WithCatalog & { readonly newcomers: Newcomers };
