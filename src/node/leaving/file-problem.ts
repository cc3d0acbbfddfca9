const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make some room and try again.',
  EACCES: 'Kitbag isn’t allowed to write to this folder. Choose another one.',
  EPERM: 'Kitbag isn’t allowed to write to this folder. Choose another one.',
  EROFS: 'this disk is read-only. Choose another one.',
  ENAMETOOLONG: 'the name is too long for this disk. Choose a shorter one.',
  ENOENT: 'the file or folder isn’t there.',
  ENOTDIR: 'a file is where a folder should be. Choose another folder.',
  EISDIR: 'a folder of that name is in the way. Choose another name.',
};

/** The end of a sentence that says what went wrong with a file and what to do. */
export function describeFileProblem(error: unknown): string {
  const code = isFileProblem(error) ? String(error.code) : '';
  return sentences[code] ?? `the system says ${code || 'nothing more'}. Try again.`;
}

/** Whether the system said it: anything else is a defect. */
export function isFileProblem(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}
