import type { FileProblemCode } from '../../shared/says/leaving.ts';
import { type Says, says } from '../../shared/says/says.ts';

const PROBLEMS: Readonly<Record<string, Says<FileProblemCode>>> = {
  ENOSPC: says('file-problem.disk-full'),
  EACCES: says('file-problem.not-allowed'),
  EPERM: says('file-problem.not-allowed'),
  EROFS: says('file-problem.read-only'),
  ENAMETOOLONG: says('file-problem.long-name'),
  ENOENT: says('file-problem.not-there'),
  ENOTDIR: says('file-problem.file-in-the-way'),
  EISDIR: says('file-problem.folder-in-the-way'),
};

/** What went wrong with a file, and what to do. */
export function fileProblem(error: unknown): Says<FileProblemCode> {
  const name = isFileProblem(error) ? String(error.code) : '';
  if (name === '') return says('file-problem.system-silent');
  return PROBLEMS[name] ?? says('file-problem.system-says', { name });
}

/** Whether the system said it: anything else is a defect. */
export function isFileProblem(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}
