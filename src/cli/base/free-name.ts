import { lstat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { isFileProblem } from '../../node/leaving/file-problem.ts';

/** Something lies under this name: a file, a folder, a link that leads nowhere. */
async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isFileProblem(error)) return false;
    throw error;
  }
}

/** A name that is free in a folder: what lies there already is never written over. */
export async function freeName(folder: string, fileName: string): Promise<string> {
  const { name, ext } = parse(fileName);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${name}${ext}` : `${name} (${number})${ext}`);
    if (!(await isTaken(path))) return path;
  }
}
