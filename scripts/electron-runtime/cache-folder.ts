import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runtimes are kept between starts and between checkouts: the user's cache folder. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'kitbag');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'kitbag', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'kitbag');
  return join(homedir(), '.cache', 'kitbag');
}
