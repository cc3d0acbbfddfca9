import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeviceId } from '../shared/vocabulary/ids.ts';
import { DEVICES_PREFIX, HUB_KEY } from '../sync/hub/hub-layout.ts';

/** How much of a hub's description is looked at: it is far smaller. */
const LOOKED_AT_BYTES = 16_384;
/** How many folders inside are looked into: a data folder holds a dozen. */
const MOST_INSIDE = 500;

/**
 * The hub that a folder has to do with: the folder is one, lies in one, or holds one directly. A replica's key must not be kept there, as
 * everybody who reaches the hub could read it. Synchronous, as the window asks before anything is written. Looks at nothing but names and
 * the beginning of one file; a folder that is not there, or can't be read, holds none.
 */
export function hubAround(folder: string): string | undefined {
  const start = reallyAt(resolve(folder));
  for (let at = start; ; at = dirname(at)) {
    if (isHub(at)) return at;
    if (dirname(at) === at) break;
  }
  return insideOf(start).find(isHub);
}

function isHub(folder: string): boolean {
  return isDescribed(join(folder, HUB_KEY)) || hasDevices(join(folder, DEVICES_PREFIX));
}

/**
 * A file called `hub.json` may be another program's, or a replica's own note of its hub: a description is of a hub and signed. Whether the
 * signature is genuine does not matter here.
 */
function isDescribed(file: string): boolean {
  return orNot(() => {
    if (!statSync(file).isFile()) return false;
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(LOOKED_AT_BYTES);
      const length = readSync(descriptor, bytes, 0, LOOKED_AT_BYTES, 0);
      const text = bytes.toString('latin1', 0, length);
      return /"hub"\s*:\s*"h_/.test(text) && /"sig"\s*:/.test(text);
    } finally {
      closeSync(descriptor);
    }
  }, false);
}

/** A hub whose description is missing or damaged still is one. */
function hasDevices(folder: string): boolean {
  return orNot(() => readdirSync(folder).some(isDeviceId), false);
}

function insideOf(folder: string): readonly string[] {
  return orNot(() => {
    const entries = readdirSync(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
    return folders.slice(0, MOST_INSIDE).map(({ name }) => join(folder, name));
  }, []);
}

/** Where a path leads when links are followed, as far as it is there. */
function reallyAt(path: string): string {
  const real = orNot(() => realpathSync(path), undefined);
  if (real !== undefined) return real;
  const above = dirname(path);
  return above === path ? path : join(reallyAt(above), basename(path));
}

/** What the disk refuses is not there for this: whoever goes on to write hears of it. */
function orNot<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return otherwise;
    throw error;
  }
}
