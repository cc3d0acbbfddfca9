import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { BucketOptions } from '../../../../src/platform/object-store/bucket/bucket-options.ts';
import { localUploadBook } from '../../../../src/platform/object-store/bucket/local-upload-book.ts';
import type { UploadBook } from '../../../../src/platform/object-store/bucket/upload-book.ts';
import { createLocalFolder } from '../../../../src/platform/snapshots/snapshot-folder.ts';
import { Cancelled } from '../../../../src/shared/ports/cancellation.ts';
import type { ObjectStore } from '../../../../src/sync/hub/object-store.ts';
import type { FaultProxy } from '../../../support/bucket/fault-proxy.ts';
import { type Disturbed, describeBucket } from '../../../support/bucket/with-proxy.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = 'blobs/aa/large';
const PART = 5 * 1024 * 1024;
const DAY = 86_400_000;
/** Two parts and a bit. */
const CONTENT = new Uint8Array(randomBytes(2 * PART + 1000));

const content = {
  size: CONTENT.length,
  open: async function* () {
    for (let at = 0; at < CONTENT.length; at += 700_000) yield CONTENT.subarray(at, at + 700_000);
  },
};

/** A device's store: asked for again with the same folder, it is the device after a restart. */
async function device(
  bucket: Disturbed,
  folder: string,
  over: Partial<BucketOptions> = {},
): Promise<{ store: ObjectStore; book: UploadBook }> {
  const book = localUploadBook(createLocalFolder(folder, keepingLogger()));
  return { book, store: bucket.open({ uploads: book, ...over, tuning: { partSize: PART, ...over.tuning } }) };
}

const isPart = (_method: string, url: URL) => url.searchParams.has('partNumber');
const isPartNumber = (number: number) => (_method: string, url: URL) =>
  url.searchParams.get('partNumber') === String(number);
const isCompletion = (method: string, url: URL) => method === 'POST' && url.searchParams.has('uploadId');

/** The numbers of the parts that the store took, in order. */
function partsTaken(proxy: FaultProxy): readonly number[] {
  const parts = proxy.passed.filter(({ query, status }) => query.has('partNumber') && status === 200);
  return parts.map(({ query }) => Number(query.get('partNumber')));
}

async function holds(store: ObjectStore): Promise<boolean> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await store.open(KEY)) ?? []) pieces.push(piece);
  return Buffer.compare(Buffer.concat(pieces), CONTENT) === 0;
}

describeBucket('a large content', (bucket) => {
  it('goes up in parts, of which one is sent again when it fails', async () => {
    const { proxy } = bucket();
    const { store } = await device(bucket(), await temporaryFolder());
    proxy.disturb({ kind: 'answer', status: 500, code: 'InternalError' }, isPart);
    expect(await store.putIfAbsent(KEY, content)).toBe('stored');
    expect(partsTaken(proxy)).toEqual([1, 2, 3]);
    expect(await holds(store)).toBe(true);
    expect(await store.putIfAbsent(KEY, content)).toBe('present');
  });

  it('goes on after a kill where it was: no part twice that the store had', async () => {
    const { proxy } = bucket();
    const folder = await temporaryFolder();
    const before = await device(bucket(), folder);
    const stop = new AbortController();
    const dying = {
      size: content.size,
      open: async function* () {
        let bytes = 0;
        for await (const piece of content.open()) {
          bytes += piece.length;
          yield piece;
          // In the middle of the third part, of which nothing has gone up.
          if (bytes > 2 * PART) stop.abort();
        }
      },
    };
    const call = before.store.putIfAbsent(KEY, dying, { signal: stop.signal });
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(partsTaken(proxy)).toEqual([1, 2]);
    expect(await before.store.stat(KEY)).toBeUndefined();
    const after = await device(bucket(), folder);
    expect(await after.store.putIfAbsent(KEY, content)).toBe('stored');
    expect(partsTaken(proxy)).toEqual([1, 2, 3]);
    expect(await holds(after.store)).toBe(true);
    expect((await after.book.all()).size).toBe(0);
  });

  it('goes on after the network was away', async () => {
    const { proxy } = bucket();
    const { store } = await device(bucket(), await temporaryFolder());
    proxy.disturb({ kind: 'reset' }, isPartNumber(2), 5);
    await expect(store.putIfAbsent(KEY, content)).rejects.toMatchObject({ failure: 'unreachable' });
    expect(await store.putIfAbsent(KEY, content)).toBe('stored');
    expect(partsTaken(proxy)).toEqual([1, 2, 3]);
  });

  it('begins anew where the store has thrown its parts away', async () => {
    const { proxy } = bucket();
    const { store } = await device(bucket(), await temporaryFolder());
    proxy.disturb({ kind: 'reset' }, isPartNumber(3), 5);
    await expect(store.putIfAbsent(KEY, content)).rejects.toMatchObject({ failure: 'unreachable' });
    proxy.disturb({ kind: 'answer', status: 404, code: 'NoSuchUpload' }, isPart);
    expect(await store.putIfAbsent(KEY, content)).toBe('stored');
    expect(partsTaken(proxy)).toEqual([1, 2, 1, 2, 3]);
    expect(await holds(store)).toBe(true);
  });

  it('is whole where the answer that it is was lost', async () => {
    const { proxy } = bucket();
    const { store } = await device(bucket(), await temporaryFolder());
    proxy.disturb({ kind: 'lose-answer' }, isCompletion);
    expect(['stored', 'present']).toContain(await store.putIfAbsent(KEY, content));
    expect(partsTaken(proxy)).toEqual([1, 2, 3]);
    expect(await holds(store)).toBe(true);
  });

  it('is not taken for whole where a refusal comes with status 200', async () => {
    const { proxy } = bucket();
    const { store } = await device(bucket(), await temporaryFolder(), { tuning: { tries: 1 } });
    proxy.disturb({ kind: 'answer', status: 200, code: 'InternalError' }, isCompletion);
    await expect(store.putIfAbsent(KEY, content)).rejects.toMatchObject({ failure: 'unreachable' });
    expect(await store.stat(KEY)).toBeUndefined();
    expect(await store.putIfAbsent(KEY, content)).toBe('stored');
    expect(partsTaken(proxy)).toEqual([1, 2, 3]);
  });

  it('leaves no parts of a source that failed', async () => {
    const { proxy } = bucket();
    const { store, book } = await device(bucket(), await temporaryFolder());
    const failing = {
      size: content.size,
      open: async function* () {
        yield CONTENT.subarray(0, PART + 1);
        throw new Error('the own file is gone');
      },
    };
    await expect(store.putIfAbsent(KEY, failing)).rejects.toThrow('the own file is gone');
    expect((await book.all()).size).toBe(0);
    const last = proxy.passed.at(-1);
    expect([last?.method, last?.query.has('uploadId'), last?.status]).toEqual(['DELETE', true, 204]);
  });

  it('is cleaned up a week after it was begun and left', async () => {
    const { proxy } = bucket();
    const folder = await temporaryFolder();
    const { store } = await device(bucket(), folder);
    proxy.disturb({ kind: 'reset' }, isPartNumber(2), 5);
    await expect(store.putIfAbsent(KEY, content)).rejects.toMatchObject({ failure: 'unreachable' });
    const kept = localUploadBook(createLocalFolder(folder, keepingLogger()));
    for (const [address, upload] of [...(await kept.all())])
      await kept.note(address, { ...upload, begunAt: upload.begunAt - 7 * DAY });
    const later = await device(bucket(), folder);
    expect(await later.store.putIfAbsent('blobs/aa/other', content)).toBe('stored');
    expect((await later.book.all()).size).toBe(0);
    const aborted = proxy.passed.filter(({ method, path }) => method === 'DELETE' && path.endsWith(KEY));
    expect(aborted.map(({ status }) => status)).toEqual([204]);
  });

  it('goes up from the start where the book is no book', async () => {
    const folder = await temporaryFolder();
    const local = createLocalFolder(folder, keepingLogger());
    await local.save('uploads', { [KEY]: { uploadId: 7 } });
    const { store } = await device(bucket(), folder);
    expect(await store.putIfAbsent(KEY, content)).toBe('stored');
  });
});
