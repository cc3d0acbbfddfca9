import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../src/platform/object-store/bucket/answer-xml.ts';
import type { BucketOptions } from '../../../../src/platform/object-store/bucket/bucket-options.ts';
import { createBucketStore } from '../../../../src/platform/object-store/bucket/bucket-store.ts';
import { type ObjectStore, StoreError } from '../../../../src/sync/hub/object-store.ts';
import { plainFetch } from '../../../support/bucket/bucket-for-tests.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';

const NOW = Date.UTC(2026, 10, 28);
const KEYS = {
  accessKeyId: 'AKIDFORTESTS',
  secretAccessKey: 'a-secret-of-a-test',
  sessionToken: 'A/Session+Of=Tests',
};

/** A store that answers as it likes; answers what was asked of it. */
function hostile(answer: (asked: number) => Response) {
  const asked: string[] = [];
  const clock = { now: () => NOW + asked.length };
  const options: BucketOptions = {
    endpoint: 'https://s3.example.com',
    region: 'us-east-1',
    bucket: 'team',
    prefix: '',
    style: 'path',
    keys: async () => KEYS,
    fetch: async (url) => {
      asked.push(url);
      return answer(asked.length);
    },
    clock,
    random: () => 0,
    logger: keepingLogger(),
    tuning: { sleep: async () => undefined },
  };
  return { store: createBucketStore(options), options, asked };
}

/** A real server that answers everything in one way, and what came to it. */
async function listening(answers: (answer: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    answers(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address: `http://127.0.0.1:${port}`, asked, stop };
}

const object = (headers: Record<string, string>) =>
  new Response('{}', { headers: { etag: '"1"', ...headers } });
const page = (inside: string) =>
  new Response(`<ListBucketResult><IsTruncated>true</IsTruncated>${inside}</ListBucketResult>`);

/** Reads an object piece by piece. */
async function piecesIn(store: ObjectStore): Promise<void> {
  for await (const _ of (await store.open('hub.json')) ?? []);
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a store that answers nonsense', () => {
  it.each(['Sat, 13 Sep 275760 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', '9999999', '-271821-04-20'])(
    'is asked on whatever day it says it is: %s',
    async (date) => {
      const { store } = hostile(() => object({ date }));
      for (let turn = 0; turn < 3; turn += 1) expect(await store.get('hub.json')).toHaveLength(2);
      expect(Math.abs((store.metered?.now() ?? 0) - NOW)).toBeLessThan(1000);
    },
  );

  it('ends a listing that has no end and brings nothing', async () => {
    const { store, asked } = hostile((turn) =>
      page(`<NextContinuationToken>${turn}</NextContinuationToken>`),
    );
    expect(await errorOf(store.list('devices/'))).toBeInstanceOf(StoreError);
    expect(asked.length).toBeLessThan(50);
  });

  it('fills no memory with names that no store can have', async () => {
    const long = 'x'.repeat(100_000);
    const { store } = hostile(
      () =>
        new Response(
          `<ListBucketResult><Contents><Key>${long}</Key><Size>1</Size></Contents><CommonPrefixes><Prefix>${long}/</Prefix></CommonPrefixes></ListBucketResult>`,
        ),
    );
    expect(await store.list('')).toEqual({ objects: [], folders: [], foreign: [] });
  });

  it('gives no beginning for a whole object, whatever the way to it makes of the length', async () => {
    const short = () => object({ 'content-length': '10' });
    expect(await errorOf(hostile(short).store.get('hub.json'))).toBeInstanceOf(StoreError);
    expect(await errorOf(piecesIn(hostile(short).store))).toBeInstanceOf(StoreError);
  });

  it('gives no mixture of two objects where it goes on with another one, unasked', async () => {
    const breaking = () => {
      let sent = false;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (sent) controller.error(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
          else controller.enqueue(Uint8Array.of(1, 2, 3));
          sent = true;
        },
      });
      return new Response(body, { headers: { etag: '"1"', 'content-length': '6' } });
    };
    const other = (status: number) => () =>
      new Response(Uint8Array.of(7, 8, 9), { status, headers: { etag: '"2"', 'content-length': '3' } });
    for (const status of [200, 206]) {
      const { store, asked } = hostile((number) => (number === 1 ? breaking() : other(status)()));
      expect(await errorOf(piecesIn(store))).toMatchObject({ failure: 'busy' });
      expect(asked.length).toBe(2);
    }
  });

  it('sends nothing that is signed to another host', async () => {
    const thief = await listening((answer) => answer.end());
    const location = `${thief.address}/team/hub.json`;
    const front = await listening((answer) => answer.writeHead(307, { location }).end());
    const { options } = hostile(() => new Response());
    const store = createBucketStore({ ...options, endpoint: front.address, fetch: plainFetch });
    expect(await errorOf(store.get('hub.json'))).toBeInstanceOf(StoreError);
    expect([front.asked.length > 0, thief.asked]).toEqual([true, []]);
    await Promise.all([front.stop(), thief.stop()]);
  });

  it('brings nothing by what is no flat XML, and no text by names of its own', () => {
    expect(readXml(`<r>${'&b;'.repeat(1000)}`)).toBeUndefined();
    expect(readXml('<a>'.repeat(1000))).toBeUndefined();
    expect(readXml(`<!DOCTYPE a [<!ENTITY x "${'y'.repeat(99)}">]><a>&x;&x;</a>`)).toBeUndefined();
  });

  it('tells no key in what it makes fail', async () => {
    const echo = `<Error><Code>SignatureDoesNotMatch</Code><Message>${KEYS.secretAccessKey} ${KEYS.accessKeyId}</Message><Region>${KEYS.sessionToken}</Region></Error>`;
    const { store } = hostile(
      () => new Response(echo, { status: 403, headers: { 'x-amz-bucket-region': KEYS.accessKeyId } }),
    );
    const error = await errorOf(store.get('hub.json'));
    expect(error).toBeInstanceOf(StoreError);
    const told = JSON.stringify([
      String(error),
      error instanceof Error && error.stack,
      { ...(error as object) },
    ]);
    for (const key of Object.values(KEYS)) expect(told).not.toContain(key);
  });
});
