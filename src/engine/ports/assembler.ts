import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';

/** A document of which pages are taken, in their order. */
export type AssemblePart = {
  readonly path: string;
  readonly kind: DocumentKind;
  /** How many it has. */
  readonly pageCount: number;
  /** From 1. Absent: all but those that its author hid. */
  readonly pages?: readonly number[];
};

/** What the first page says: its title large, then lines. */
export type AssembleCover = { readonly title: string; readonly lines: readonly string[] };

/** A PDF to be made. The same plan makes the same bytes. */
export type AssemblePlan = {
  /** What it is called in itself. */
  readonly title: string;
  readonly parts: readonly AssemblePart[];
  readonly cover?: AssembleCover;
  /** Written faintly over every page. */
  readonly stamp?: string;
};

/** Why a PDF can't be made: a part can't be opened or drawn, has not got the pages, hides one of them; or all of it takes too much time or memory. */
export type AssemblingProblem = 'unreadable' | 'encrypted' | 'no-such-page' | 'hidden' | 'too-much';

/** What came of it; `part` is its place in the plan. */
export type Assembled =
  | { readonly assembled: 'pdf'; readonly bytes: Uint8Array; readonly sha256: string; readonly pages: number }
  | { readonly assembled: 'failed'; readonly reason: AssemblingProblem; readonly part?: number };

/** How far it is, in pages. */
export type AssemblingProgress = { readonly done: number; readonly total: number };

/** Makes one PDF of pages of several documents. */
export interface Assembler {
  /** Rejects with an `AbortError` when it is cancelled. */
  assemble(
    plan: AssemblePlan,
    options?: {
      readonly signal?: Cancellation;
      readonly onProgress?: (progress: AssemblingProgress) => void;
    },
  ): Promise<Assembled>;
}
