import { posix, win32 } from 'node:path';
import type { HubLocation } from '../../shared/hub-location.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { isBucketText, readBucketText } from './bucket-address.ts';
import { isServerAlone, smbAddress } from './network-folder.ts';

/** Why a location can't be a hub here. */
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
  readonly says: Says;
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
  if (!read.ok) return refuse('bad-address', read.error.says);
  const { address, profile } = read.value;
  const secret =
    profile === undefined
      ? ({ from: 'environment' } as const)
      : ({ from: 'profile', name: profile } as const);
  return ok({ kind: 'bucket', ...address, secret });
}

function readFolder(location: string, place: LocationPlace): Result<string, LocationRefusal> {
  if (location === '') return refuse('no-location', says('folder.not-named'));
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    return refuse('other-address', ofAddress(location));
  }
  const windows = place.platform === 'win32';
  if (!windows && location.startsWith('\\\\')) return refuse('other-system', ofWindowsFolder(location));
  if (!windows && /^[a-z]:[\\/]/i.test(location)) return refuse('other-system', says('folder.of-windows'));
  if (windows && isServerAlone(location)) {
    return refuse('no-location', says('folder.server-alone'));
  }
  const path = windows ? win32 : posix;
  const fromHome = /^~(?:$|[\\/])/.test(location) && (windows || !location.startsWith('~\\'));
  const folder = path.resolve(place.cwd, fromHome ? path.join(place.home, location.slice(1)) : location);
  if (windows && folder.length + LONGEST_KEY > LONGEST_PATH) {
    const { length } = folder;
    return refuse('too-long', says('folder.path-too-long', { length, most: LONGEST_PATH - LONGEST_KEY }));
  }
  return ok(folder);
}

/** What to do with a folder of a server that Windows writes in its own way. */
function ofWindowsFolder(location: string): Says {
  const smb = smbAddress(location);
  return smb === undefined ? says('folder.of-windows') : says('folder.of-windows-server', { smb });
}

/** Why a web address and its like are no place. Says nothing of what stood in it: it may hold keys. */
function ofAddress(location: string): Says {
  return says(/^https?:/i.test(location) ? 'folder.web-address' : 'folder.other-address');
}

/** Paths come from clipboards with quotation marks around them. */
function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}

function refuse(code: LocationRefusal['code'], why: Says) {
  return err({ code, says: why });
}
