import type { NoValues } from './says.ts';

/** Search as a product that is tested. */
export type SearchQualitySays = {
  readonly 'search-quality.golden-by-lead': NoValues;
  readonly 'search-quality.no-answer': NoValues;
};
