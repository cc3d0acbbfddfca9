import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * How the system is told that a file came from elsewhere. Windows keeps it in a stream beside the file (Mark of the Web), macOS in an
 * attribute (quarantine); by these Office opens in Protected View and blocks macros, SmartScreen and Gatekeeper ask. Linux has none.
 */
export interface OriginMarking {
  readonly platform: string;
  /** Writes a file's named stream (NTFS). */
  writeStream(path: string, stream: string, content: string): Promise<void>;
  /** Sets a file's extended attribute. */
  setAttribute(path: string, name: string, value: string): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What came of marking: `no-marks` where the system knows none; `not-kept` where the disk takes none (FAT, some network drives). */
type Marked = 'marked' | 'no-marks' | 'not-kept';

/** Zone 3 is the internet; `about:internet` is what browsers write that tell nothing of the address. */
const ZONE = '[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=about:internet\r\n';
/** Downloaded, and not yet agreed to by the person. */
const QUARANTINE_FLAGS = '0081';

/**
 * Marks a file as come from elsewhere, while it can still be written. A disk that keeps no marks is told, never thrown: the person gets the
 * file all the same. Throws only defects.
 */
export async function markAsForeign(path: string, marking: OriginMarking = systemMarking): Promise<Marked> {
  try {
    if (marking.platform === 'win32') {
      await marking.writeStream(path, 'Zone.Identifier', ZONE);
      return 'marked';
    }
    if (marking.platform === 'darwin') {
      const seconds = Math.floor(marking.now() / 1000).toString(16);
      await marking.setAttribute(path, 'com.apple.quarantine', `${QUARANTINE_FLAGS};${seconds};Kitbag;`);
      return 'marked';
    }
    return 'no-marks';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'not-kept';
    throw error;
  }
}

const run = promisify(execFile);

const systemMarking: OriginMarking = {
  platform: process.platform,
  writeStream: (path, stream, content) => writeFile(`${path}:${stream}`, content),
  setAttribute: async (path, name, value) => {
    await run('/usr/bin/xattr', ['-w', name, value, path]);
  },
  now: () => Date.now(),
};
