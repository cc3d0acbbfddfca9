import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchPort } from '../../../src/platform/object-store/bucket/bucket-options.ts';
import { createBucketStore } from '../../../src/platform/object-store/bucket/bucket-store.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { bucketOptions, type S3Server } from '../../support/bucket/bucket-for-tests.ts';

/** Requests by what they cost: reading one object, listing, writing one, removing (free everywhere). */
export type RequestCounts = { get: number; list: number; put: number; remove: number };

/** A bucket's store whose requests take longer and are counted, as they go over the wire. */
export type MeasuredBucket = { readonly store: ObjectStore; take(): RequestCounts };

/** Chromium, and with it Electron's `fetch`, has six connections to a server. */
const CONNECTIONS = 6;

/** Opens a bucket over a wire on which every request takes so much longer, with as many connections as Electron has. */
export function measuredBucket(server: S3Server, bucket: string, delayMs: number): MeasuredBucket {
  let counts = none();
  let free = CONNECTIONS;
  const waiting: (() => void)[] = [];
  const wire: FetchPort = async (url, request) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      counts[kindOf(request.method, url)] += 1;
      await sleep(delayMs);
      const answer = await fetch(url, request);
      // A connection is free again when the body has come.
      const body = request.method === 'HEAD' ? null : await answer.arrayBuffer();
      const { status, headers } = answer;
      return new Response(status === 204 || status === 304 ? null : body, { status, headers });
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
  const usual = (ms: number) => sleep(ms).then(() => undefined);
  const store = createBucketStore(bucketOptions(server, bucket, { fetch: wire, tuning: { sleep: usual } }));
  return {
    store,
    take: () => {
      const taken = counts;
      counts = none();
      return taken;
    },
  };
}

function kindOf(method: string, url: string): keyof RequestCounts {
  if (method === 'DELETE') return 'remove';
  if (method === 'PUT' || method === 'POST') return 'put';
  return url.includes('list-type=2') ? 'list' : 'get';
}

function none(): RequestCounts {
  return { get: 0, list: 0, put: 0, remove: 0 };
}
