import type { NoValues } from './says.ts';

/** Kits. */
export type KitsSays = {
  readonly 'kits.made-by-publishers': NoValues;
  readonly 'kits.too-many-items': { readonly most: number };
  readonly 'kits.too-many-own': { readonly most: number };
  readonly 'kits.smart-has-no-items': NoValues;
  readonly 'kits.no-such-pages': { readonly title: string; readonly pages: number };
  readonly 'kits.version-of-another': { readonly title: string };
  readonly 'kits.own-has-no-status': NoValues;
  readonly 'kits.nothing-to-propose': NoValues;
  readonly 'kits.smart-not-proposed': NoValues;
  readonly 'kits.proposed-already': NoValues;
  readonly 'kits.answered-already': NoValues;
  readonly 'kits.nothing-to-publish': { readonly name: string };
};
