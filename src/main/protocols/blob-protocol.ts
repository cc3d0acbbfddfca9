import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import { appOrigin, fileScheme } from '../../contract/shell-channels.ts';
import { blobPath } from '../../platform/blobs/blob-path.ts';
import { parseUrl } from '../parse-url.ts';
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

const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Serves blobs, and only blobs, as `kitbag-file://blob/<sha256>`, streamed, with ranges. */
export function serveBlobs(protocol: Protocol, dataFolder: string): void {
  protocol.handle(fileScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, {});
    const url = parseUrl(request.url);
    const file =
      url === undefined || url.host !== 'blob' ? undefined : blobPath(dataFolder, url.pathname.slice(1));
    if (url === undefined || file === undefined) return answer(404, {});
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return answer(404, {});
    return serveFile(request, file, found.size, servedType(url.searchParams.get('type')));
  });
}

function serveFile(request: Request, file: string, size: number, type: string): Response {
  const range = readByteRange(request.headers.get('range'), size);
  const common = {
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=31536000, immutable',
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
  return answer(part ? 206 : 200, headers, empty ? null : bytesOf(file, start, end));
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
  body: ReadableStream | null = null,
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
