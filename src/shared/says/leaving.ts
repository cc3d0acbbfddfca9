import type { NoValues, Says } from './says.ts';

/** What went wrong with a file on its way out. */

type Plain<Code extends string> = { readonly [One in Code]: NoValues };

/** What the system has against a file: stands after a colon. */
type FileProblemSays = Plain<
  | 'file-problem.disk-full'
  | 'file-problem.not-allowed'
  | 'file-problem.read-only'
  | 'file-problem.long-name'
  | 'file-problem.not-there'
  | 'file-problem.file-in-the-way'
  | 'file-problem.folder-in-the-way'
  | 'file-problem.system-silent'
> & {
  /** The system's own name of it, as `EBUSY`. */
  readonly 'file-problem.system-says': { readonly name: string };
};

type WithProblem = { readonly problem: Says<keyof FileProblemSays> };

export type LeavingSays = FileProblemSays & {
  readonly 'leaving.not-copied': WithProblem;
  readonly 'leaving.not-dragged': WithProblem;
  readonly 'leaving.not-opened': WithProblem;
  readonly 'leaving.not-saved': WithProblem;
  readonly 'leaving.not-saved-in': WithProblem & { readonly folder: string };
  /** Its bytes are elsewhere. */
  readonly 'leaving.not-here': NoValues;
  readonly 'leaving.no-answer': NoValues;
  readonly 'leaving.no-application': NoValues;
};

export type FileProblemCode = keyof FileProblemSays;
