import type { NoValues } from './says.ts';

/** Comparing two versions. */
export type CompareSays = {
  readonly 'compare.one-version': { readonly title: string };
  readonly 'compare.same-version': NoValues;
  readonly 'compare.too-much': NoValues;
};
