/** What this device keeps for the one who searches. */
export type FindingSays = {
  readonly 'finding.too-many-saved': { readonly most: number };
};
