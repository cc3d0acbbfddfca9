/** Language editions. */
export type VariantsSays = {
  readonly 'variants.itself': { readonly title: string };
  readonly 'variants.too-many': { readonly most: number };
  readonly 'variants.no-variant': { readonly title: string };
  readonly 'variants.no-version': { readonly title: string; readonly number: number };
  /** A cell names no asset, or could mean several. */
  readonly 'variants.not-found': { readonly text: string };
};
