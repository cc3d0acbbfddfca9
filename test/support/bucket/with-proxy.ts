import { afterEach, beforeEach } from 'vitest';
import type { BucketOptions } from '../../../src/platform/object-store/bucket/bucket-options.ts';
import { createBucketStore } from '../../../src/platform/object-store/bucket/bucket-store.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { bucketOptions, makeBucket, type S3Server } from './bucket-for-tests.ts';
import { describeServers } from './describe-servers.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { listNow, type OldList } from './old-list.ts';

/** A bucket of a test behind a proxy that disturbs. */
export type Disturbed = {
  readonly proxy: FaultProxy;
  /** The driver's waits between tries, in milliseconds; nobody really waits. */
  readonly waits: number[];
  /** What the bucket holds now, for a list of a while ago. */
  listNow(): Promise<OldList>;
  options(over?: Partial<BucketOptions>): BucketOptions;
  open(over?: Partial<BucketOptions>): ObjectStore;
};

/** Describes something once a server ({@link describeServers}), each test with a bucket of its own behind a proxy. */
export function describeBucket(
  name: string,
  tests: (bucket: () => Disturbed, isReal: boolean) => void,
): void {
  describeServers(name, (server, isReal) => withProxy(server, (bucket) => tests(bucket, isReal)));
}

function withProxy(server: () => S3Server, tests: (bucket: () => Disturbed) => void): void {
  let now: Disturbed | undefined;
  beforeEach(async () => {
    const at = server();
    const proxy = await startFaultProxy(at);
    const bucket = await makeBucket(at);
    const waits: number[] = [];
    const options = (over: Partial<BucketOptions> = {}) =>
      bucketOptions(proxy, bucket, {
        ...over,
        tuning: {
          sleep: async (ms) => {
            waits.push(ms);
          },
          ...over.tuning,
        },
      });
    const open = (over?: Partial<BucketOptions>) => createBucketStore(options(over));
    now = { proxy, waits, listNow: () => listNow(at, bucket), options, open };
  });
  afterEach(() => now?.proxy.stop());
  tests(() => {
    if (now === undefined) throw new Error('The proxy has not started.');
    return now;
  });
}
