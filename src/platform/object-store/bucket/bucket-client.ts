import { AwsV4Signer } from 'aws4fetch';
import { type Cancellation, Cancelled, throwIfAborted } from '../../../shared/ports/cancellation.ts';
import { readText } from './answer-body.ts';
import { readRefusal } from './answer-xml.ts';
import { addressOf, keyInBucket } from './bucket-address.ts';
import {
  BucketError,
  type Meaning,
  meaningOf,
  meaningOfNetwork,
  NOT_S3,
  networkCode,
  SKEWED,
} from './bucket-error.ts';
import type { BucketOptions, BucketTuning, FetchRequest } from './bucket-options.ts';
import { StoreClock } from './store-clock.ts';
import { pauseMs, TimedOut, tiedTo, untilCancelled } from './waits.ts';

const USUAL: BucketTuning = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  tries: 5,
  answerMs: 30_000,
  slowMs: 30_000,
  slowestBytes: 256 * 1024,
  partSize: 8 * 1024 * 1024,
};

/** Refusals are short. */
const LONGEST_REFUSAL = 64 * 1024;
/** A signature made this far from the store's time is refused for that reason, even where the answer has no room to say so. Milliseconds. */
const SKEW_MS = 4 * 60_000;

/** One request to the bucket. */
export type Call = {
  readonly method: FetchRequest['method'];
  /** The object's key in the store; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: Cancellation | undefined;
  /** Statuses that are no refusal beside 200 to 299. */
  readonly expects?: readonly number[];
};

/** An answer whose body has not been read yet; whoever has it reads it or calls `drop`. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Ends the request, read or not. */
  readonly drop: () => void;
};

/** Signed requests to one bucket: tried again where that may help, given up in time, refusals in the store's terms. */
export class BucketClient {
  readonly options: BucketOptions;
  readonly tuning: BucketTuning;
  readonly clock: StoreClock;
  /** Signing keys, by secret, day and region; only in memory. */
  readonly #signingKeys = new Map<string, ArrayBuffer>();

  constructor(options: BucketOptions) {
    this.options = options;
    this.tuning = { ...USUAL, ...options.tuning };
    this.clock = new StoreClock(options.clock);
  }

  /**
   * Asks until an answer was taken: `take` reads it, and what breaks off in it is asked for again from the start. Throws {@link BucketError},
   * `Cancelled`, and what `take` throws otherwise.
   */
  async ask<Value>(call: Call, take: (answer: Answer) => Promise<Value>): Promise<Value> {
    let corrected = false;
    for (let tries = 1; ; tries += 1) {
      throwIfAborted(call.signal);
      const attempt = await this.#try(call, take);
      if (attempt.outcome === 'taken') return attempt.value;
      const { error, retryAfter, skewed } = attempt;
      // The store's time is known now: a clock that is off costs one request.
      if (skewed && !corrected) {
        corrected = true;
        tries -= 1;
        continue;
      }
      const pause =
        error.meaning.passing === true && tries < this.tuning.tries
          ? pauseMs(tries, this.options.random, retryAfter, this.clock.now())
          : undefined;
      if (pause === undefined) throw error;
      this.options.logger.debug('bucket-asked-again', { code: error.code, tries });
      await untilCancelled(this.tuning.sleep(pause), call.signal);
    }
  }

  async #try<Value>(call: Call, take: (answer: Answer) => Promise<Value>): Promise<Attempt<Value>> {
    const { stop, release } = tiedTo(call.signal);
    const drop = () => {
      release();
      stop.abort();
    };
    let kept = false;
    try {
      const signedAt = this.clock.now();
      const response = await this.#send(call, stop, signedAt);
      this.clock.learn(response.headers);
      const skewed = Math.abs(this.clock.now() - signedAt) > SKEW_MS;
      if (response.ok || call.expects?.includes(response.status) === true) {
        const { status, headers, body } = response;
        const value = await take({ status, headers, body, drop });
        kept = true;
        return { outcome: 'taken', value };
      }
      return await this.#refused(call, response, skewed);
    } catch (error) {
      if (error instanceof Cancelled || call.signal?.aborted === true)
        throw new Cancelled('stopped on request');
      if (error instanceof BucketError) return { outcome: 'refused', error, retryAfter: null, skewed: false };
      if (!(error instanceof NoAnswer)) throw error;
      const code = networkCode(error.cause);
      const refusal = new BucketError(call.key, code, meaningOfNetwork(code), undefined, {
        cause: error.cause,
      });
      return { outcome: 'refused', error: refusal, retryAfter: null, skewed: false };
    } finally {
      // What was taken may still be read by whoever has it.
      if (!kept) drop();
    }
  }

  async #refused(call: Call, response: Response, skewed: boolean): Promise<Refused> {
    const text =
      call.method === 'HEAD' ? '' : await readText(call.key, response.body, LONGEST_REFUSAL, this.tuning);
    const refusal = readRefusal(text);
    const bare = refusal === undefined && call.method !== 'HEAD' && !fromStore(response);
    const meaning = this.#meaning(response, refusal?.code, skewed && response.status === 403, bare);
    const code = refusal?.code ?? `HTTP ${response.status}`;
    const detail = this.#detail(meaning, response, refusal?.region);
    const error = new BucketError(call.key, code, meaning, detail);
    const retryAfter = response.headers.get('retry-after');
    return { outcome: 'refused', error, retryAfter, skewed: skewed && meaning === SKEWED };
  }

  #meaning(response: Response, code: string | undefined, skewed: boolean, bare: boolean): Meaning {
    if (skewed && (code === undefined || code === 'AccessDenied')) return SKEWED;
    const region = response.headers.get('x-amz-bucket-region');
    // An answer without a body has no code; the region that it names speaks for itself.
    if (code === undefined && region !== null && region !== this.options.region)
      return meaningOf(response.status, 'PermanentRedirect');
    if (bare && response.status < 500 && response.status !== 407 && response.status !== 429) return NOT_S3;
    return meaningOf(response.status, code);
  }

  #detail({ problem }: Meaning, response: Response, region: string | undefined): string | undefined {
    if (problem === 'clock-skew') return String(Math.round(this.clock.skew / 1000));
    if (problem !== 'wrong-region') return undefined;
    const told = region ?? response.headers.get('x-amz-bucket-region');
    return told !== null && told !== undefined && /^[a-z0-9-]{1,40}$/.test(told) ? told : undefined;
  }

  async #send(call: Call, stop: AbortController, signedAt: number): Promise<Response> {
    const { tuning, options } = this;
    const body = call.body && new Uint8Array(call.body);
    // A body has to go up first: nobody can answer before it has.
    const uploadMs = ((body?.length ?? 0) / tuning.slowestBytes) * tuning.slowMs;
    const timer = setTimeout(() => stop.abort(new TimedOut('no answer in time')), tuning.answerMs + uploadMs);
    try {
      const url = addressOf(options, call.key === '' ? '' : keyInBucket(options, call.key), call.query);
      const headers = await this.#signed(call, url, body, signedAt);
      const { signal } = stop;
      const request = {
        method: call.method,
        headers,
        signal,
        redirect: 'manual',
        cache: 'no-store',
      } as const;
      const response = options.fetch(url, body === undefined ? request : { ...request, body });
      return await untilStopped(response, signal).catch((cause: unknown) => {
        throw new NoAnswer(signal.reason instanceof TimedOut ? signal.reason : cause);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #signed(call: Call, url: string, body: Uint8Array<ArrayBuffer> | undefined, signedAt: number) {
    const keys = await this.options.keys();
    const digest = await crypto.subtle.digest('SHA-256', body ?? new Uint8Array());
    const signer = new AwsV4Signer({
      ...keys,
      method: call.method,
      url,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/octet-stream' }),
        ...call.headers,
        'x-amz-content-sha256': Buffer.from(digest).toString('hex'),
      },
      service: 's3',
      region: this.options.region,
      cache: this.#signingKeys,
      datetime: new Date(signedAt).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    });
    return Object.fromEntries((await signer.sign()).headers);
  }
}

type Refused = {
  readonly outcome: 'refused';
  readonly error: BucketError;
  readonly retryAfter: string | null;
  /** The signature was of another time than the store's, which is known now. */
  readonly skewed: boolean;
};
type Attempt<Value> = { readonly outcome: 'taken'; readonly value: Value } | Refused;

/** What `fetch` threw: nobody answered, or nobody could be reached. */
class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
  }
}

/** Whether an answer is a store's own: whatever stands in between has no such headers. */
export function fromStore({ headers }: { readonly headers: Headers }): boolean {
  return headers.has('etag') || [...headers.keys()].some((name) => name.startsWith('x-amz-'));
}

/** Not every `fetch` gives up at once when it is told to. */
function untilStopped(response: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    response.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
