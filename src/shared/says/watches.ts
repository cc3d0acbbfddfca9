/** Folders that are watched. */
export type WatchesSays = {
  readonly 'watches.no-folder': { readonly path: string };
  /** It lies within a folder that is watched already, or the other way around. */
  readonly 'watches.overlaps': { readonly path: string };
  readonly 'watches.too-many': { readonly most: number };
  readonly 'watches.too-many-files': { readonly path: string; readonly most: number };
};
