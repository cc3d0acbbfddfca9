import { ownFolderIn } from '../node/own-folder.ts';
import type { OwnTemporary } from './base/own-temporary.ts';

/** Where the window may keep things. */
type DataPlace = {
  /** Chromium's profile. */
  readonly window: string;
  /** Whether the data folder may be written at all. */
  readonly usable: boolean;
};

/**
 * The folder for the window's own state (Chromium's profile), inside the replica's: what makes a second start on the
 * same replica find the first. Where the replica's folder can't be written, or others reach it because a hub lies there, a temporary one
 * lets the window open all the same and say so.
 */
export function dataPlace(dataFolder: string, temporary: Pick<OwnTemporary, 'makeSync'>): DataPlace {
  const window = ownFolderIn(dataFolder, 'window');
  return window === undefined
    ? { window: temporary.makeSync('window'), usable: false }
    : { window, usable: true };
}
