import { posix, win32 } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';

/** Why a location can't be a hub here. The message is for people. */
export type LocationRefusal = {
  readonly code:
    | 'no-location'
    | 'bucket'
    | 'other-address'
    | 'other-system'
    | 'too-long'
    | 'inside-replica'
    | 'around-replica'
    | 'not-a-folder'
    | 'not-made';
  readonly message: string;
};

/** Where a location is read. */
export type LocationPlace = {
  readonly cwd: string;
  readonly home: string;
  readonly platform: string;
};

/** Windows and many programs on it end paths at 260 characters; ten are left for names that others add to. */
const LONGEST_PATH = 250;
/** The longest key, see `isKey`, and the separator before it. */
const LONGEST_KEY = 151;

/** Reads what a person or a program gave as a hub's location: an absolute path of a folder. Looks at nothing on the disk. */
export function readLocation(text: string, place: LocationPlace): Result<string, LocationRefusal> {
  const location = unquoted(text.trim());
  if (location === '') return refuse('no-location', 'No folder was named. Choose a folder.');
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(location)?.[1]?.toLowerCase();
  if (scheme === 's3') {
    return refuse('bucket', 'A bucket as a hub comes with a later version. Choose a folder.');
  }
  if (scheme) {
    return refuse(
      'other-address',
      'This is an address, not a folder. Connect the drive or install the program that keeps it in step, then choose its folder.',
    );
  }
  const windows = place.platform === 'win32';
  if (!windows && (/^[a-z]:[\\/]/i.test(location) || location.startsWith('\\\\'))) {
    return refuse('other-system', 'This is a path of Windows. Choose a folder of this computer.');
  }
  const path = windows ? win32 : posix;
  const fromHome = /^~(?:$|[\\/])/.test(location) && (windows || !location.startsWith('~\\'));
  const folder = path.resolve(place.cwd, fromHome ? path.join(place.home, location.slice(1)) : location);
  if (windows && folder.length + LONGEST_KEY > LONGEST_PATH) {
    return refuse(
      'too-long',
      `The folder's path has ${folder.length} characters, and Windows has room for ${LONGEST_PATH - LONGEST_KEY}. Choose a folder nearer to the drive's root.`,
    );
  }
  return ok(folder);
}

/** Paths come from clipboards with quotation marks around them. */
function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}

function refuse(code: LocationRefusal['code'], message: string) {
  return err({ code, message });
}
