import { join } from 'node:path';

/** Where blobs lie in a replica's folder. */
export const BLOBS_FOLDER = 'blobs';

/** Where a blob lies in the folder of blobs: `<aa>/<sha256>`. For names that are SHA-256 in lower-case hexadecimal. */
export function blobPath(root: string, sha256: string): string {
  return join(root, sha256.slice(0, 2), sha256);
}
