import { posix, win32 } from 'node:path';
import type { HubLocation } from '../../shared/hub-location.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isBucketText, readBucketText } from './bucket-address.ts';
import { isServerAlone, smbAddress } from './network-folder.ts';

/** Why a location can't be a hub here. The message is for people. */
export type LocationRefusal = {
  readonly code:
    | 'no-location'
    | 'bad-address'
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
type LocationPlace = {
  readonly cwd: string;
  readonly home: string;
  readonly platform: string;
};

/** Windows and many programs on it end paths at 260 characters; ten are left for names that others add to. */
const LONGEST_PATH = 250;
/** The longest key, see `isKey`, and the separator before it. */
const LONGEST_KEY = 151;

/**
 * Reads what a person or a program gave as a hub's location: the path of a folder, or the address of a bucket, whose keys are then a profile's
 * that the address names, or the environment's. Looks at nothing on the disk.
 */
export function readLocation(text: string, place: LocationPlace): Result<HubLocation, LocationRefusal> {
  const location = unquoted(text.trim());
  if (isBucketText(location)) return readBucket(location);
  const folder = readFolder(location, place);
  return folder.ok ? ok({ kind: 'folder', folder: folder.value }) : folder;
}

function readBucket(text: string): Result<HubLocation, LocationRefusal> {
  const read = readBucketText(text);
  if (!read.ok) return refuse('bad-address', read.error.message);
  const { address, profile } = read.value;
  const secret =
    profile === undefined
      ? ({ from: 'environment' } as const)
      : ({ from: 'profile', name: profile } as const);
  return ok({ kind: 'bucket', ...address, secret });
}

function readFolder(location: string, place: LocationPlace): Result<string, LocationRefusal> {
  if (location === '') return refuse('no-location', 'No place was named. Choose a folder, or name a bucket.');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    return refuse('other-address', addressMessage(location));
  }
  const windows = place.platform === 'win32';
  if (!windows && location.startsWith('\\\\')) return refuse('other-system', windowsFolderMessage(location));
  if (!windows && /^[a-z]:[\\/]/i.test(location)) return refuse('other-system', OF_WINDOWS);
  if (windows && isServerAlone(location)) {
    return refuse(
      'no-location',
      'This names a server, but no folder on it. Write it with the share: \\\\server\\share\\folder.',
    );
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

const OF_WINDOWS = 'This is a path of Windows. Choose a folder of this computer.';

/** What to do with a folder of a server that Windows writes in its own way. */
function windowsFolderMessage(location: string): string {
  const smb = smbAddress(location);
  if (smb === undefined) return OF_WINDOWS;
  return `This is a network folder as Windows writes it. Connect to ${smb} first, then choose the folder where this computer shows it.`;
}

/** Why a web address and its like are no place. Says nothing of what stood in it: it may hold keys. */
function addressMessage(location: string): string {
  if (/^https?:/i.test(location))
    return 'This is a web address. For a bucket write s3://BUCKET/PATH?endpoint=ADDRESS, with the address of the store. For a folder that a program such as OneDrive keeps in step, name the folder on this computer.';
  return 'This is an address, not a folder or a bucket (s3://…). Connect the drive or install the program that keeps it in step, then choose its folder.';
}

/** Paths come from clipboards with quotation marks around them. */
function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}

function refuse(code: LocationRefusal['code'], message: string) {
  return err({ code, message });
}
