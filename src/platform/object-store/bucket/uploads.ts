import { Cancelled, throwIfAborted } from '../../../shared/ports/cancellation.ts';
import { checkSize, piecesOf, sizeOf } from '../../../sync/hub/content.ts';
import { type CallOptions, type Content, StoreError } from '../../../sync/hub/object-store.ts';
import { readText } from './answer-body.ts';
import { escaped, readRefusal, readXml, textIn } from './answer-xml.ts';
import { addressOf, keyInBucket } from './bucket-address.ts';
import type { BucketClient } from './bucket-client.ts';
import { BROKEN_OFF, BucketError, meaningOf, NOT_S3 } from './bucket-error.ts';
import { sizeOfObject } from './object-reader.ts';
import { knowsNoConditions, ONLY_NEW } from './put-object.ts';
import type { BegunUpload, UploadBook } from './upload-book.ts';

/** More parts than this no store takes. */
const MOST_PARTS = 10_000;
/** An upload that nobody went on with for so long is given up; stores may have removed its parts by themselves after that. */
const FORGOTTEN_MS = 6 * 24 * 60 * 60 * 1000;
const LONGEST_ANSWER = 64 * 1024;

type UploadOptions = CallOptions & { readonly onlyWhereNothingIs: boolean };

/**
 * Big contents in parts, one after the other: however an upload ends, no more than the part that was on its way goes up twice. Which parts the
 * store has stands in the book, so that the next process goes on with them; what is begun and never ended is cleaned up by its own device.
 */
export class Uploads {
  readonly #client: BucketClient;
  readonly #book: UploadBook;
  #cleaned = false;

  constructor(client: BucketClient, book: UploadBook) {
    this.#client = client;
    this.#book = book;
  }

  /** Writes a content; `false` when somebody else was faster. */
  async upload(key: string, content: Content, options: UploadOptions): Promise<boolean> {
    await this.#cleanUp(options);
    const address = this.#address(key);
    const kept = (await this.#book.all()).get(address);
    const size = sizeOf(content);
    if (kept !== undefined && kept.size === size && !this.#isForgotten(kept)) {
      const ended = await this.#goOn(key, content, kept, options);
      if (ended !== 'gone') return ended === 'stored';
    }
    const begun = await this.#begin(key, size, options);
    const ended = await this.#goOn(key, content, begun, options);
    if (ended === 'gone') throw new BucketError(key, 'NoSuchUpload', BROKEN_OFF);
    return ended === 'stored';
  }

  async #begin(key: string, size: number, { signal }: CallOptions): Promise<BegunUpload> {
    const call = { method: 'POST', key, query: { uploads: '' }, signal } as const;
    const uploadId = await this.#client.ask(call, async ({ body }) => {
      const root = readXml(await readText(key, body, LONGEST_ANSWER, this.#client.tuning));
      const id = root && textIn(root, 'UploadId');
      if (id === undefined || id === '') throw new BucketError(key, 'no upload', NOT_S3);
      return id;
    });
    const partSize = Math.max(this.#client.tuning.partSize, Math.ceil(size / MOST_PARTS));
    const begun = { uploadId, size, partSize, begunAt: this.#client.clock.now(), receipts: [] };
    await this.#book.note(this.#address(key), begun);
    return begun;
  }

  async #goOn(
    key: string,
    content: Content,
    begun: BegunUpload,
    options: UploadOptions,
  ): Promise<'stored' | 'present' | 'gone'> {
    try {
      const receipts = await this.#sendParts(key, content, begun, options);
      const stored = await this.#complete(key, begun, receipts, options);
      await this.#book.note(this.#address(key), undefined);
      if (!stored) await this.#abort(key, begun.uploadId);
      return stored ? 'stored' : 'present';
    } catch (error) {
      if (isGone(error)) {
        await this.#book.note(this.#address(key), undefined);
        // Perhaps because it was completed, and only the answer was lost.
        return (await sizeOfObject(this.#client, key, options.signal)) === begun.size ? 'stored' : 'gone';
      }
      // The store's and the network's troubles pass, and a stop is no end; a source that fails is another content the next time.
      if (!(error instanceof StoreError) && !(error instanceof Cancelled)) await this.#giveUp(key, begun);
      throw error;
    }
  }

  async #sendParts(
    key: string,
    content: Content,
    begun: BegunUpload,
    { signal }: CallOptions,
  ): Promise<readonly string[]> {
    const receipts = [...begun.receipts];
    let number = 0;
    for await (const part of partsOf(content, begun.partSize)) {
      throwIfAborted(signal);
      number += 1;
      if (number <= receipts.length) continue;
      const query = { partNumber: String(number), uploadId: begun.uploadId };
      const receipt = await this.#client.ask(
        { method: 'PUT', key, query, body: part, signal },
        async (answer) => {
          answer.drop();
          return answer.headers.get('etag');
        },
      );
      if (receipt === null) throw new BucketError(key, 'no receipt', NOT_S3);
      receipts.push(receipt);
      await this.#book.note(this.#address(key), { ...begun, receipts: [...receipts] });
    }
    return receipts;
  }

  /** Puts the parts together; `false` when there is an object by now and none is to be replaced. */
  async #complete(
    key: string,
    { uploadId }: BegunUpload,
    receipts: readonly string[],
    options: UploadOptions,
  ): Promise<boolean> {
    const parts = receipts.map(
      (receipt, index) =>
        `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(receipt)}</ETag></Part>`,
    );
    const xml = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`;
    const ask = (headers: Readonly<Record<string, string>>) =>
      this.#client.ask(
        {
          method: 'POST',
          key,
          query: { uploadId },
          headers: { 'content-type': 'application/xml', ...headers },
          body: new TextEncoder().encode(xml),
          signal: options.signal,
          expects: [412],
        },
        async ({ status, body }) => {
          const text = await readText(key, body, LONGEST_ANSWER, this.#client.tuning);
          if (status === 412) return false;
          // The store begins to answer before it knows: a refusal may come with status 200.
          const refusal = readRefusal(text);
          if (refusal?.code === 'PreconditionFailed') return false;
          if (refusal !== undefined) throw new BucketError(key, refusal.code, meaningOf(500, refusal.code));
          return true;
        },
      );
    if (!options.onlyWhereNothingIs) return ask({});
    try {
      return await ask(ONLY_NEW);
    } catch (error) {
      if (!knowsNoConditions(error)) throw error;
      return ask({});
    }
  }

  async #giveUp(key: string, { uploadId }: BegunUpload): Promise<void> {
    await this.#book.note(this.#address(key), undefined);
    await this.#abort(key, uploadId);
  }

  /** Frees the room of an upload's parts. Not worth a failure: nobody sees them. */
  async #abort(key: string, uploadId: string): Promise<void> {
    const call = { method: 'DELETE', key, query: { uploadId }, expects: [404, 405] } as const;
    try {
      await this.#client.ask(call, async ({ drop }) => drop());
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#client.options.logger.warn('bucket-parts-left', { failure: error.failure });
    }
  }

  /** Frees, once in this store's life, what this device began long ago and never ended. */
  async #cleanUp({ signal }: CallOptions): Promise<void> {
    if (this.#cleaned) return;
    this.#cleaned = true;
    const root = `${this.#address('').replace(/\/$/, '')}/`;
    for (const [address, begun] of [...(await this.#book.all())]) {
      throwIfAborted(signal);
      if (address.startsWith(root) && this.#isForgotten(begun))
        await this.#giveUp(address.slice(root.length), begun);
    }
  }

  #isForgotten({ begunAt }: BegunUpload): boolean {
    // A clock that was set back makes an upload young again, never old.
    return this.#client.clock.now() - begunAt > FORGOTTEN_MS;
  }

  #address(key: string): string {
    return addressOf(this.#client.options, keyInBucket(this.#client.options, key));
  }
}

/** Whether a store no longer knows of an upload or has not got its parts: it has to begin anew. */
function isGone(error: unknown): boolean {
  return (
    error instanceof BucketError &&
    (error.code === 'NoSuchUpload' || error.code === 'InvalidPart' || error.code === 'InvalidPartOrder')
  );
}

/** A content in parts of one size, the last one smaller. Throws `RangeError` when it is not of the size that it says. */
async function* partsOf(content: Content, partSize: number): AsyncIterable<Uint8Array> {
  const size = sizeOf(content);
  let part = new Uint8Array(Math.min(partSize, size));
  let filled = 0;
  let length = 0;
  for await (const piece of piecesOf(content)) {
    if (length + piece.length > size) checkSize(length + piece.length, size);
    for (let from = 0; from < piece.length; ) {
      const taken = piece.subarray(from, from + part.length - filled);
      part.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      length += taken.length;
      // The last part waits for the end: what is longer than it said must not be completed.
      if (filled === part.length && length < size) {
        yield part;
        part = new Uint8Array(Math.min(partSize, size - length));
        filled = 0;
      }
    }
  }
  checkSize(length, size);
  yield part;
}
