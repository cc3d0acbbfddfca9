import { cleanLine } from './clean-line.ts';
import { LONGEST_PATH } from './limits.ts';

/** Paths of folders as people know them: the names one in another, parted by `/`. */

/** A path as an asset keeps it: what does not fit loses its upper folders, which say least. */
export function folderPath(path: string): string {
  const names = path
    .split(/[\\/]/u)
    .map((name) => cleanLine(name).slice(0, LONGEST_PATH))
    .filter((name) => name !== '');
  while (names.join('/').length > LONGEST_PATH) names.shift();
  return names.join('/');
}

/** A folder and those that it lies in, the uppermost first: `a/b` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}
