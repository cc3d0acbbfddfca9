import { join } from 'node:path';

/** Where a blob lies, `<data>/blobs/<aa>/<sha256>`; undefined where the name is not a SHA-256 in lower-case hex. */
export function blobPath(dataFolder: string, sha256: string): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return join(dataFolder, 'blobs', sha256.slice(0, 2), sha256);
}
