import { randomUUID } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type {
  BucketKeys,
  BucketOptions,
  FetchPort,
} from '../../../src/platform/object-store/bucket/bucket-options.ts';
import { keepingLogger } from '../quiet-logger.ts';

/** A server of buckets that tests may fill. */
export type S3Server = {
  readonly endpoint: string;
  readonly region: string;
  readonly keys: BucketKeys;
};

/** The platform's own `fetch` as the driver wants it. */
export const plainFetch: FetchPort = (url, request) => fetch(url, request);

/** What a driver needs for a bucket of a server, with waits that tests can bear. */
export function bucketOptions(
  server: S3Server,
  bucket: string,
  over: Partial<BucketOptions> = {},
): BucketOptions {
  return {
    endpoint: server.endpoint,
    region: server.region,
    bucket,
    prefix: '',
    style: 'path',
    keys: async () => server.keys,
    fetch: plainFetch,
    clock: { now: () => Date.now() },
    random: Math.random,
    logger: keepingLogger(),
    ...over,
    tuning: { sleep: async () => undefined, ...over.tuning },
  };
}

/** Makes an empty bucket and answers its name. */
export async function makeBucket(server: S3Server): Promise<string> {
  const bucket = `kitbag-${randomUUID()}`;
  const url = `${server.endpoint}/${bucket}`;
  const signer = new AwsV4Signer({
    ...server.keys,
    method: 'PUT',
    url,
    service: 's3',
    region: server.region,
  });
  const { headers } = await signer.sign();
  const answer = await fetch(url, { method: 'PUT', headers });
  if (!answer.ok) throw new Error(`no bucket was made: ${answer.status} ${await answer.text()}`);
  return bucket;
}
