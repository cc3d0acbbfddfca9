import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import { GATEWAY_REP } from '../../scripts/gateway/start-gateway.ts';
import { createBucketStore } from '../../src/platform/object-store/bucket/bucket-store.ts';
import { bucketPolicy } from '../../src/platform/object-store/bucket-policy.ts';
import { bucketOptions, makeBucket, type S3Server } from '../support/bucket/bucket-for-tests.ts';
import { gateway } from '../support/bucket/servers.ts';

const [OWN, OTHER] = ['a'.repeat(32), 'b'.repeat(32)];
const BYTES = Uint8Array.of(1, 2, 3);

type Role = Parameters<typeof bucketPolicy>[1]['role'];
type Statement = { readonly Sid: string };

/** Puts a document for one user on the bucket, as Ceph wants it: with the users whom it is about. The bucket's owner may everything. */
async function putPolicy(server: S3Server, bucket: string, document: string): Promise<void> {
  const { Version, Statement } = JSON.parse(document) as { Version: string; Statement: Statement[] };
  const of = (user: string) => ({ AWS: [`arn:aws:iam:::user/${user}`] });
  const all = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
  const policy = {
    Version,
    Statement: [
      ...Statement.map((one) => ({ ...one, Principal: of(GATEWAY_REP.user) })),
      { Sid: 'Owner', Effect: 'Allow', Principal: of('kitbag'), Action: ['s3:*'], Resource: all },
    ],
  };
  const url = `${server.endpoint}/${bucket}?policy`;
  const body = JSON.stringify(policy);
  const { keys, region } = server;
  const signer = new AwsV4Signer({ ...keys, method: 'PUT', url, body, service: 's3', region });
  const { headers } = await signer.sign();
  const answer = await fetch(url, { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(`no policy was put: ${answer.status} ${await answer.text()}`);
}

/** The lead's and another user's way into a bucket in which there is a hub, under the policy for the other's device. */
async function underPolicy(server: S3Server, role: Role, prefix: string) {
  const bucket = await makeBucket(server);
  const lead = createBucketStore(bucketOptions(server, bucket, { prefix }));
  for (const key of ['hub.json', `devices/${OTHER}/head.json`, `blobs/aa/${'a'.repeat(64)}`, 'news/pulse'])
    await lead.put(key, BYTES);
  const place = { endpoint: server.endpoint, region: server.region, bucket, prefix, style: 'path' } as const;
  await putPolicy(server, bucket, bucketPolicy(place, { device: OWN, role }));
  const options = bucketOptions(server, bucket, { prefix, keys: async () => GATEWAY_REP });
  return { lead, other: createBucketStore(options) };
}

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'failure' in error ? String(error.failure) : 'defect'),
  );

function policyTests(server: S3Server): void {
  describe.each(['', 'teams/north'])('the policy of a bucket at a real store, below %j', (prefix) => {
    it.each([
      ['rep', []],
      ['marketer', ['blobs']],
      ['lead', ['blobs', 'hub.json']],
    ] as const)(
      'lets a %s read everything, and write what is theirs and nothing else',
      async (role, more) => {
        const { lead, other } = await underPolicy(server, role, prefix);
        expect((await other.list('devices/')).folders).toEqual([`devices/${OTHER}/`]);
        for (const key of ['hub.json', `devices/${OTHER}/head.json`, `blobs/aa/${'a'.repeat(64)}`])
          expect(await other.get(key)).toEqual(BYTES);
        // What is not there is told as missing, not as denied.
        expect(await other.get(`devices/${OWN}/card.json`)).toBeUndefined();
        const own = [`devices/${OWN}/card.json`, `news/0-${OWN}-1`, 'news/pulse'];
        for (const key of own) expect([key, await outcome(other.put(key, BYTES))]).toEqual([key, 'done']);
        expect(await outcome(other.remove(`devices/${OWN}/card.json`))).toBe('done');
        const all: Readonly<Record<string, string>> = {
          'hub.json': 'hub.json',
          blobs: `blobs/bb/${'b'.repeat(64)}`,
          device: `devices/${OTHER}/head.json`,
          news: `news/0-${OTHER}-1`,
        };
        for (const [what, key] of Object.entries(all)) {
          const may = (more as readonly string[]).includes(what);
          expect([what, await outcome(other.put(key, BYTES))]).toEqual([what, may ? 'done' : 'denied']);
          expect([what, await outcome(other.remove(key))]).toEqual([what, 'denied']);
        }
        expect(await lead.get(`devices/${OTHER}/head.json`)).toEqual(BYTES);
        expect(await lead.get('news/pulse')).toEqual(BYTES);
      },
    );
  });
}

const ceph = gateway();
if (ceph === undefined)
  describe('the policy of a bucket', () => {
    it('is a document in the language of AWS; where there is a real store, what it lets is tried', () => {
      const place = {
        endpoint: 'https://s3.example',
        region: 'r',
        bucket: 'b',
        prefix: '',
        style: 'path',
      } as const;
      expect(JSON.parse(bucketPolicy(place, { device: OWN, role: 'rep' }))).toMatchObject({
        Version: '2012-10-17',
      });
    });
  });
else policyTests(ceph);
