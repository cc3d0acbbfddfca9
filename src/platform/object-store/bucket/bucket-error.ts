import { nameOfError } from '../../../shared/defect.ts';
import { StoreError, type StoreFailure } from '../../../sync/hub/object-store.ts';
import type { BucketProblem } from './bucket-options.ts';

/** What a bucket's refusal means. */
export type Meaning = {
  readonly failure: StoreFailure;
  /** Set where it says something about the place itself. */
  readonly problem?: BucketProblem;
  /** Whether the same request may fare better a little later. */
  readonly passing?: boolean;
};

/** A bucket's refusal. Its text has the store's code, never an address with a signature, a key or content. */
export class BucketError extends StoreError {
  readonly meaning: Meaning;
  /** The store's own code (`NoSuchBucket`), or the system's (`ECONNREFUSED`). */
  readonly code: string;
  /** What goes with a problem: the right region, the seconds between the clocks. */
  readonly detail: string | undefined;

  constructor(key: string, code: string, meaning: Meaning, detail?: string, options?: { cause: unknown }) {
    super(meaning.failure, key, detail === undefined ? code : `${code} (${detail})`, options);
    this.meaning = meaning;
    this.code = code;
    this.detail = detail;
  }
}

const AWAY: Meaning = { failure: 'unreachable', problem: 'unreachable', passing: true };
const BUSY: Meaning = { failure: 'busy', passing: true };
const BAD_KEYS: Meaning = { failure: 'denied', problem: 'bad-keys' };
const WRONG_REGION: Meaning = { failure: 'denied', problem: 'wrong-region' };
const FULL: Meaning = { failure: 'full' };

/** Not the store but something in between answered: a page of a hotel's network, a proxy, another program. */
export const NOT_S3: Meaning = { failure: 'unreachable', problem: 'not-s3' };
/** The store takes this device's clock for wrong. */
export const SKEWED: Meaning = { failure: 'denied', problem: 'clock-skew' };
/** Less came than was announced, or nothing for too long. */
export const BROKEN_OFF: Meaning = AWAY;

/** What stores call their refusals, where the status alone says too little. */
const CODES: Readonly<Record<string, Meaning>> = {
  NoSuchBucket: { failure: 'unreachable', problem: 'no-such-bucket' },
  AllAccessDisabled: { failure: 'denied', problem: 'no-such-bucket' },
  AccessDenied: { failure: 'denied' },
  AccountProblem: { failure: 'denied' },
  InvalidAccessKeyId: BAD_KEYS,
  SignatureDoesNotMatch: BAD_KEYS,
  InvalidToken: BAD_KEYS,
  InvalidSecurity: BAD_KEYS,
  NotSignedUp: BAD_KEYS,
  UnauthorizedAccess: BAD_KEYS,
  Unauthorized: BAD_KEYS,
  // Whoever gives the keys may have newer ones.
  ExpiredToken: { ...BAD_KEYS, passing: true },
  TokenRefreshRequired: { ...BAD_KEYS, passing: true },
  AuthorizationHeaderMalformed: WRONG_REGION,
  AuthorizationQueryParametersError: WRONG_REGION,
  PermanentRedirect: WRONG_REGION,
  TemporaryRedirect: WRONG_REGION,
  Redirect: WRONG_REGION,
  IllegalLocationConstraintException: WRONG_REGION,
  RequestTimeTooSkewed: SKEWED,
  RequestExpired: SKEWED,
  SlowDown: BUSY,
  SlowDownRead: BUSY,
  SlowDownWrite: BUSY,
  TooManyRequests: BUSY,
  Throttling: BUSY,
  ThrottlingException: BUSY,
  RequestLimitExceeded: BUSY,
  OperationAborted: BUSY,
  ConditionalRequestConflict: BUSY,
  ServiceUnavailable: AWAY,
  InternalError: AWAY,
  RequestTimeout: AWAY,
  // The bytes were changed on their way; the next try may bring them whole.
  BadDigest: AWAY,
  XAmzContentSHA256Mismatch: AWAY,
  IncompleteBody: AWAY,
  QuotaExceeded: FULL,
  InsufficientCapacity: FULL,
  InsufficientStorage: FULL,
  XMinioStorageFull: FULL,
  StorageQuotaExceeded: FULL,
};

/** What a refusal means, by the store's code where it gave one and by its status. */
export function meaningOf(status: number, code: string | undefined): Meaning {
  const named = code === undefined ? undefined : CODES[code];
  if (named !== undefined) return named;
  if (status === 407) return { failure: 'unreachable', problem: 'proxy' };
  if (status === 429) return BUSY;
  if (status === 507) return FULL;
  if (status >= 500 && status !== 501 && status !== 505) return AWAY;
  if (status === 401 || status === 403) return { failure: 'denied' };
  if (status === 301 || status === 302 || status === 307 || status === 308)
    return code === undefined ? NOT_S3 : WRONG_REGION;
  return code === undefined ? NOT_S3 : { failure: 'broken' };
}

const REDIRECTED = 'redirected';

/** The codes of Node's and of Chromium's network errors, from the error or what it was caused by. */
export function networkCode(error: unknown): string {
  for (const at of causesOf(error)) {
    // A proxy that opens no tunnel is told by its status alone.
    if (/^Proxy response \(\d+\)/.test(at.message)) return 'PROXY_REFUSED';
    if ('code' in at && typeof at.code === 'string') return at.code;
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(at.message)?.[1];
    if (chromium !== undefined) return chromium;
    // Electron's `fetch` follows no redirect that it was told not to, and shows it no more than that.
    if (at.message === 'Redirect was cancelled') return REDIRECTED;
  }
  return nameOfError(error);
}

/** An error and what it was caused by, the last last. Where several addresses were tried, the first one's error is as good as any. */
export function* causesOf(error: unknown): Generator<Error, void> {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; depth += 1) {
    yield at;
    at = at instanceof AggregateError && at.errors.length > 0 ? at.errors[0] : at.cause;
  }
}

/** What it means that no answer came at all. */
export function meaningOfNetwork(code: string): Meaning {
  // Asked with https, something spoke plain http: no certificate was seen at all.
  if (/ERR_SSL_(?:PROTOCOL_ERROR|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)/.test(code))
    return { failure: 'unreachable', problem: 'not-s3' };
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_SSL|ERR_TLS|EPROTO/.test(code))
    return { failure: 'unreachable', problem: 'certificate' };
  if (code === REDIRECTED) return NOT_S3;
  if (/PROXY|TUNNEL/.test(code)) return { failure: 'unreachable', problem: 'proxy', passing: true };
  return AWAY;
}
