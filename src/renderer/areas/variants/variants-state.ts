import { createStore } from '../../base/store.ts';

/** Linking assets as language editions of one another, from wherever one sees them. */

/** Which are to be linked; where it is one, the dialog asks which other it belongs to. */
export type LinkAsked = { readonly assets: readonly string[]; readonly done?: () => void };

/** What the dialog asks about now; null while it is closed. */
export const linkAsked = createStore<LinkAsked | null>(null);
