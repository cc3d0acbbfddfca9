import type { NoValues } from './says.ts';

type OfAsset = { readonly title: string };

/** Presenting. */
export type PresentingSays = {
  readonly 'presenting.nothing': NoValues;
  readonly 'presenting.empty': NoValues;
  readonly 'presenting.no-ticket': NoValues;
  readonly 'presenting.missing': OfAsset;
  readonly 'presenting.altered': OfAsset;
  readonly 'presenting.no-pages': OfAsset;
  readonly 'presenting.hidden': OfAsset;
  readonly 'presenting.no-window': NoValues;
};
