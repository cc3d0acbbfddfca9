import { accessSync, constants, statSync } from 'node:fs';
import type { RefusalReason } from '../../../engine/ports/extractor.ts';

/** What can be told without opening the file: opening a pipe would wait for ever. */
export function refusalOfPath(path: string): RefusalReason | undefined {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return 'not-readable';
    if (stats.size === 0) return 'empty';
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'not-found' : 'not-readable';
  }
}
