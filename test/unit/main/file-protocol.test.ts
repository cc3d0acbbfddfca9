import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Protocol } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskedPage } from '../../../src/contract/page-picture.ts';
import { blobUrl, pageUrl } from '../../../src/contract/shell-channels.ts';
import { serveFiles } from '../../../src/main/protocols/file-protocol.ts';
import { BLOBS_FOLDER, blobPath } from '../../../src/platform/blobs/blob-path.ts';

const SHA = 'ab'.repeat(32);
const VERSION = 'v_0123456789abcdef';
type Handler = (request: Request) => Response | Promise<Response>;

describe('What a window reads as kitbag-file', () => {
  let folder: string;
  let handler: Handler;
  let asked: AskedPage[];
  let drawn: { mediaType: string; bytes: Uint8Array } | null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kitbag-files-'));
    asked = [];
    drawn = { mediaType: 'image/webp', bytes: new TextEncoder().encode('a picture') };
    const protocol: Pick<Protocol, 'handle'> = {
      handle: (_scheme, given) => {
        handler = given;
      },
    };
    serveFiles(protocol, folder, async (page) => {
      asked.push(page);
      return drawn;
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (url: string, init?: RequestInit) => handler(new Request(url, init));

  const keep = (content: string) => {
    const path = blobPath(join(folder, BLOBS_FOLDER), SHA);
    if (path === undefined) throw new Error('There is no such place.');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };

  it('is a blob, or a part of it', async () => {
    keep('0123456789');
    const whole = await read(blobUrl(SHA, 'text/plain', 'a&b.txt'));
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    const part = await read(blobUrl(SHA, 'text/plain'), { headers: { Range: 'bytes=2-4' } });
    expect([part.status, await part.text()]).toEqual([206, '234']);
  });

  it('is never shown as a page of the web', async () => {
    keep('<script>alert(1)</script>');
    for (const type of ['text/html', 'image/svg+xml;x', 'application/xhtml+xml', '']) {
      const answer = await read(blobUrl(SHA, type));
      expect(answer.headers.get('Content-Type')).not.toMatch(/html/);
      expect(answer.headers.get('Content-Security-Policy')).toMatch(/^sandbox; default-src 'none'/);
    }
    drawn = { mediaType: 'text/html', bytes: new Uint8Array() };
    const page = await read(pageUrl(VERSION, 1, 144));
    expect(page.headers.get('Content-Type')).toBe('application/octet-stream');
  });

  it('is the picture of a page, with the words that are to be marked', async () => {
    const words = ['price & terms', 'a/b?c#d', 'Größe', 'half \ud800'];
    const answer = await read(pageUrl(VERSION, 3, 640, words));
    expect([answer.status, await answer.text()]).toEqual([200, 'a picture']);
    expect(answer.headers.get('Content-Type')).toBe('image/webp');
    const heard = ['price & terms', 'a/b?c#d', 'Größe', 'half \ufffd'];
    expect(asked).toEqual([{ version: VERSION, page: 3, width: 640, words: heard }]);
  });

  it('is nothing where a page can’t be drawn', async () => {
    drawn = null;
    expect((await read(pageUrl(VERSION, 1, 144))).status).toBe(204);
  });

  it('is nothing where what is asked for can’t be, and nobody is asked to draw it', async () => {
    for (const url of [
      pageUrl('v_short', 1, 144),
      pageUrl(VERSION, 0, 144),
      pageUrl(VERSION, 1.5, 144),
      pageUrl(VERSION, 1, 31),
      pageUrl(VERSION, 1, 100_000),
      pageUrl(VERSION, 1, 144, ['x'.repeat(201)]),
      pageUrl(VERSION, 1, 144, Array<string>(101).fill('x')),
      `kitbag-file://page/${VERSION}/1/2?width=144`,
      `kitbag-file://page/${VERSION}?width=144`,
      `kitbag-file://elsewhere/${VERSION}/1?width=144`,
      'kitbag-file://blob/..%2F..%2Fkeys',
      blobUrl(SHA, 'text/plain'),
    ]) {
      expect([url, (await read(url)).status]).toEqual([url, 404]);
    }
    expect((await read(pageUrl(VERSION, 1, 144), { method: 'POST' })).status).toBe(405);
    expect(asked).toEqual([]);
  });
});
