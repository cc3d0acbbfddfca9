import { chmodSync, closeSync, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './storage-error.ts';

/** Of a folder that only its owner enters. */
export const PRIVATE_FOLDER = 0o700;
/** Of a file that only its owner reads. */
const PRIVATE_FILE = 0o600;

/** What group and others may do. */
const FOR_OTHERS = 0o077;

/**
 * Makes an empty private file where there is none, and closes one that others may read: for files that a library would make open to all.
 * Throws the system's error where the file can't be made.
 */
export function makePrivateFile(path: string): void {
  keepPrivate(path);
  try {
    closeSync(openSync(path, 'ax', PRIVATE_FILE));
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Closes what lies in a folder under these names, itself and so all that is in it, to everybody but its owner; what is not there is fine. */
export function keepAllPrivate(folder: string, names: readonly string[]): void {
  for (const name of names) keepPrivate(join(folder, name));
}

/** A link is left alone: it would lead the change to somebody else's file. So is what this account does not own. */
function keepPrivate(path: string): void {
  // Windows keeps the profile's folder for its owner; its mode bits say nothing.
  if (process.platform === 'win32') return;
  try {
    const about = lstatSync(path);
    if (!(about.isFile() || about.isDirectory()) || (about.mode & FOR_OTHERS) === 0) return;
    chmodSync(path, about.isDirectory() ? PRIVATE_FOLDER : about.mode & 0o700);
  } catch (error) {
    // Not there, another account's, or a disk without modes: opening it says what is the matter, if anything is.
    if (systemCode(error) === undefined) throw error;
  }
}
