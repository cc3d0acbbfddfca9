import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOBS_FOLDER, blobPath } from '../platform/blobs/blob-path.ts';
import { isSha256 } from '../shared/vocabulary/ids.ts';

/** A file that a replica holds, and where it lies. */
export type StoredFile = { readonly path: string; readonly size: number };

/** The file of a digest in a replica's folder, for processes other than the engine's; `undefined` where it is not here or the digest is none. */
export async function storedFile(dataFolder: string, sha256: string): Promise<StoredFile | undefined> {
  if (!isSha256(sha256)) return undefined;
  const path = blobPath(join(dataFolder, BLOBS_FOLDER), sha256);
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? { path, size: found.size } : undefined;
}
