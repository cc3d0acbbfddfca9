import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { onDisk, systemCode } from './storage-error.ts';

/**
 * Writes a whole file so that after a crash either the old or the new content is there: a uniquely named temporary file beside it, fsync,
 * rename, fsync of the folder. Throws `StorageError`; the old content is then untouched.
 */
export function writeFileDurably(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  return onDisk('write file', async () => {
    const folder = dirname(path);
    await makeFolder(folder);
    const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const handle = await open(temporary, 'wx', mode);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(folder);
  });
}

/** Forces a folder's entries to the disk, where the system can do that (Windows can't, and does not need it after a rename). */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL' && code !== 'EACCES') throw error;
  } finally {
    await handle?.close();
  }
}
