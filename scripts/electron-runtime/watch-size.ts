import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const everyMs = 300;

/**
 * Tells how many bytes lie in a folder while another program fills it; the result stops it. npm says nothing while it downloads, but
 * writes what has come into its cache.
 */
export function watchSize(folder: string, tell: (bytes: number) => void): () => void {
  const timer = setInterval(() => tell(sizeOf(folder)), everyMs);
  return () => clearInterval(timer);
}

function sizeOf(folder: string): number {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
    }
  } catch {
    // Files come and go while npm works, and at first there is no folder: the next look counts again.
  }
  return bytes;
}
