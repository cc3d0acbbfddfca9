import type { Cancellation } from '../shared/ports/cancellation.ts';
import type { Says } from '../shared/says/says.ts';

/** Importing in one go, without the table: for tools in the engine’s process. */

/** How an import in one go tags what it finds. What is absent is guessed. */
export type ImportOptions = {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly types: readonly string[];
  readonly tags: readonly string[];
  readonly draft: boolean;
  readonly signal?: Cancellation;
};

/** What became of one file; told when it is on disk. `ms` from the beginning of its reading. */
export type ImportedFile =
  | {
      readonly file: string;
      readonly status: 'published' | 'draft';
      readonly assetId: string;
      readonly pages: number;
      readonly textChars: number;
      readonly reason?: string;
      readonly ms: number;
    }
  | {
      readonly file: string;
      readonly status: 'duplicate';
      readonly assetId: string;
      /** What was found now, where the asset's own reading had been broken off. */
      readonly readAgain?: { readonly pages: number; readonly words: number; readonly text: string };
      readonly reason?: string;
      readonly ms: number;
    }
  | {
      readonly file: string;
      readonly status: 'failed';
      readonly reason: string;
      readonly says: Says;
      readonly ms: number;
    };

/** Called before the files are read, with how many there are. */
export type ImportStart = (files: number, skipped: number) => void;
