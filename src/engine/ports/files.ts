import type { Cancellation } from '../../shared/ports/cancellation.ts';

/** A file that a person dropped or chose, or that the command line named. */
export type SourceFile = {
  readonly path: string;
  /** File name for people and for the version. */
  readonly name: string;
  /** The folder below what was dropped; '' for a file dropped itself. */
  readonly folder: string;
  readonly size: number;
  readonly modifiedAt: number;
};

/** What a walk finds. */
export type Walked = {
  readonly files: readonly SourceFile[];
  readonly skipped: number;
  readonly unreadable: readonly { readonly path: string; readonly reason: 'not-found' | 'not-readable' }[];
};

/** How a walk is followed: a drive may be slow, and a tree may have thousands of folders. */
export type WalkOptions = {
  /** Ends it; what was found until then is answered. */
  readonly signal?: Cancellation;
  /** Is told what was found since the last time, in its order. */
  readonly onFound?: (found: Walked) => void;
};

/** Looks at the disk outside the replica. */
export interface SourceFiles {
  /** All files below paths, sorted; hidden files, system files (`.DS_Store`, `Thumbs.db`, `desktop.ini`) and locks (`~$…`) are skipped and counted; links that lead in a circle are not followed. Paths that can't be read are told. */
  walk(paths: readonly string[], options?: WalkOptions): Promise<Walked>;
  /** The SHA-256 of a file, lower-case hexadecimal; undefined where it can't be read. */
  digest(path: string): Promise<string | undefined>;
  /** A path as it is written of one and the same place, from the root; whether one lies in another is told by its beginning and `separator`. */
  whole(path: string): string;
  readonly separator: string;
  /**
   * Tells that something below a folder may have changed, as far as the system says so: a hint to look earlier, never instead of looking (network
   * drives and full tables of watches say nothing). The result ends it.
   */
  hint(path: string, mayHaveChanged: () => void): () => void;
}
