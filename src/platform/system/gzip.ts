import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Compression } from '../../sync/hub/compression.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip) as (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>;

/** Gzip by Node's own module, off the main thread. */
export const nodeGzip: Compression = {
  gzip: (bytes) => pack(bytes),
  gunzip: async (bytes, atMost) => {
    try {
      return await unpack(bytes, { maxOutputLength: atMost });
    } catch (error) {
      // Damaged, cut off or too large: all of it is 'no bundle'.
      if (error instanceof Error && 'code' in error) return undefined;
      throw error;
    }
  },
};
