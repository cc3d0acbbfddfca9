import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol } from 'electron';
import { parseUrl } from '../base/parse-url.ts';

/** The page's policy: nothing from elsewhere, no eval; Mantine writes style elements, pdf.js compiles WebAssembly. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' kitbag-file: blob: data:",
  'media-src kitbag-file: blob:',
  "font-src 'self' data:",
  "connect-src 'self' kitbag-file:",
  "worker-src 'self' blob:",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves the built page, and nothing outside its folder, as `app://kitbag/…`. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle('app', async (request) => {
    const file = fileOf(request, folder);
    if (file === undefined) return refusal(404);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) return refusal(404);
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: {
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Length': String(bytes.length),
        'Content-Security-Policy': pagePolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    });
  });
}

/** The file that a request means; undefined where it means none of ours. The root is the page itself. */
function fileOf(request: Request, folder: string): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const url = parseUrl(request.url);
  if (url === undefined || url.host !== 'kitbag') return undefined;
  const path = decoded(url.pathname);
  if (path === undefined || path.includes('\0')) return undefined;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'Content-Security-Policy': pagePolicy } });
}
