import type { NoValues, Says } from './says.ts';

/** Making the sample hub. */
export type SampleSays = {
  readonly 'sample.unavailable': NoValues;
  readonly 'sample.broken': { readonly file: string; readonly why: Says };
};
