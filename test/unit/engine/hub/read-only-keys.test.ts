import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GivenKeys, JoinProgress, NamedBucket } from '../../../../src/contract/hub.ts';
import { makeBucket } from '../../../support/bucket/bucket-for-tests.ts';
import { type FaultProxy, startFaultProxy } from '../../../support/bucket/fault-proxy.ts';
import { startNpmServer } from '../../../support/bucket/servers.ts';
import { saying, sentenceOf } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let server: Awaited<ReturnType<typeof startNpmServer>>;
/** The way to the store of whoever may only read. */
let reader: FaultProxy;
let bucket: string;
const keys: GivenKeys = { from: 'typed', accessKeyId: 'kitbag', secretAccessKey: 'secret' };
const engines: TempEngine[] = [];

beforeAll(async () => {
  server = await startNpmServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  bucket = await makeBucket(server);
  reader = await startFaultProxy(server);
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.remove();
  await reader.stop();
});

async function opened(options: Parameters<typeof TempEngine.open>[0] = {}): Promise<TempEngine> {
  const engine = await TempEngine.open(options);
  engines.push(engine);
  return engine;
}

function at(endpoint: string): NamedBucket {
  return { endpoint, region: server.region, bucket, prefix: 'hub', style: 'path' };
}

/** What a policy allows that gives everything to read and, where a device is named, its own part to write. */
function allow(device?: string): void {
  reader.calm();
  const mayWrite = ({ pathname }: URL): boolean =>
    device !== undefined && (pathname.includes(device) || pathname.endsWith('/news/pulse'));
  reader.disturb(
    { kind: 'answer', status: 403, code: 'AccessDenied' },
    (method, url) => method !== 'GET' && method !== 'HEAD' && !mayWrite(url),
    Number.MAX_SAFE_INTEGER,
  );
}

async function shared(): Promise<TempEngine> {
  const lead = await opened();
  const { grant } = await lead.client.hub.look({ bucket: at(server.endpoint), keys });
  await lead.client.hub.share({ grant, name: 'Acme', admission: 'open' });
  await lead.publish(lead.file('Proof.md', 'Payback within seven months'));
  await lead.engine.exchange();
  return lead;
}

/** Joins as a window does, up to where it is held or in. */
async function joinOrWait(engine: TempEngine): Promise<JoinProgress | undefined> {
  const { grant } = await engine.client.hub.look({ bucket: at(reader.endpoint), keys });
  let last: JoinProgress | undefined;
  for await (const progress of await engine.client.hub.join({ grant, name: 'Ben' })) {
    last = progress;
    if (progress.held !== undefined) break;
  }
  return last;
}

describe('Somebody who joins with keys that may only read', () => {
  it('is told what is wrong and which name the keys must be allowed, instead of being let in unheard', async () => {
    await shared();
    allow();
    const ben = await opened({ fresh: true });
    const held = (await joinOrWait(ben))?.held;
    expect(held).toMatchObject({ reason: 'denied', mayStart: true });
    expect(sentenceOf(held?.says)).toMatch(
      /can read the hub, but not write .*devices\/[0-9a-f]{32}\/.*Ask your lead/s,
    );
    expect(await ben.client.session.get()).toMatchObject({ state: 'joining', held: { reason: 'denied' } });
    // The command line says the same, and so does every later try.
    expect(await ben.engine.exchange()).toMatchObject({
      blocked: [{ reason: 'denied', says: held?.says }],
    });
  });

  it('is in as soon as the keys may write below the name that was shown, and not elsewhere', async () => {
    const lead = await shared();
    allow();
    const ben = await opened({ fresh: true });
    const device =
      /devices\/([0-9a-f]{32})\//.exec(sentenceOf((await joinOrWait(ben))?.held?.says))?.[1] ?? '';
    const { text } = await lead.client.hub.policy({ role: 'rep', device });
    expect(text).toContain(`/hub/devices/${device}/*`);
    allow(device);
    expect(await ben.client.hub.test({ bucket: at(reader.endpoint), keys })).toMatchObject({ ok: true });
    await ben.engine.exchange();
    expect(await ben.client.session.get()).toMatchObject({ state: 'ready', standing: 'member' });
    await lead.engine.exchange();
    expect((await lead.client.people.list()).people.map(({ name }) => name)).toContain('Ben');
  });

  it('may read what is there meanwhile, and sees that nothing is sent and why', async () => {
    await shared();
    allow();
    const ben = await opened({ fresh: true });
    await joinOrWait(ben);
    for await (const _ of await ben.client.hub.resume({ anyway: true }));
    expect(await ben.client.session.get()).toMatchObject({ state: 'ready', counts: { assets: 1 } });
    await ben.engine.exchange();
    expect(await ben.client.hub.state()).toMatchObject({
      state: 'blocked',
      reason: 'denied',
      says: saying(/can read the hub, but not write/),
    });
  });
});
