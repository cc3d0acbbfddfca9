import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PRIVATE_FOLDER } from './private-files.ts';
import { systemCode } from './storage-error.ts';

/**
 * Makes a folder and those above it, for this account alone unless `mode` says otherwise. Not Node's own recursive mkdir: that never returns on file systems that answer ENOENT for a folder
 * whose parent is there (`/proc`, some network drives).
 */
export async function makeFolder(path: string, mode = PRIVATE_FOLDER): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path), mode);
    await mkdir(path, { mode }).catch((second: unknown) => {
      if (systemCode(second) !== 'EEXIST') throw second;
    });
  }
}

/** The same for code that runs before anything can be awaited. */
export function makeFolderSync(path: string, mode = PRIVATE_FOLDER): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolderSync(dirname(path), mode);
    try {
      mkdirSync(path, { mode });
    } catch (second) {
      if (systemCode(second) !== 'EEXIST') throw second;
    }
  }
}
