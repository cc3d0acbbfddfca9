import { StoreError } from '../../../sync/hub/object-store.ts';
import { BROKEN_OFF, BucketError, meaningOfNetwork, networkCode } from './bucket-error.ts';
import type { BucketTuning } from './bucket-options.ts';

type Pace = Pick<BucketTuning, 'slowMs' | 'slowestBytes'>;

/**
 * A body in pieces, given up when it comes too slowly: a connection that died, or somebody who feeds a byte a second. Throws {@link BucketError}
 * when it breaks off. Giving it back ends the request.
 */
export function piecesOfBody(
  key: string,
  body: ReadableStream<Uint8Array> | null,
  pace: Pace,
): AsyncIterableIterator<Uint8Array> {
  const reader = body?.getReader();
  let since = performance.now();
  let bytes = 0;
  const end = async () => {
    // Ending what has failed already fails again, with nothing new to say.
    await reader?.cancel().catch(() => undefined);
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (reader === undefined) return { done: true, value: undefined };
      try {
        const { done, value } = await inTime(reader.read(), pace.slowMs, key);
        if (done) return { done: true, value: undefined };
        bytes += value.length;
        if (bytes >= pace.slowestBytes) {
          since = performance.now();
          bytes = 0;
        } else if (performance.now() - since > pace.slowMs) throw tooSlow(key);
        return { done: false, value };
      } catch (error) {
        await end();
        if (error instanceof BucketError) throw error;
        const code = networkCode(error);
        throw new BucketError(key, code, meaningOfNetwork(code), undefined, { cause: error });
      }
    },
    async return() {
      await end();
      return { done: true, value: undefined };
    },
  };
}

/** A whole body. Throws {@link BucketError} when it breaks off, is shorter than announced, or too slow; `too-large` beyond the limit. */
export async function readBytes(
  key: string,
  body: ReadableStream<Uint8Array> | null,
  { limit, announced }: { readonly limit: number; readonly announced: number | undefined },
  pace: Pace,
): Promise<Uint8Array> {
  if (announced !== undefined && announced > limit) {
    await body?.cancel();
    throw tooLarge(key, limit);
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOfBody(key, body, pace)) {
    length += piece.length;
    if (length > limit) throw tooLarge(key, limit);
    pieces.push(piece);
  }
  if (announced !== undefined && length !== announced) throw truncated(key);
  return new Uint8Array(Buffer.concat(pieces, length));
}

/** A short answer as text. */
export async function readText(
  key: string,
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  pace: Pace,
): Promise<string> {
  return new TextDecoder().decode(await readBytes(key, body, { limit, announced: undefined }, pace));
}

/** How long a body says it is; `undefined` where it does not say. */
export function announcedLength(headers: Headers): number | undefined {
  const text = headers.get('content-length');
  // Of a packed body the length is that of the packed bytes.
  if (text === null || headers.has('content-encoding')) return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** An object of which less came than was announced. */
export function truncated(key: string): BucketError {
  return new BucketError(key, 'broke off', BROKEN_OFF);
}

function tooSlow(key: string): BucketError {
  return new BucketError(key, 'too slow', BROKEN_OFF);
}

function tooLarge(key: string, limit: number): StoreError {
  return new StoreError('too-large', key, `more than ${limit} bytes`);
}

function inTime<Value>(work: Promise<Value>, ms: number, key: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(key)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
