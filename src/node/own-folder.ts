import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { hubAround } from '../platform/hub-in-folder.ts';
import { makeFolderSync } from '../platform/system/make-folder.ts';

/**
 * A folder for a process's own state inside a replica's folder, made where it is not there. `undefined` where it can't be written, or others
 * reach it because a hub lies there: the engine says why when it opens. Synchronous: asked before anything can be awaited.
 */
export function ownFolderIn(dataFolder: string, name: string): string | undefined {
  const folder = join(dataFolder, name);
  try {
    if (hubAround(dataFolder) !== undefined) return undefined;
    makeFolderSync(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined; // Whatever the disk says: the engine meets it too, and tells it.
  }
}
