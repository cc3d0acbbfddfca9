import { shell } from 'electron';
import type { ActionOutcome } from '../../contract/shell.ts';
import { says } from '../../shared/says/says.ts';
import { parseUrl } from '../base/parse-url.ts';

const allowed = new Set(['https:', 'mailto:']);

/** Opens a web or mail link in its own application; every other kind of link is refused. */
export async function openExternally(address: string): Promise<ActionOutcome> {
  const url = parseUrl(address);
  if (url === undefined || !allowed.has(url.protocol) || url.username !== '' || url.password !== '') {
    return { status: 'refused', says: says('shell.link-left-alone') };
  }
  try {
    await shell.openExternal(url.href);
    return { status: 'done' };
  } catch {
    return { status: 'failed', says: says('shell.link-not-opened') };
  }
}
