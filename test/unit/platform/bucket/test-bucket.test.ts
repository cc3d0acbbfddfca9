import { expect, it } from 'vitest';
import type {
  BucketOptions,
  BucketReport,
} from '../../../../src/platform/object-store/bucket/bucket-options.ts';
import { createBucketStore } from '../../../../src/platform/object-store/bucket/bucket-store.ts';
import { testBucket } from '../../../../src/platform/object-store/bucket/test-bucket.ts';
import {
  bucketOptions,
  makeBucket,
  plainFetch,
  type S3Server,
} from '../../../support/bucket/bucket-for-tests.ts';
import { describeServers } from '../../../support/bucket/describe-servers.ts';

/** Tries a bucket whose answers to some requests are replaced. */
async function tryWith(
  server: S3Server,
  answers: (method: string, url: string) => Response | Error | undefined,
  over: Partial<BucketOptions> = {},
): Promise<BucketReport> {
  const fetch: BucketOptions['fetch'] = async (url, request) => {
    const answer = answers(request.method, url);
    if (answer instanceof Error) throw answer;
    return answer ?? plainFetch(url, request);
  };
  return testBucket(bucketOptions(server, await makeBucket(server), { fetch, ...over }));
}

function refusal(status: number, code: string, more = '', headers: Record<string, string> = {}): Response {
  const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message>${more}</Error>`;
  return new Response(xml, { status, headers: { 'content-type': 'application/xml', ...headers } });
}

function network(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
}

describeServers('trying a bucket', (server, isReal) => {
  it('measures one that works and leaves nothing in it', async () => {
    const bucket = await makeBucket(server());
    const report = await testBucket(bucketOptions(server(), bucket));
    expect(report).toMatchObject({ ok: true, conditional: isReal });
    const left = await createBucketStore(bucketOptions(server(), bucket)).list('devices/');
    expect(left.objects).toEqual([]);
  });

  it('says that there is no such bucket', async () => {
    expect(await testBucket(bucketOptions(server(), 'kitbag-that-nobody-made'))).toMatchObject({
      ok: false,
      reason: 'no-such-bucket',
    });
  });

  it.each([
    [
      'wrong-region',
      () => refusal(400, 'AuthorizationHeaderMalformed', '<Region>eu-central-1</Region>'),
      'eu-central-1',
    ],
    [
      'wrong-region',
      () => refusal(301, 'PermanentRedirect', '', { 'x-amz-bucket-region': 'eu-west-3' }),
      'eu-west-3',
    ],
    ['bad-keys', () => refusal(403, 'InvalidAccessKeyId'), 'InvalidAccessKeyId'],
    ['bad-keys', () => refusal(403, 'SignatureDoesNotMatch'), 'SignatureDoesNotMatch'],
    ['bad-keys', () => refusal(400, 'ExpiredToken'), 'ExpiredToken'],
    ['no-list', () => refusal(403, 'AccessDenied'), 'AccessDenied'],
    ['unreachable', () => refusal(503, 'SlowDown'), 'SlowDown'],
    ['unreachable', () => network('ECONNREFUSED'), 'ECONNREFUSED'],
    ['unreachable', () => new Error('net::ERR_NAME_NOT_RESOLVED'), 'ERR_NAME_NOT_RESOLVED'],
    ['certificate', () => network('DEPTH_ZERO_SELF_SIGNED_CERT'), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['certificate', () => new Error('net::ERR_CERT_DATE_INVALID'), 'ERR_CERT_DATE_INVALID'],
    ['proxy', () => new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'ERR_PROXY_CONNECTION_FAILED'],
    ['proxy', () => new Response('Log in to the proxy', { status: 407 }), 'HTTP 407'],
    ['not-s3', () => new Response('<html><body>Welcome to the hotel</body></html>'), 'no listing'],
    [
      'not-s3',
      () => new Response('<html>Moved</html>', { status: 302, headers: { location: 'http://portal' } }),
      'HTTP 302',
    ],
    ['not-s3', () => new Response('nothing here', { status: 404 }), 'HTTP 404'],
    ['not-s3', () => new Error('Redirect was cancelled'), 'redirected'],
    ['not-s3', () => network('ERR_SSL_WRONG_VERSION_NUMBER'), 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['not-s3', () => new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'ERR_SSL_PROTOCOL_ERROR'],
  ] as const)('says %s where the store answers so', async (reason, answer, detail) => {
    expect(await tryWith(server(), () => answer())).toEqual({ ok: false, reason, detail });
  });

  it('tells the right to write from the right to read', async () => {
    const denied = () => refusal(403, 'AccessDenied');
    expect(await tryWith(server(), (method) => (method === 'PUT' ? denied() : undefined))).toMatchObject({
      reason: 'no-write',
    });
    const reads = (method: string, url: string) => method === 'GET' && url.includes('probe-');
    expect(
      await tryWith(server(), (method, url) => (reads(method, url) ? denied() : undefined)),
    ).toMatchObject({
      reason: 'no-read',
    });
  });

  it('finds a bucket good that lets nobody remove', async () => {
    const report = await tryWith(server(), (method) =>
      method === 'DELETE' ? refusal(403, 'AccessDenied') : undefined,
    );
    expect(report).toMatchObject({ ok: true });
  });

  it('says by how many seconds the clock is off where the store goes on refusing', async () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    const report = await tryWith(server(), () => refusal(403, 'RequestTimeTooSkewed', '', { date: later }));
    expect(report).toMatchObject({ ok: false, reason: 'clock-skew' });
    expect(Number('detail' in report && report.detail)).toBeCloseTo(3600, -2);
  });

  it('has no key in what it says', async () => {
    const keys = async () => ({ accessKeyId: 'AKIASECRETID', secretAccessKey: 'verysecret' });
    const echo = refusal(403, 'SignatureDoesNotMatch', '<AWSAccessKeyId>AKIASECRETID</AWSAccessKeyId>');
    const report = await tryWith(server(), () => echo.clone(), { keys });
    expect(JSON.stringify(report)).not.toMatch(/AKIASECRETID|verysecret/);
  });

  const foreign: readonly (readonly [what: string, keys: (own: S3Server['keys']) => S3Server['keys']])[] = [
    ['a secret that is another’s', (own) => ({ ...own, secretAccessKey: 'another-secret' })],
    ['keys that nobody has', (own) => ({ ...own, accessKeyId: 'nobody' })],
  ];
  it.each(isReal ? foreign : [])('says that the keys are wrong with %s', async (_what, of) => {
    const wrong = of(server().keys);
    const report = await tryWith(server(), () => undefined, { keys: async () => wrong });
    expect(report).toMatchObject({ ok: false, reason: 'bad-keys' });
    expect(JSON.stringify(report)).not.toContain(wrong.secretAccessKey);
  });

  it.each([-3, 3])(
    'works where this clock is off by %i hours: the store says what time it is',
    async (hours) => {
      const clock = { now: () => Date.now() + hours * 3_600_000 };
      expect(await tryWith(server(), () => undefined, { clock })).toMatchObject({ ok: true });
    },
  );
});
