import type { StoreFailure } from '../../sync/hub/object-store.ts';
import { STALLED } from './lanes.ts';

/** `EIO` and `ENOENT` mean one thing or another by where they happen, so they are not here. */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
  EPERM: 'denied',
  EACCES: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  [STALLED]: 'unreachable',
  ENOTCONN: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETRESET: 'unreachable',
  ECONNABORTED: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESHUTDOWN: 'unreachable',
  ESTALE: 'unreachable',
  ENODEV: 'unreachable',
  EREMOTEIO: 'unreachable',
  // Windows has errors for network drives and files kept in the cloud that Node has no name for ('the cloud provider is not running').
  UNKNOWN: 'unreachable',
};

/** What an error's code says by itself; `undefined` when it depends on the place. */
export function failureOfCode(code: string): StoreFailure | undefined {
  return FAILURES[code];
}

/** Codes that say of a name: there is no object here. A folder, a link, a pipe, a socket, or a file where a folder should be. */
const NOTHING = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'EMLINK',
  'ESPIPE',
  'ENXIO',
  'ENAMETOOLONG',
]);

/** Whether an error's code says that there is no object of that name. */
export function saysNothingThere(code: string | undefined): boolean {
  return code !== undefined && NOTHING.has(code);
}

/** Linux's numbers for NFS, SMB, CIFS, SMB2, FUSE (sshfs, rclone, the drives of cloud services), AFS, Ceph, 9P. */
const NETWORKED = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x00c36400, 0x01021997,
]);

/** Whether the medium of a folder is reached over a network, so that a failing read or write means that it is away, not that it is broken. */
export function isNetworked(root: string, platform: string, fileSystem: number | undefined): boolean {
  if (platform === 'win32') return root.startsWith('\\\\');
  if (platform === 'darwin') return root.startsWith('/Volumes/');
  return fileSystem === undefined || NETWORKED.has(fileSystem);
}
