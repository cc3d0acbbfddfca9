import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Logger } from '../../shared/ports/logger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { ObjectStore } from '../../sync/hub/object-store.ts';
import { makeFolder } from '../system/make-folder.ts';
import { systemCode } from '../system/storage-error.ts';
import { type FolderHints, watchFolder } from './folder-hints.ts';
import { createFolderStore } from './folder-store.ts';
import { Lanes } from './lanes.ts';
import type { LocationRefusal } from './location.ts';

/** A folder's store and what goes with it. */
type OpenedFolder = {
  readonly store: ObjectStore;
  /** Begins to tell when a poll is worth while. */
  readonly watch: (onHint: () => void, logger: Logger) => FolderHints;
};

/** How long a drive may take to say where a folder really lies. */
const LOOK_MS = 5_000;

/**
 * Opens the store in a folder, named by its absolute path. It need not be there now (its calls then fail with `unreachable`), and nothing is made
 * or written. `dataFolder`: the replica's own, a hub may neither lie in it nor around it.
 */
export async function openFolder(
  folder: string,
  dataFolder: string,
): Promise<Result<OpenedFolder, LocationRefusal>> {
  const [hub, replica] = await Promise.all([reallyAt(folder), reallyAt(resolve(dataFolder))]);
  if (contains(replica, hub)) {
    return refuse('inside-replica', says('folder.inside-replica'));
  }
  if (contains(hub, replica)) {
    return refuse('around-replica', says('folder.around-replica'));
  }
  return ok({
    store: createFolderStore(folder),
    watch: (onHint, logger) => watchFolder(folder, { onHint, logger }),
  });
}

/** A hub's folder is made for everybody whom its disk lets in: colleagues are to write there. */
const SHARED_FOLDER = 0o777;

/**
 * Makes the folder for a new hub where there is none, but none of those above it: a mistyped path would make a hub elsewhere. The only thing that ever makes one: while a hub is merely away, an empty folder in its
 * place would look like a hub without content.
 */
export async function createHubFolder(folder: string): Promise<Result<'made' | 'there', LocationRefusal>> {
  try {
    if ((await stat(folder)).isDirectory()) return ok('there');
    return refuse('not-a-folder', says('folder.is-file'));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') return notMade(error);
  }
  const above = dirname(folder);
  if (!(await isThere(above))) {
    return refuse('not-made', says('folder.none-above', { above }));
  }
  try {
    await makeFolder(folder, SHARED_FOLDER);
    return ok('made');
  } catch (error) {
    return notMade(error);
  }
}

/** Whether a folder is not there although the one above it is. A drive that does not answer says nothing. */
export async function isFolderGone(folder: string): Promise<boolean> {
  const lanes = new Lanes(1, LOOK_MS);
  const isThere = async (path: string): Promise<boolean | 'unknown'> => {
    try {
      return (await lanes.run(() => stat(path))).isDirectory();
    } catch (error) {
      return systemCode(error) === 'ENOENT' ? false : 'unknown';
    }
  };
  return (await isThere(folder)) === false && (await isThere(dirname(folder))) === true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    // Anything else says more when something is made there.
    return systemCode(error) !== 'ENOENT';
  }
}

function notMade(error: unknown) {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOTDIR') {
    return refuse('not-a-folder', says('folder.below-file'));
  }
  return refuse('not-made', says('folder.not-made', { code }));
}

/** Where a path leads when links are followed, as far as it is there. A drive that does not answer is taken at its word. */
async function reallyAt(path: string): Promise<string> {
  try {
    return await new Lanes(1, LOOK_MS).run(() => realpath(path));
  } catch (error) {
    const above = dirname(path);
    if (above === path || systemCode(error) !== 'ENOENT') return path;
    return join(await reallyAt(above), basename(path));
  }
}

/** Whether a path is another or lies in it. Upper and lower case are one: better one refusal too many than a hub in a replica. */
function contains(outer: string, inner: string): boolean {
  const way = relative(outer.toLowerCase(), inner.toLowerCase());
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function refuse(code: LocationRefusal['code'], why: Says) {
  return err({ code, says: why });
}
