/**
 * Folders of a file server as Windows writes them (`\\server\share\folder`). Such a path is the same on every computer of a house. One out of an
 * invitation is only ever said, never opened: Windows would show the account's credentials to whichever server it names.
 */

const NETWORK_FOLDER = /^[\\/]{2}([^\\/?.][^\\/]*)[\\/]+([^\\/]+)(.*)$/;

/** The same folder as other systems write it (`smb://server/share/folder`); `undefined` where a path is no folder of a server. */
export function smbAddress(path: string): string | undefined {
  const [, server, share, below] = NETWORK_FOLDER.exec(path) ?? [];
  if (server === undefined || share === undefined) return undefined;
  const rest = (below ?? '').split(/[\\/]+/).filter((part) => part !== '');
  return `smb://${[server, share, ...rest].map(encodeURI).join('/')}`;
}

/** Whether a path begins as one of a server but names no folder there: read as a path it would be one of this computer. */
export function isServerAlone(path: string): boolean {
  return /^[\\/]{2}[^\\/?.]/.test(path) && smbAddress(path) === undefined;
}
