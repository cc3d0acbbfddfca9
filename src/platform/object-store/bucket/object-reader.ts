import { throwIfAborted } from '../../../shared/ports/cancellation.ts';
import { checkLimit } from '../../../sync/hub/content.ts';
import { type ReadOptions, StoreError } from '../../../sync/hub/object-store.ts';
import { announcedLength, piecesOfBody, readBytes, readText, truncated } from './answer-body.ts';
import { readRefusal } from './answer-xml.ts';
import { type Answer, type BucketClient, type Call, fromStore } from './bucket-client.ts';
import { BucketError, meaningOf, NOT_S3 } from './bucket-error.ts';

const LONGEST_REFUSAL = 64 * 1024;

/** Reads a whole object; `undefined` when it is not there. */
export function readObject(
  client: BucketClient,
  key: string,
  { limit, signal }: { readonly limit: number } & ReadOptions,
): Promise<Uint8Array | undefined> {
  return client.ask({ method: 'GET', key, signal, expects: [404] }, async (answer) => {
    if (!(await isThere(client, key, answer))) return undefined;
    const announced = announcedLength(answer.headers);
    return readBytes(key, answer.body, { limit, announced }, client.tuning);
  });
}

/** The size of an object; `undefined` when it is not there. */
export function sizeOfObject(
  client: BucketClient,
  key: string,
  signal: ReadOptions['signal'],
): Promise<number | undefined> {
  return client.ask({ method: 'HEAD', key, signal, expects: [404] }, async (answer) => {
    answer.drop();
    if (answer.status === 404) return undefined;
    if (!fromStore(answer)) throw new BucketError(key, 'no store', NOT_S3);
    return announcedLength(answer.headers) ?? 0;
  });
}

/** Opens an object to be read in pieces; `undefined` when it is not there. What breaks off goes on where it was. */
export async function openObject(
  client: BucketClient,
  key: string,
  options: ReadOptions,
): Promise<AsyncIterableIterator<Uint8Array> | undefined> {
  const call: Call = { method: 'GET', key, signal: options.signal, expects: [404] };
  const first = await client.ask(call, async (answer) => {
    if (!(await isThere(client, key, answer))) return undefined;
    const size = announcedLength(answer.headers);
    if (size !== undefined) checkLimit(key, size, options.limit ?? Number.POSITIVE_INFINITY);
    return { answer, size, etag: answer.headers.get('etag') };
  });
  return first && new Download(client, key, options, first);
}

type Opened = { readonly answer: Answer; readonly size: number | undefined; readonly etag: string | null };

class Download implements AsyncIterableIterator<Uint8Array> {
  readonly #client: BucketClient;
  readonly #key: string;
  readonly #options: ReadOptions;
  readonly #size: number | undefined;
  readonly #etag: string | null;
  #answer: Answer;
  #pieces: AsyncIterableIterator<Uint8Array>;
  #position = 0;
  /** Bytes that a store without ranges sends once more. */
  #again = 0;
  /** Times in a row that it broke off before anything came. */
  #futile = 0;
  #open = true;

  constructor(client: BucketClient, key: string, options: ReadOptions, { answer, size, etag }: Opened) {
    this.#client = client;
    this.#key = key;
    this.#options = options;
    this.#size = size;
    this.#etag = etag;
    this.#answer = answer;
    this.#pieces = piecesOfBody(key, answer.body, client.tuning);
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array>> {
    while (this.#open) {
      try {
        throwIfAborted(this.#options.signal);
        const piece = await this.#piece();
        if (piece === undefined) return this.return();
        if (piece.length > 0) return { done: false, value: piece };
      } catch (error) {
        await this.return();
        throw error;
      }
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Uint8Array>> {
    if (this.#open) {
      this.#open = false;
      await this.#pieces.return?.();
      this.#answer.drop();
    }
    return { done: true, value: undefined };
  }

  /** The next piece, maybe empty; `undefined` at the end. */
  async #piece(): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await this.#pieces.next();
      if (done === true) {
        if (this.#size === undefined || this.#position === this.#size) return undefined;
        throw truncated(this.#key);
      }
      const fresh = value.subarray(Math.min(value.length, this.#again));
      this.#again -= value.length - fresh.length;
      this.#position += fresh.length;
      if (fresh.length > 0) this.#futile = 0;
      return fresh;
    } catch (error) {
      throwIfAborted(this.#options.signal);
      // Without a tag it can't be told whether the rest belongs to what was read.
      if (!(error instanceof BucketError) || error.meaning.passing !== true || this.#etag === null)
        throw error;
      this.#futile += 1;
      if (this.#futile > this.#client.tuning.tries) throw error;
      await this.#goOn(this.#etag);
      return new Uint8Array();
    }
  }

  async #goOn(etag: string): Promise<void> {
    this.#answer.drop();
    const call: Call = {
      method: 'GET',
      key: this.#key,
      signal: this.#options.signal,
      headers: { range: `bytes=${this.#position}-`, 'if-match': etag },
      expects: [404, 412, 416],
    };
    this.#answer = await this.#client.ask(call, async (answer) => {
      const same = answer.headers.get('etag') === etag;
      if ((answer.status === 200 || answer.status === 206) && same) return answer;
      throw new StoreError('busy', this.#key, 'it was replaced while it was read');
    });
    this.#again = this.#answer.status === 206 ? 0 : this.#position;
    this.#pieces = piecesOfBody(this.#key, this.#answer.body, this.#client.tuning);
  }
}

/** Whether an answer brings an object. Throws where it is the bucket that is not there, or where no store answered. */
async function isThere(client: BucketClient, key: string, answer: Answer): Promise<boolean> {
  if (answer.status !== 404) {
    if (fromStore(answer)) return true;
    throw new BucketError(key, 'no store', NOT_S3);
  }
  const refusal = readRefusal(await readText(key, answer.body, LONGEST_REFUSAL, client.tuning));
  if (refusal === undefined) throw new BucketError(key, 'no store', NOT_S3);
  const meaning = meaningOf(404, refusal.code);
  if (meaning.problem !== undefined) throw new BucketError(key, refusal.code, meaning);
  return false;
}
