import type { NoValues } from './says.ts';

type OfDocument = { readonly title: string };

/** One PDF made of pages. */
export type AssemblySays = {
  readonly 'assembly.nothing': NoValues;
  readonly 'assembly.no-pages': OfDocument;
  readonly 'assembly.unreadable': OfDocument;
  readonly 'assembly.encrypted': OfDocument;
  readonly 'assembly.no-such-page': OfDocument;
  readonly 'assembly.hidden': OfDocument;
  readonly 'assembly.too-much': NoValues;
  readonly 'assembly.too-many-pages': { readonly pages: number; readonly most: number };
};
