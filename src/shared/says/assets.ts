import type { NoValues } from './says.ts';

type Titled = { readonly title: string };

/** Assets: changing what is said of them, publishing what waits. */
export type AssetsSays = {
  readonly 'assets.no-such-day': NoValues;
  readonly 'assets.nobody-of-this-name': NoValues;
  readonly 'assets.never-a-draft': NoValues;
  readonly 'assets.recalled': Titled;
  readonly 'assets.expired': Titled;
  readonly 'assets.published-already': Titled;
};
