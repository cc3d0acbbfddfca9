import { afterAll, beforeAll, expect } from 'vitest';
import type { BucketOptions, FetchPort } from '../../src/platform/object-store/bucket/bucket-options.ts';
import { createBucketStore } from '../../src/platform/object-store/bucket/bucket-store.ts';
import { bucketOptions, makeBucket, plainFetch, type S3Server } from '../support/bucket/bucket-for-tests.ts';
import { gateway, startNpmServer } from '../support/bucket/servers.ts';
import { objectStoreSuite } from './object-store.suite.ts';

let fromNpm: Awaited<ReturnType<typeof startNpmServer>>;

beforeAll(async () => {
  fromNpm = await startNpmServer();
});
afterAll(() => fromNpm.stop());

/** A store in a bucket of its own; `small` parts, so that what the suite calls large goes up in several. */
async function storeOf(server: S3Server, over: { prefix?: string; partSize?: number } = {}) {
  const { prefix = '', partSize } = over;
  const tuning = partSize === undefined ? {} : { partSize };
  return createBucketStore(bucketOptions(server, await makeBucket(server), { prefix, tuning }));
}

objectStoreSuite('bucket of a server from npm', () => storeOf(fromNpm));
objectStoreSuite('prefix of a bucket of a server from npm', () =>
  storeOf(fromNpm, { prefix: 'teams/Nord & Süd (neu)+1' }),
);

/** Names of hosts that nobody else knows: what is asked of the bucket's own host goes to the server's path. */
function hostStyle(server: S3Server, bucket: string): Partial<BucketOptions> {
  const { port } = new URL(server.endpoint);
  const fetch: FetchPort = (asked, request) => {
    const url = new URL(asked);
    expect(url.host).toBe(`${bucket}.localhost:${port}`);
    return plainFetch(`${server.endpoint}/${bucket}${url.pathname}${url.search}`, request);
  };
  return { endpoint: `http://localhost:${port}`, style: 'host', fetch };
}

objectStoreSuite('bucket that is a host of its own', async () => {
  const bucket = await makeBucket(fromNpm);
  return createBucketStore(bucketOptions(fromNpm, bucket, hostStyle(fromNpm, bucket)));
});

const ceph = gateway();
if (ceph) {
  objectStoreSuite("bucket of Ceph's gateway", () => storeOf(ceph));
  objectStoreSuite("prefix of a bucket of Ceph's gateway", () =>
    storeOf(ceph, { prefix: 'teams/Nord & Süd (neu)+1' }),
  );
}
