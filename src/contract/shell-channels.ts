/** Names that the window's three sides must agree on; without zod, because preload carries them too. */

import { wellFormed } from '../shared/well-formed.ts';

/** Scheme and host of the application's own pages. */
export const appOrigin = 'app://kitbag';

/**
 * Scheme under which files are served: blobs as `kitbag-file://blob/<sha256>?type=<media type>&name=<file name>`, pictures of pages
 * as `kitbag-file://page/<version>/<page>?width=<pixels>&mark=<word>&mark=<word>`.
 */
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

/** The URL under which a window sees one page of a version as a picture; there is none where it can't be drawn. `width` in pixels. */
export function pageUrl(version: string, page: number, width: number, words: readonly string[] = []): string {
  const marks = words.map((word) => `&mark=${encodeURIComponent(wellFormed(word))}`).join('');
  return `${fileScheme}://page/${version}/${page}?width=${width}${marks}`;
}

/** The same where a page is wanted as it looks or not at all, never its text in its place. */
export function drawnPageUrl(version: string, page: number, width: number): string {
  return `${pageUrl(version, page, width)}&only=drawn`;
}

/** The URL under which a window reads a blob. */
export function blobUrl(sha256: string, mediaType: string, fileName?: string): string {
  const name = fileName === undefined ? '' : `&name=${encodeURIComponent(fileName)}`;
  return `${fileScheme}://blob/${sha256}?type=${encodeURIComponent(mediaType)}${name}`;
}
