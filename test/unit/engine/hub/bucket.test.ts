import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AskedPlace, GivenKeys, NamedBucket } from '../../../../src/contract/hub.ts';
import { createBucketStore } from '../../../../src/platform/object-store/bucket/bucket-store.ts';
import { invitationText } from '../../../../src/words/invitation.ts';
import { bucketOptions, makeBucket, type S3Server } from '../../../support/bucket/bucket-for-tests.ts';
import { describeServers } from '../../../support/bucket/describe-servers.ts';
import { UnpluggedProxy } from '../../../support/bucket/unplugged-proxy.ts';
import { refusing, saying } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let bucket: NamedBucket;
let keys: Extract<GivenKeys, { readonly from: 'typed' }>;
const engines: TempEngine[] = [];

/** A place in a bucket of its own, and keys that may use it. */
async function placeAt(server: S3Server): Promise<void> {
  const { endpoint, region } = server;
  bucket = { endpoint, region, bucket: await makeBucket(server), prefix: 'hub' };
  keys = { from: 'typed', ...server.keys };
}
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.remove();
});

async function opened(options: Parameters<typeof TempEngine.open>[0] = {}): Promise<TempEngine> {
  const engine = await TempEngine.open(options);
  engines.push(engine);
  return engine;
}

/** A lead who has shared the hub in the bucket, as a window does. */
async function shared(): Promise<TempEngine> {
  const lead = await opened();
  const { grant, place } = await lead.client.hub.look({ bucket, keys });
  expect(place).toBe('empty');
  await lead.client.hub.share({ grant, name: 'Acme' });
  return lead;
}

/** Copies what lies at one path of the bucket to another one, as whoever moves a hub does. */
async function copyHub(server: S3Server, from: string, to: string): Promise<void> {
  const at = (prefix: string) => createBucketStore(bucketOptions(server, bucket.bucket, { prefix }));
  const [source, target] = [at(from), at(to)];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const listing = await source.list(folder);
    folders.push(...listing.folders);
    for (const { key } of listing.objects) {
      const bytes = await source.get(key, { limit: 10_000_000 });
      if (bytes !== undefined) await target.put(key, bytes);
    }
  }
}

async function comeIn(engine: TempEngine, grant: string, name = 'Ben'): Promise<void> {
  for await (const _ of await engine.client.hub.join({ grant, name }));
}

/** Everything that a replica keeps but the secrets themselves, as one text. */
function keptBy({ data }: TempEngine): string {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('secrets'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describeServers('A hub in a bucket', (server, isReal) => {
  beforeEach(() => placeAt(server()));

  it('is shared and joined with keys that are typed, and goes on after a restart', async () => {
    const lead = await shared();
    await lead.publish(lead.file('Proof.md', 'Payback within seven months'));
    await lead.engine.exchange();
    const ben = await opened({ fresh: true });
    const found = await ben.client.hub.look({ bucket, keys });
    expect(found).toMatchObject({ place: 'hub', name: 'Acme' });
    await comeIn(ben, found.grant);
    await ben.reopen();
    expect(await ben.engine.exchange()).toMatchObject({ blocked: [] });
    expect(ben.engine.summaries().size).toBe(1);
    expect((await ben.client.hub.state()).location).toMatchObject({ kind: 'bucket', prefix: 'hub' });
  });

  it('keeps its keys apart from everything else, and forgets them with the hub', async () => {
    const lead = await shared();
    const state = await lead.client.hub.state();
    const session = await lead.client.session.get();
    for (const text of [keptBy(lead), JSON.stringify([state, session]), JSON.stringify(lead.logger)])
      expect(text).not.toContain(keys.secretAccessKey);
    expect(readdirSync(join(lead.data, 'secrets'))).toHaveLength(1);
    await lead.client.hub.disconnect();
    expect(readdirSync(join(lead.data, 'secrets'))).toEqual([]);
  });

  // A real store takes only keys that it has given out, and tests have one pair.
  if (!isReal)
    it('takes new keys for the same place, in the place of the old ones', async () => {
      const lead = await shared();
      const { grant } = await lead.client.hub.look({ bucket, keys: { ...keys, accessKeyId: 'other' } });
      expect(await lead.client.hub.move({ grant })).toMatchObject({ state: 'synced' });
      expect(readdirSync(join(lead.data, 'secrets'))).toHaveLength(1);
    });

  it('is asked after at another path with the keys that this device has, which nobody is told', async () => {
    const lead = await shared();
    const asked: AskedPlace = { bucket: { ...bucket, prefix: 'elsewhere' }, keys: { from: 'kept' } };
    const found = await lead.client.hub.look(asked);
    expect(found).toMatchObject({ place: 'empty' });
    expect(JSON.stringify(found)).not.toContain('a-secret-that-nobody-may-see');
    const { grant } = await lead.client.hub.look({ bucket, keys: { from: 'kept' } });
    expect(await lead.client.hub.move({ grant })).toMatchObject({ state: 'synced' });
    expect(readdirSync(join(lead.data, 'secrets'))).toHaveLength(1);
    // Keys that were only entered for a look are those of that look.
    const ben = await opened({ fresh: true });
    const looked = await ben.client.hub.look({ bucket: { ...bucket, prefix: 'wrong' }, keys });
    const again = ben.client.hub.look({ bucket, keys: { from: 'kept', grant: looked.grant } });
    expect(await again).toMatchObject({ place: 'hub', name: 'Acme' });
  });

  it('is moved within its store with the keys that this device has, and with no keys to another store', async () => {
    const lead = await shared();
    const copy = { ...bucket, prefix: 'copy' };
    await copyHub(server(), 'hub', 'copy');
    const address = (of: NamedBucket, endpoint = of.endpoint ?? '') =>
      `s3://${of.bucket}/${of.prefix}?endpoint=${endpoint}&region=${of.region}&style=path`;
    await lead.engine.moveHub(address(copy));
    expect((await lead.client.hub.state()).location).toMatchObject({ kind: 'bucket', prefix: 'copy' });
    expect(readdirSync(join(lead.data, 'secrets'))).toHaveLength(1);
    await lead.reopen();
    expect(await lead.engine.exchange()).toMatchObject({ blocked: [] });
    const elsewhere = lead.engine.moveHub(address(copy, 'http://127.0.0.1:9'));
    await expect(elsewhere).rejects.toMatchObject({ data: { field: 'place' } });
    expect((await lead.client.hub.state()).location).toMatchObject({ prefix: 'copy' });
  });

  it('asks for its keys again where none are on this device any more', async () => {
    const lead = await shared();
    await lead.client.hub.disconnect();
    await expect(lead.client.hub.look({ bucket, keys: { from: 'kept' } })).rejects.toMatchObject({
      data: { field: 'keys', says: saying(/no longer on this device.*Enter them again/) },
    });
  });

  it('is joined by an invitation that carries the keys, with its password and not without', async () => {
    const lead = await shared();
    const invited = await lead.client.hub.invite({ withKeys: true });
    const { password } = invited;
    const text = invitationText(invited);
    expect(text).not.toContain(keys.secretAccessKey);
    const ben = await opened({ fresh: true });
    // As a mail program hands it on.
    const quoted = text.replaceAll(/(.{60})/g, '$1\n> ');
    expect(await ben.client.hub.readInvitation({ text: quoted })).toMatchObject({
      name: 'Acme',
      needs: 'password',
    });
    await expect(
      ben.client.hub.readInvitation({ text: quoted, password: 'AAAAA-BBBBB-CCCCC-DDDDD' }),
    ).rejects.toMatchObject(refusing(/does not open the keys/));
    const read = await ben.client.hub.readInvitation({ text: quoted, password: password?.toLowerCase() });
    expect(read).toMatchObject({ needs: 'nothing', found: { place: 'hub', name: 'Acme' } });
    await comeIn(ben, read.found?.grant ?? '');
    expect(await ben.engine.exchange()).toMatchObject({ blocked: [] });
  });

  it('is joined by an invitation without keys with keys of one’s own', async () => {
    const lead = await shared();
    const invited = await lead.client.hub.invite({ withKeys: false });
    const { password } = invited;
    const text = invitationText(invited);
    expect(password).toBeUndefined();
    const ben = await opened({ fresh: true });
    const read = await ben.client.hub.readInvitation({ text });
    expect(read).toMatchObject({ name: 'Acme', needs: 'keys', bucket: { bucket: bucket.bucket } });
    const asked: AskedPlace = { bucket: read.bucket ?? bucket, keys };
    expect(await ben.client.hub.look(asked)).toMatchObject({ place: 'hub', name: 'Acme' });
  });

  it('is not what one was invited to where somebody replaced it', async () => {
    const lead = await shared();
    const invited = await lead.client.hub.invite({ withKeys: true });
    const { password } = invited;
    const text = invitationText(invited);
    const impostor = await opened();
    const other = { ...bucket, prefix: 'other' };
    const { grant } = await impostor.client.hub.look({ bucket: other, keys });
    await impostor.client.hub.share({ grant, name: 'Acme' });
    const at = (prefix: string) => createBucketStore(bucketOptions(server(), bucket.bucket, { prefix }));
    await at('hub').put('hub.json', (await at('other').get('hub.json')) ?? new Uint8Array());
    const ben = await opened({ fresh: true });
    const read = await ben.client.hub.readInvitation({ text, password });
    expect(read.found).toMatchObject({ place: 'unusable', says: saying(/replaced it/) });
  });

  it('is tested in sentences, with measures where it works', async () => {
    const engine = await opened({ fresh: true });
    const { test } = engine.client.hub;
    expect(await test({ bucket, keys })).toMatchObject({ ok: true, latencyMs: expect.any(Number) });
    expect(await test({ bucket: { ...bucket, bucket: 'no-such-bucket-here' }, keys })).toMatchObject({
      ok: false,
      code: 'no-such-bucket',
      says: saying(/no bucket of this name/),
    });
    expect(await test({ bucket: { ...bucket, endpoint: 'http://127.0.0.1:1' }, keys })).toMatchObject({
      ok: false,
      code: 'unreachable',
    });
    expect(await test({ bucket, keys: { from: 'environment' } })).toMatchObject({
      ok: false,
      code: 'no-keys',
    });
    await expect(test({ bucket: { ...bucket, endpoint: 'ftp://x' }, keys })).rejects.toMatchObject({
      data: { field: 'endpoint' },
    });
  });

  it('says that it is offline while the store is away, and goes on when it is back', async () => {
    const way = await UnpluggedProxy.to(server());
    bucket = { ...bucket, endpoint: way.endpoint };
    const lead = await shared();
    await way.unplug();
    await lead.engine.exchange();
    expect(await lead.client.hub.state()).toMatchObject({ state: 'offline', reason: 'unreachable' });
    await way.plugIn();
    await lead.engine.exchange();
    expect(await lead.client.hub.state()).toMatchObject({ state: 'synced' });
    await way.unplug();
  });

  it('has a policy that lets a rep’s device write only under its own name', async () => {
    const lead = await shared();
    const { text } = await lead.client.hub.policy({ role: 'rep', device: 'f'.repeat(32) });
    const { Statement } = JSON.parse(text) as {
      Statement: { Action: string[]; Resource: string | string[] }[];
    };
    const written = Statement.filter(({ Action }) => Action.includes('s3:PutObject')).flatMap(
      ({ Resource }) => Resource,
    );
    const root = `arn:aws:s3:::${bucket.bucket}/hub`;
    expect(written.sort()).toEqual([
      `${root}/devices/${'f'.repeat(32)}/*`,
      `${root}/news/*-${'f'.repeat(32)}-*`,
      `${root}/news/pulse`,
    ]);
    // Otherwise a store answers 403 for an object that is not there, and nothing could be synced.
    expect(text).toContain('StringLikeIfExists');
  });

  if (isReal)
    it('is neither shared nor looked at with keys that are another’s', async () => {
      const lead = await shared();
      const ben = await opened({ fresh: true });
      const wrong = { ...keys, secretAccessKey: 'another-secret' };
      expect(await ben.client.hub.look({ bucket, keys: wrong })).toMatchObject({
        place: 'unusable',
        says: saying(/keys/),
      });
      expect(await ben.client.hub.test({ bucket, keys: wrong })).toMatchObject({
        ok: false,
        code: 'bad-keys',
      });
      expect(await lead.engine.exchange()).toMatchObject({ blocked: [] });
    });
});
