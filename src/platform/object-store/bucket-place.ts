import type { HubPlace } from '../../engine/ports/hub-places.ts';
import type { PlaceTest } from '../../engine/ports/place-test.ts';
import type { Secrets } from '../../engine/ports/secrets.ts';
import type { BucketLocation } from '../../shared/hub-location.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { ok } from '../../shared/result.ts';
import { says } from '../../shared/says/says.ts';
import { StoreError } from '../../sync/hub/object-store.ts';
import { BucketError } from './bucket/bucket-error.ts';
import type { BucketOptions, FetchPort } from './bucket/bucket-options.ts';
import { createBucketStore } from './bucket/bucket-store.ts';
import { testBucket } from './bucket/test-bucket.ts';
import type { UploadBook } from './bucket/upload-book.ts';
import { bucketKeys, type Environment } from './bucket-keys.ts';
import { problemSays, testNotes } from './bucket-says.ts';

/** What hubs in buckets need of this machine. */
export type BucketPorts = {
  readonly secrets: Secrets;
  readonly env: Environment;
  /** How requests leave this machine. */
  readonly fetch: FetchPort;
  readonly clock: Clock;
  readonly random: () => number;
  readonly uploads?: UploadBook;
  /** What tests put in place of the driver's waits. */
  readonly tuning?: BucketOptions['tuning'];
};

/** The place of a hub in a bucket. Nothing is asked of it before the first call. */
export function bucketPlace(location: BucketLocation, ports: BucketPorts, logger: Logger): HubPlace {
  const { endpoint, region, bucket, prefix, style, secret } = location;
  const { fetch, clock, random, uploads, tuning } = ports;
  const options: BucketOptions = {
    ...{ endpoint, region, bucket, prefix, style, fetch, clock, random, logger },
    keys: bucketKeys(secret, ports),
    ...(uploads !== undefined && { uploads }),
    ...(tuning !== undefined && { tuning }),
  };
  return {
    location,
    store: createBucketStore(options),
    isClutter: () => false,
    explain: (error) =>
      error instanceof BucketError && error.meaning.problem !== undefined
        ? problemSays(error.meaning.problem, error.detail)
        : undefined,
    // A bucket is made by whoever looks after the store: Kitbag's keys need no right to.
    make: async () => ok(undefined),
    isGone: async () => false,
    test: (folder) => test(options, folder),
    watch: () => ({ refresh: async () => undefined, close: () => undefined }),
  };
}

async function test(options: BucketOptions, folder: string | undefined): Promise<PlaceTest> {
  try {
    await options.keys();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ok: false, code: 'no-keys', says: says('bucket.no-keys') };
  }
  const report = await testBucket(options, folder);
  if (!report.ok) {
    const { reason, detail } = report;
    return { ok: false, code: reason, says: problemSays(reason, detail) };
  }
  const { latencyMs, putMs } = report;
  return { ok: true, latencyMs, putMs, notes: testNotes(report, options.endpoint) };
}
