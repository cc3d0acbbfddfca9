import { createStore } from '../../base/store.ts';

/** Linking assets as language editions of one another, from wherever one sees them. */

/** Which are to be linked; where it is one, the dialog asks which other it belongs to. */
export type LinkAsked = { readonly assets: readonly string[]; readonly done?: () => void };

/** What the dialog asks about now; null while it is closed. */
export const linkAsked = createStore<LinkAsked | null>(null);

/** Asks of groups of assets, one after another, whether they are language editions; whoever leaves one leaves the others too. */
export function askForLanguages([group, ...others]: readonly (readonly string[])[]): void {
  if (group === undefined) return;
  // The dialog closes once it is done, and opens again for the next ones.
  linkAsked.set({ assets: group, done: () => setTimeout(() => askForLanguages(others)) });
}
