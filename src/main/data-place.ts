import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolderSync } from '../platform/system/make-folder.ts';

/**
 * The folder for the window's own state (Chromium's profile), inside the replica's: what makes a second start on the
 * same replica find the first. Where the replica's folder can't be written a temporary one lets the window open
 * all the same and say so.
 */
export function windowFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'window');
  try {
    makeFolderSync(folder, 0o700);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'kitbag-window-'));
  }
}
