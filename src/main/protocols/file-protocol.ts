import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import type { AskedPage } from '../../contract/page-picture.ts';
import { appOrigin, fileScheme } from '../../contract/shell-channels.ts';
import { type StoredFile, storedFile } from '../../node/stored-file.ts';
import { parseUrl } from '../base/parse-url.ts';
import type { PagePicture } from '../host/engine-messages.ts';
import { askedPage } from './asked-page.ts';
import { readByteRange } from './byte-range.ts';

/** Types that a window shows by itself; everything else is bytes. Never a type that a browser would run as a page. */
const servedTypes = new Set([
  'application/pdf',
  'application/json',
  'application/gzip',
  'text/plain',
  'text/markdown',
  'text/csv',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/svg+xml',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'audio/flac',
  'audio/aac',
]);

/** What a digest or a version names never changes. */
const KEPT = 'private, max-age=31536000, immutable';
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Draws a page as a picture; null where there is none, or nobody to draw it. */
type DrawPage = (asked: AskedPage) => Promise<PagePicture | null>;

/** Serves blobs, streamed and with ranges, and pictures of pages; nothing else. The URLs are `blobUrl` and `pageUrl` of the contract. */
export function serveFiles(protocol: Pick<Protocol, 'handle'>, dataFolder: string, drawPage: DrawPage): void {
  protocol.handle(fileScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, {});
    const url = parseUrl(request.url);
    if (url?.host === 'blob')
      return serveBlob(request, url, await storedFile(dataFolder, url.pathname.slice(1)));
    if (url?.host === 'page') return servePage(request, askedPage(url), drawPage);
    return answer(404, {});
  });
}

function serveBlob(request: Request, url: URL, file: StoredFile | undefined): Response {
  if (file === undefined) return answer(404, {});
  return serveFile(request, file, servedType(url.searchParams.get('type')));
}

async function servePage(
  request: Request,
  asked: AskedPage | undefined,
  drawPage: DrawPage,
): Promise<Response> {
  if (asked === undefined) return answer(404, {});
  const picture = await drawPage(asked);
  // No fault of the window's, which would write a 404 down as one: it shows what it shows without a picture.
  if (picture === null) return answer(204, {});
  const headers = {
    'Content-Type': servedType(picture.mediaType),
    'Content-Length': String(picture.bytes.length),
    'Cache-Control': KEPT,
  };
  return answer(200, headers, request.method === 'HEAD' ? null : new Uint8Array(picture.bytes));
}

function serveFile(request: Request, { path, size }: StoredFile, type: string): Response {
  const range = readByteRange(request.headers.get('range'), size);
  const common = {
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': KEPT,
  };
  if (range.kind === 'unsatisfiable') return answer(416, { ...common, 'Content-Range': `bytes */${size}` });
  const part = range.kind === 'part';
  const start = part ? range.start : 0;
  const end = part ? range.end : size - 1;
  const headers = {
    ...common,
    'Content-Length': String(end - start + 1),
    ...(part ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  };
  const empty = request.method === 'HEAD' || size === 0;
  return answer(part ? 206 : 200, headers, empty ? null : bytesOf(path, start, end));
}

function bytesOf(file: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(file, { start, end, highWaterMark: 256 * 1024 })) as ReadableStream;
}

function servedType(asked: string | null): string {
  const type = asked?.toLowerCase().split(';')[0]?.trim() ?? '';
  if (!servedTypes.has(type)) return 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

function answer(
  status: number,
  headers: Record<string, string>,
  body: ReadableStream | Uint8Array<ArrayBuffer> | null = null,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': policy,
      'Access-Control-Allow-Origin': appOrigin,
      'Access-Control-Expose-Headers': 'Content-Length, Content-Range, Accept-Ranges',
    },
  });
}
