import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createBucketStore } from '../../../src/platform/object-store/bucket/bucket-store.ts';
import { localUploadBook } from '../../../src/platform/object-store/bucket/local-upload-book.ts';
import { createLocalFolder } from '../../../src/platform/snapshots/snapshot-folder.ts';
import { bucketOptions } from '../../support/bucket/bucket-for-tests.ts';
import { keepingLogger } from '../../support/quiet-logger.ts';
import { residentMb } from '../figures.ts';

const SIZE = 2 * 1024 ** 3;
const PART = 8 * 1024 ** 2;
const KEY = 'blobs/00/video';

/**
 * A video of two gigabytes goes up, its process is killed at half, and another goes on. The store keeps nothing of it but counts: what is measured is
 * what went over the wire.
 */
export async function measureUpload(data: string) {
  const sink = await startSink();
  const started = performance.now();
  const first = startUpload(sink.endpoint, data);
  await sink.reached(SIZE / 2);
  first.kill('SIGKILL');
  await once(first, 'close');
  const atKill = sink.bytes();
  const [second] = await once(startUpload(sink.endpoint, data), 'close');
  if (second !== 0 || !sink.isComplete()) throw new Error('The upload did not end.');
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const twiceBytes = sink.bytes() - SIZE;
  await sink.stop();
  return { bytes: SIZE, atKill, twiceBytes, partBytes: PART, seconds };
}

/** In a process of its own: sends the video. */
export async function uploadVideo(endpoint: string, data: string) {
  const uploads = localUploadBook(createLocalFolder(data, keepingLogger()));
  const server = { endpoint, region: 'us-east-1', keys: { accessKeyId: 'k', secretAccessKey: 's' } };
  const store = createBucketStore(bucketOptions(server, 'bucket', { uploads }));
  const piece = new Uint8Array(1024 ** 2).fill(7);
  const open = async function* () {
    for (let sent = 0; sent < SIZE; sent += piece.length) yield piece;
  };
  const outcome = await store.putIfAbsent(KEY, { size: SIZE, open });
  return { outcome, memoryMb: residentMb() };
}

function startUpload(endpoint: string, data: string) {
  const script = fileURLToPath(new URL('../bucket.ts', import.meta.url));
  return spawn(process.execPath, [script, 'upload-video', data, endpoint], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** A store that takes parts and forgets them. Bytes are counted as they come, of parts that were cut off, too. */
async function startSink() {
  let bytes = 0;
  let complete = false;
  let goal = Number.POSITIVE_INFINITY;
  let reached: () => void = () => undefined;
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '', 'http://sink');
    answer.setHeader('x-amz-request-id', '1');
    if (request.method === 'HEAD') {
      answer.writeHead(complete ? 200 : 404, complete ? { 'content-length': SIZE, etag: '"v"' } : {}).end();
      return;
    }
    try {
      for await (const piece of request) {
        if (url.searchParams.has('partNumber')) bytes += piece.length;
        if (bytes >= goal) reached();
      }
    } catch {
      return; // The process that sent it was killed.
    }
    if (url.searchParams.has('uploads'))
      answer.end('<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>');
    else if (url.searchParams.has('partNumber')) answer.writeHead(200, { etag: '"p"' }).end();
    else {
      complete = true;
      answer.end('<CompleteMultipartUploadResult/>');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bytes: () => bytes,
    isComplete: () => complete,
    reached: (count: number) =>
      new Promise<void>((resolve) => {
        goal = count;
        reached = resolve;
      }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
