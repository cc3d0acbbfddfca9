import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { UploadBook } from './upload-book.ts';

/** How a bucket is named in an address: `https://endpoint/bucket/key`, or `https://bucket.endpoint/key`. */
type BucketStyle = 'path' | 'host';

/** What a bucket's requests are signed with. */
export type BucketKeys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** One request, whole: bodies are never streams, so that every request can be sent again. */
export type FetchRequest = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
  /** Stores say when an object was changed, and a browser would take that for leave to keep it. */
  readonly cache: 'no-store';
};

/** How requests leave this machine: the platform's `fetch`, or Electron's, which goes through the system's proxy. */
export type FetchPort = (url: string, request: FetchRequest) => Promise<Response>;

/** Where a bucket is and what its driver needs. */
export type BucketOptions = {
  /** `https://…` without a path; `http://…` for servers on this machine or in the house. */
  readonly endpoint: string;
  /** As the store calls it; `us-east-1` or `auto` where it has none. */
  readonly region: string;
  readonly bucket: string;
  /** What all keys begin with: empty, or text without a `/` at its ends. */
  readonly prefix: string;
  readonly style: BucketStyle;
  /** Asked before every request, so that session tokens can be renewed: must be quick, and answers the same until they change. */
  readonly keys: () => Promise<BucketKeys>;
  readonly fetch: FetchPort;
  readonly clock: Clock;
  /** A number from 0 up to 1, so that devices that were turned away together do not come back together. */
  readonly random: () => number;
  readonly logger: Logger;
  /** Where uploads of big files are noted, so that one that was broken off goes on after a start. Without it they begin anew. */
  readonly uploads?: UploadBook;
  /** What tests put in place of the machine's waiting and of the driver's own measures. */
  readonly tuning?: Partial<BucketTuning>;
};

/** The driver's measures. Times in milliseconds, sizes in bytes. */
export type BucketTuning = {
  readonly sleep: (ms: number) => Promise<void>;
  /** Tries of one request. */
  readonly tries: number;
  /** How long an answer may take to begin. */
  readonly answerMs: number;
  /** How long a body may bring less than {@link BucketTuning.slowestBytes}. */
  readonly slowMs: number;
  readonly slowestBytes: number;
  /** Contents above go up in parts of this size. */
  readonly partSize: number;
};

/** Why a bucket can't be used, for a sentence of its own each. */
export type BucketProblem =
  | 'no-such-bucket'
  | 'wrong-region'
  | 'bad-keys'
  | 'no-list'
  | 'no-read'
  | 'no-write'
  | 'clock-skew'
  | 'certificate'
  | 'proxy'
  | 'unreachable'
  | 'not-s3';

/** What trying a bucket found. */
export type BucketReport =
  | {
      readonly ok: true;
      /** The quickest of some small requests. */
      readonly latencyMs: number;
      /** Writing a megabyte. */
      readonly putMs: number;
      /** Whether the store keeps to `If-None-Match: *`. Without it the driver looks before it writes. */
      readonly conditional: boolean;
      /** How far this machine's clock is off, where it is worth a word: the driver corrects it for its requests. */
      readonly skewSeconds?: number;
    }
  | {
      readonly ok: false;
      readonly reason: BucketProblem;
      /** What goes with the reason: the right region, how many seconds the clock is off, the system's code. Never a key. */
      readonly detail?: string;
    };
