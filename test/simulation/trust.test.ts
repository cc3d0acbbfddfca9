import { beforeAll, describe, expect, it } from 'vitest';
import { refusedEvents } from '../../src/domain/fold/fold-catalog.ts';
import { type MemberId, memberIdOf, type Sha256 } from '../../src/shared/vocabulary/ids.ts';
import { OtherBytes } from '../../src/sync/exchange/other-bytes.ts';
import { fetchBlob } from '../../src/sync/exchange/send-blobs.ts';
import { blobKey, cardKey, HUB_KEY, headKey } from '../../src/sync/hub/hub-layout.ts';
import { assetBody, idOf } from '../support/event-maker.ts';
import type { StoreContents } from '../support/stores/memory-store.ts';
import { MemoryBlobs, versionBlobs } from '../support/sync/memory-blobs.ts';
import { stateHashOf } from './sim-catalog.ts';
import { keyOf } from './sim-crypto.ts';
import { SimDevice } from './sim-device.ts';
import { HOUR, World } from './world.ts';

const catalog = (kind: string, body: object) => ({ stream: 'catalog' as const, kind, body: body as never });

/** A hub with a lead, a marketer who has published, and a rep who has rated; everything is exchanged. */
async function office() {
  const world = await World.found(5, 1);
  world.hub.calm();
  const lead = world.founder;
  const marketer = await world.addDevice('joins');
  const rep = await world.addDevice('joins');
  for (const device of [marketer, rep]) device.skew = 0;
  await settle(world);
  await lead.commit([catalog('role-granted', { member: marketer.member, role: 'marketer' })]);
  await settle(world);
  const body = assetBody(1);
  const sha256 = marketer.blobs.add('the file');
  await marketer.commit([catalog('asset-added', { ...body, version: { ...body.version, sha256 } })]);
  await rep.commit([
    catalog('rating-given', { asset: body.asset, version: body.version.id, value: 4, at: 1 }),
  ]);
  await rep.commit([
    {
      stream: 'activity',
      kind: 'asset-viewed',
      body: { asset: body.asset, version: body.version.id, at: 1 },
    },
  ]);
  await settle(world);
  return { world, lead, marketer, rep, sha256 };
}

async function settle(world: World): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const device of world.devices) await device.exchange();
  world.pass(HOUR, 1);
}

function stateOf(device: SimDevice) {
  const state = device.process?.catalog.live.state;
  if (state === undefined) throw new Error(`${device.name} does not run.`);
  return state;
}

function refusals(device: SimDevice): string[] {
  return refusedEvents(stateOf(device)).map(({ kind, why }) => `${kind}: ${why}`);
}

let here: Awaited<ReturnType<typeof office>>;
let whole: StoreContents;
let hash: string;

beforeAll(async () => {
  here = await office();
  whole = here.world.store.contents();
  hash = stateHashOf(stateOf(here.rep));
});

/** A new device that meets the hub for the first time and writes nothing. */
function newcomer(): SimDevice {
  return new SimDevice({
    name: 'newcomer',
    key: keyOf('newcomer'),
    member: memberIdOf(keyOf('newcomer').device),
    hub: here.world.identity,
    openStore: () => here.world.store,
    trueTime: () => here.world.trueTime,
  });
}

/** Lines of all events that a device has on its disk. */
async function linesOf(device: SimDevice): Promise<Set<string>> {
  return new Set((await device.events()).map(({ event }) => JSON.stringify(event)));
}

describe('altered bytes', () => {
  it('of any object, anywhere in it, are not taken for events; the rest goes on; the genuine ones are taken when they come', async () => {
    const { world, rep } = here;
    const genuine = await linesOf(rep);
    const kinds = new Map<string, number>();
    for (const [key, bytes] of whole) {
      const kind = key.replace(/[0-9a-f]{32}/g, '…').replace(/\d{9}-\d{9}.*/, '');
      if (key.startsWith('blobs/')) continue;
      for (let at = kinds.size % 7; at < bytes.length; at += 31) {
        const altered = Uint8Array.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ (at % 2 === 0 ? 1 : 0x20);
        world.store.restore(new Map(whole).set(key, altered));
        const device = newcomer();
        const report = await device.exchange();
        expect(device.defects).toEqual([]);
        for (const line of await linesOf(device)) expect(genuine).toContain(line);
        if (key === HUB_KEY) expect(report).toMatchObject({ outcome: 'blocked', pulled: 0 });
        else
          expect(report?.devices.filter(({ trouble }) => trouble !== undefined).length).toBeLessThanOrEqual(
            1,
          );
        world.store.restore(whole);
        await device.exchange();
        expect(stateHashOf(stateOf(device))).toBe(hash);
      }
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect([...kinds.keys()].sort()).toEqual([
      'devices/…/activity/',
      'devices/…/card.json',
      'devices/…/catalog/',
      'devices/…/head.json',
      'hub.json',
    ]);
  });

  it('of a file, or another file in its place, or half of it, are not kept', async () => {
    const { world, marketer, sha256 } = here;
    const bytes = whole.get(blobKey(sha256)) ?? new Uint8Array();
    const size = bytes.length;
    const other = marketer.blobs.add('othrfile');
    const swapped = marketer.blobs.kept.get(other) ?? new Uint8Array();
    expect(swapped.length).toBe(size);
    const blobs = new MemoryBlobs(versionBlobs);
    for (const [content, expected] of [
      [bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte)), 'altered'],
      [swapped, 'altered'],
      [bytes.slice(0, 4), 'not-arrived'],
      [new Uint8Array(), 'not-arrived'],
      [bytes, 'stored'],
    ] as const) {
      world.store.restore(new Map(whole).set(blobKey(sha256), content));
      const looks = { others: new OtherBytes(), now: 0 };
      const fetched = await fetchBlob(world.store, blobs, sha256 as Sha256, { is: size }, looks);
      expect(fetched).toBe(expected);
      expect(blobs.kept.has(sha256)).toBe(expected === 'stored');
    }
    world.store.restore(whole);
  });
});

describe('what is genuine in another place or time', () => {
  it('is not taken for something new: heads, cards and segments of others, and older ones of one’s own', async () => {
    const { world, lead, marketer, rep } = here;
    const genuine = await linesOf(rep);
    const of = (key: string) => whole.get(key) ?? new Uint8Array();
    const segments = [...whole.keys()].filter((key) => key.endsWith('.jsonl'));
    const moves: [string, string][] = [
      [headKey(lead.id), headKey(marketer.id)],
      [cardKey(lead.id), cardKey(marketer.id)],
      [headKey(rep.id), headKey(lead.id)],
      ...segments.flatMap((from) =>
        segments.filter((to) => to !== from).map((to): [string, string] => [from, to]),
      ),
    ];
    for (const [from, to] of moves) {
      world.store.restore(new Map(whole).set(to, of(from)));
      const device = newcomer();
      await device.exchange();
      expect(device.defects).toEqual([]);
      for (const line of await linesOf(device)) expect(genuine).toContain(line);
      world.store.restore(whole);
      await device.exchange();
      expect(stateHashOf(stateOf(device))).toBe(hash);
    }
  });

  it('is a head of an earlier time, which changes nothing where more is known', async () => {
    const { world, lead, rep } = await office();
    const old = (await world.store.get(headKey(lead.id))) ?? new Uint8Array();
    await lead.commit([catalog('hub-renamed', { name: 'Renamed' })]);
    await settle(world);
    const before = stateHashOf(stateOf(rep));
    await world.store.put(headKey(lead.id), old);
    const report = await rep.exchange();
    expect(report?.devices.find(({ device }) => device === lead.id)?.trouble).toBe('rolled-back');
    expect(stateHashOf(stateOf(rep))).toBe(before);
    await settle(world);
    expect(rep.reports.at(-1)?.devices.find(({ device }) => device === lead.id)?.trouble).toBeUndefined();
  });
});

describe('events that do not count', () => {
  it('are those above one’s role, by a changed program: refused everywhere, listed with the reason, and the rest goes on', async () => {
    const { world, lead, rep } = await office();
    const text = stateHashOf(stateOf(lead));
    const shown = () => [...stateOf(lead).assets.values()].map(({ fields }) => fields.title?.value);
    await rep.commit([
      catalog('asset-added', assetBody(2)),
      catalog('asset-edited', { asset: idOf('a', 1), set: { title: 'Defaced' } }),
      catalog('role-granted', { member: rep.member, role: 'lead' }),
      catalog('member-removed', { member: lead.member, last: {} }),
      catalog('hub-policy-set', { admission: 'ask' }),
      catalog('stage-defined', { id: 'mine', name: 'Mine', definition: '', entryCriteria: '', order: 1 }),
      catalog('rating-withdrawn', { asset: idOf('a', 1) }),
    ]);
    await settle(world);
    expect(refusals(lead).sort()).toEqual([
      'asset-added: not-allowed',
      'asset-edited: not-allowed',
      'hub-policy-set: not-allowed',
      'member-removed: not-allowed',
      'role-granted: not-allowed',
      'stage-defined: not-allowed',
    ]);
    expect(shown()).toEqual(['Asset 1']);
    expect(stateOf(lead).ratings.get(idOf('a', 1))?.get(rep.member)?.value).toBeNull();
    expect(stateHashOf(stateOf(lead))).not.toBe(text);
    expect(stateHashOf(stateOf(rep))).toBe(stateHashOf(stateOf(lead)));
  });

  it('are those of a stranger, in their own name and in somebody else’s', async () => {
    const { world, lead } = await office();
    const stranger = await world.addDevice('is a stranger');
    stranger.skew = 0;
    await stranger.commit([catalog('asset-added', assetBody(3))]);
    await stranger.commit([catalog('hub-renamed', { name: 'Mine now' })], lead.member);
    await stranger.commit([catalog('member-removed', { member: lead.member })], lead.member);
    const stolen = keyOf('device 1');
    const body = {
      device: stranger.id,
      member: lead.member,
      name: 'x',
      deviceName: 'x',
      publicKey: stranger.key.signer.publicKey,
    };
    await stranger.commit([catalog('member-joined', body)], lead.member);
    await stranger.commit(
      [catalog('device-added', { ...body, device: stolen.device })],
      lead.member as MemberId,
    );
    await settle(world);
    expect(refusals(lead).sort()).toEqual([
      'asset-added: unknown-device',
      'device-added: unknown-device',
      'hub-renamed: unknown-device',
      'member-joined: bad-proof',
      'member-removed: unknown-device',
    ]);
    expect(stateOf(lead).assets.size).toBe(1);
    expect(stateOf(lead).hubName.renamed).toBeUndefined();
  });

  it('are those of a removed member after the position that the removal names, however they are dated', async () => {
    const { world, lead, marketer } = await office();
    await marketer.commit([catalog('asset-edited', { asset: idOf('a', 1), set: { title: 'Before' } })]);
    await settle(world);
    const position = lead.process?.replica.position() ?? {};
    const last = {
      [marketer.id]: {
        catalog: position[`${marketer.id}/catalog`] ?? 0,
        activity: position[`${marketer.id}/activity`] ?? 0,
      },
    };
    await lead.commit([catalog('member-removed', { member: marketer.member, last })]);
    marketer.skew = -24 * HOUR;
    await marketer.commit([catalog('asset-edited', { asset: idOf('a', 1), set: { title: 'After' } })]);
    await settle(world);
    for (const device of world.devices) {
      expect(stateOf(device).assets.get(idOf('a', 1))?.fields.title?.value).toBe('Before');
      expect(refusals(device)).toEqual(['asset-edited: after-removal']);
    }
  });
});
