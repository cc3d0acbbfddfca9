/** Duplicates and near-duplicates. */
export type NearSays = {
  readonly 'near.one-already': { readonly title: string };
  readonly 'near.keep-released': { readonly title: string; readonly released: string };
};
