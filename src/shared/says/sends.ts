import type { NoValues } from './says.ts';

/** Sending. */
export type SendsSays = {
  readonly 'sends.nothing': NoValues;
  readonly 'sends.no-ticket': NoValues;
  readonly 'sends.no-such-pages': { readonly title: string; readonly pages: number };
  readonly 'sends.not-pages': { readonly text: string };
  readonly 'sends.whole-only': { readonly title: string };
  readonly 'sends.not-cut': { readonly title: string };
  readonly 'sends.away': { readonly title: string };
  readonly 'sends.not-begun': NoValues;
};
