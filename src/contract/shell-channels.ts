/** Names that the window's three sides must agree on; without zod, because preload carries them too. */

/** Scheme and host of the application's own pages. */
export const appOrigin = 'app://kitbag';

/** Scheme under which blobs are served: `kitbag-file://blob/<sha256>?type=<media type>&name=<file name>`. */
export const fileScheme = 'kitbag-file';

/** The channel of every shell request is this plus its name. */
export const shellChannelPrefix = 'kitbag:';
/** The channel of notices from main to preload. */
export const shellNoticeChannel = 'kitbag-notice';
/** The channel over which main hands preload the port to the engine. */
export const enginePortChannel = 'kitbag-engine-port';

/**
 * The message by which preload hands the page the port to the engine: `event.data` is this string,
 * `event.ports[0]` the port, `event.source` the page's own window. It comes after `connectEngine()` and again after
 * every restart of the engine; the port before is then closed.
 */
export const enginePortMessage = 'kitbag:engine-port';

/** The URL under which a window reads a blob. */
export function blobUrl(sha256: string, mediaType: string, fileName?: string): string {
  const name = fileName === undefined ? '' : `&name=${encodeURIComponent(fileName)}`;
  return `${fileScheme}://blob/${sha256}?type=${encodeURIComponent(mediaType)}${name}`;
}
