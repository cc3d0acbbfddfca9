import type { DimensionValues } from '../shared/dimension-values.ts';
import type { Cancellation } from '../shared/ports/cancellation.ts';
import type { AnySays } from '../shared/says/says.ts';
import type { RowField } from './publish-rows.ts';

/** Importing in one go, without the table: for tools in the engine’s process. */

/** How an import in one go tags what it finds. What is absent is guessed. */
export type ImportOptions = {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly types: readonly string[];
  readonly tags: readonly string[];
  /** Terms of dimensions. */
  readonly dimensions?: DimensionValues;
  readonly draft: boolean;
  /** Takes what is proposed: for fields that are not given, families of versions, language editions and copies. */
  readonly plan?: boolean;
  readonly onProgress?: ImportProgress;
  readonly signal?: Cancellation;
};

/** What became of one file; told when it is on disk. `ms` from the beginning of its reading. */
export type ImportedFile =
  | {
      readonly file: string;
      /** `version`: an earlier one of another file's asset. */
      readonly status: 'published' | 'draft' | 'version';
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
      readonly says: AnySays;
      readonly ms: number;
    };

/** Called before the files are read, with how many there are. */
export type ImportStart = (files: number, skipped: number) => void;

/** What an import would do, told by the files' paths. */
export type ImportOutline = {
  readonly groups: readonly {
    readonly folder: string;
    readonly files: readonly string[];
    readonly proposed: Readonly<Partial<Record<RowField, readonly string[]>>>;
    readonly reasons: readonly {
      readonly attribute: RowField;
      readonly sure: number;
      readonly why: AnySays;
    }[];
  }[];
  readonly families: readonly { readonly current: string; readonly earlier: readonly string[] }[];
  /** Documents in several languages: the files by their languages (codes), the original's among them. */
  readonly editions: readonly {
    readonly original: string;
    readonly languages: Readonly<Record<string, string>>;
  }[];
  readonly duplicates: readonly { readonly keep: string; readonly same: readonly string[] }[];
  readonly near: readonly { readonly a: string; readonly b: string; readonly similarity: number }[];
  readonly left: readonly { readonly file: string; readonly reason: string; readonly says?: AnySays }[];
  /** System files and hidden ones that were passed over. */
  readonly skipped: number;
};

/** Called while files are read, with the one that is. */
export type ImportProgress = (done: number, total: number, current: string) => void;
