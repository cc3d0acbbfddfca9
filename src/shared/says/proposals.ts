import type { NoValues } from './says.ts';

/** Files that reps propose. */
export type ProposalsSays = {
  readonly 'proposals.nothing': NoValues;
  /** `most`: how many can be proposed at once. */
  readonly 'proposals.too-many': { readonly most: number };
  /** `most`: how many of one person may wait. */
  readonly 'proposals.too-many-open': { readonly most: number };
  /** `megabytes`: how large a file may be. */
  readonly 'proposals.too-large': { readonly megabytes: number };
  readonly 'proposals.answered-by-marketing': NoValues;
  readonly 'proposals.declined-why': NoValues;
  readonly 'proposals.answered': NoValues;
};
