import { randomBytes } from 'node:crypto';
import { StoreError } from '../../../sync/hub/object-store.ts';
import { BucketClient } from './bucket-client.ts';
import { BucketError } from './bucket-error.ts';
import type { BucketOptions, BucketProblem, BucketReport } from './bucket-options.ts';
import { listBucket } from './list-bucket.ts';
import { readObject, sizeOfObject } from './object-reader.ts';
import { putObject, putWhereNothingIs } from './put-object.ts';

/** Small requests whose quickest is told: the first one also makes the connection. */
const LOOKS = 3;
const PROBE_BYTES = 1024 * 1024;

/**
 * Tries what a hub needs of a bucket, in the order in which a person would mend it, and measures. Writes one object below `folder` (where this
 * device may write; with its `/` at the end) and removes it. Throws only what is a defect.
 */
export async function testBucket(options: BucketOptions, folder = 'devices/'): Promise<BucketReport> {
  const client = new BucketClient({ ...options, tuning: { tries: 2, ...options.tuning } });
  const key = `${folder}probe-${randomBytes(16).toString('hex')}`;
  const bytes = new Uint8Array(randomBytes(PROBE_BYTES));
  try {
    await listing(client);
    const putMs = await tried('no-write', () => measured(() => putObject(client, key, bytes, {})));
    try {
      await tried('no-read', () => readBack(client, key, bytes));
      const conditional = await tried(
        'no-write',
        async () => !(await putWhereNothingIs(client, key, bytes, {})),
      );
      const latencies: number[] = [];
      for (let look = 0; look < LOOKS; look += 1)
        latencies.push(await tried('no-read', () => measured(() => sizeOfObject(client, key, undefined))));
      const skewSeconds = Math.round(client.clock.skew / 1000);
      const latencyMs = Math.min(...latencies);
      return { ok: true, latencyMs, putMs, conditional, ...(skewSeconds > 60 && { skewSeconds }) };
    } finally {
      await removeProbe(client, key);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { reason, detail } = error;
    return { ok: false, reason, ...(detail !== undefined && { detail }) };
  }
}

function listing(client: BucketClient): Promise<unknown> {
  return tried('no-list', () => listBucket(client, 'devices/', { atMost: 1 }));
}

async function readBack(client: BucketClient, key: string, bytes: Uint8Array): Promise<void> {
  const read = await readObject(client, key, { limit: bytes.length });
  if (read === undefined || Buffer.compare(read, bytes) !== 0) throw new Problem('not-s3', 'other bytes');
}

/** Many policies let nobody remove anything. The bucket is good all the same. */
async function removeProbe(client: BucketClient, key: string): Promise<void> {
  try {
    await client.ask({ method: 'DELETE', key, expects: [404] }, async ({ drop }) => drop());
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    client.options.logger.warn('bucket-probe-left', { failure: error.failure });
  }
}

class Problem extends Error {
  readonly reason: BucketProblem;
  readonly detail: string | undefined;
  constructor(reason: BucketProblem, detail: string | undefined) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Runs a step; `denied` is what a refusal of the step as such means. */
async function tried<Value>(denied: BucketProblem, step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (!(error instanceof BucketError)) throw new Problem('not-s3', error.failure);
    const { problem, failure } = error.meaning;
    if (problem !== undefined) throw new Problem(problem, error.detail ?? error.code);
    throw new Problem(failure === 'busy' ? 'unreachable' : denied, error.code);
  }
}

async function measured(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
