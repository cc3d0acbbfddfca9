import type { NoValues } from './says.ts';

/** Views of the library that are shared. */
export type ViewsSays = {
  readonly 'views.shared-by-lead': NoValues;
  readonly 'views.too-many': { readonly most: number };
};
