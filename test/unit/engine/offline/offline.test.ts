import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetVersion } from '../../../../src/contract/assets.ts';
import { DEFAULT_POLICY } from '../../../../src/engine/offline/offline-settings.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let hub: HubEngines;
let lead: TempEngine;
let ben: TempEngine;
let asset: string;

const nothing = { ...DEFAULT_POLICY, keep: 'chosen' as const };

beforeEach(async () => {
  ({ hub, lead } = await HubEngines.shared());
  [asset = ''] = await lead.publish(lead.file('Price list.txt', 'All prices of the harbour.'));
  await lead.engine.exchange();
  ben = await hub.fresh({ later: soon });
  for await (const _ of ben.engine.joinHub(hub.place, { name: 'Ben' }));
  await ben.engine.exchange();
  await files(ben, 1);
});

afterEach(async () => {
  thinking = false;
  await hub.remove();
});

/** Whether somebody still thinks better of it: what is not wanted is not given up before. */
let thinking = false;

/** A person's pauses would only make the test slow; one that does not end is what a test is about. */
function soon(run: () => void, ms: number): () => void {
  const wait = (): NodeJS.Timeout =>
    setTimeout(
      () => {
        if (ms >= 60_000 && thinking) timer = wait();
        else run();
      },
      Math.min(ms, 50),
    );
  let timer = wait();
  return () => clearTimeout(timer);
}

/** Waits until so many originals are on the device. */
async function files(engine: TempEngine, count: number): Promise<void> {
  const kept = async () => expect((await engine.client.offline.get()).keptFiles).toBe(count);
  await comesTrue(kept);
}

/** What the device says of the asset's file. */
async function isAway(engine: TempEngine): Promise<boolean> {
  return (await engine.client.assets.get({ asset })).version.away ?? false;
}

async function versionOf(engine: TempEngine): Promise<AssetVersion> {
  return (await engine.client.assets.get({ asset })).version;
}

function inHub(sha256: string): string {
  return join(hub.place, 'blobs', sha256.slice(0, 2), sha256);
}

describe('what is kept on a device', () => {
  it('is given up when it is not wanted, still found by its text, and no problem for a check', async () => {
    await ben.client.offline.set(nothing);
    await files(ben, 0);
    expect(await isAway(ben)).toBe(true);
    expect((await ben.client.search.find({ query: 'price' })).total).toBe(1);
    const { version } = await ben.client.assets.get({ asset });
    expect((await ben.client.assets.text({ version: version.id })).pages[0]?.text).toContain('harbour');
    expect(await ben.client.assets.checkFile({ version: version.id })).toMatchObject({
      present: false,
      away: true,
    });
    expect(await ben.client.maintenance.verify()).toMatchObject({ ok: true, notKept: 1, notArrived: 0 });
  });

  it('comes on demand with its progress, and stays from then on', async () => {
    await ben.client.offline.set(nothing);
    await files(ben, 0);
    const version = await versionOf(ben);
    const steps: { bytes: number; total: number }[] = [];
    for await (const step of await ben.client.offline.fetch({ version: version.id })) steps.push(step);
    expect(steps.at(-1)).toEqual({ bytes: version.size, total: version.size });
    expect(await isAway(ben)).toBe(false);
    expect((await ben.client.offline.get()).wantedFiles).toBe(1);
  });

  it('comes again where somebody or something changed it', async () => {
    const { version } = await ben.client.assets.get({ asset });
    const { sha256 } = version;
    writeFileSync(join(ben.data, 'blobs', sha256.slice(0, 2), sha256), 'Something else.');
    const { assets, offline } = ben.client;
    expect(await assets.checkFile({ version: version.id })).toMatchObject({
      present: false,
      away: true,
      says: { code: 'file.changed' },
    });
    for await (const _ of await offline.fetch({ version: version.id }));
    expect(await assets.checkFile({ version: version.id })).toEqual({ present: true });
  });

  it('stays when it is pinned', async () => {
    await ben.client.offline.set(nothing);
    await ben.client.offline.pin({ asset, pinned: true });
    await files(ben, 1);
    await ben.client.offline.pin({ asset, pinned: false });
    await files(ben, 0);
    await ben.client.offline.pin({ asset, pinned: true });
    await files(ben, 1);
  });

  it('stays while it is pinned to Home, until it is archived or unpinned', async () => {
    await ben.client.offline.set(nothing);
    await files(ben, 0);
    await ben.client.pins.set({ asset, pinned: true });
    await files(ben, 1);
    expect(await ben.client.offline.get()).toMatchObject({ wantedFiles: 1, pinned: [] });
    await lead.client.assets.edit({ asset, set: { status: 'archived' } });
    await lead.engine.exchange();
    await ben.engine.exchange();
    await files(ben, 0);
    await lead.client.assets.edit({ asset, set: { status: 'published' } });
    await lead.engine.exchange();
    await ben.engine.exchange();
    await files(ben, 1);
    await ben.client.pins.set({ asset, pinned: false });
    await files(ben, 0);
  });

  it('says how much a change would give up before it is made, and gives nothing up while that can be undone', async () => {
    const { size } = await versionOf(ben);
    thinking = true;
    expect(await ben.client.offline.preview(nothing)).toEqual({ files: 1, bytes: size });
    expect((await ben.client.offline.get()).going).toBeUndefined();
    const changed = await ben.client.offline.set(nothing);
    expect(changed.going).toMatchObject({ files: 1, bytes: size, canTakeBack: true });
    // A fold in between, which asks for what may go as well, does not make it go sooner.
    await lead.client.assets.edit({ asset, set: { tags: ['harbour'] } });
    await lead.engine.exchange();
    await ben.engine.exchange();
    expect((await ben.client.offline.get()).keptFiles).toBe(1);
    const back = await ben.client.offline.takeBack();
    expect(back).toMatchObject({ policy: DEFAULT_POLICY, keptFiles: 1 });
    expect(back.going).toBeUndefined();
  });

  it('can still be taken back after a restart, and goes later where it is not', async () => {
    thinking = true;
    await ben.client.offline.set({ ...nothing, budgetBytes: 5 });
    await ben.client.offline.set(nothing);
    await ben.reopen();
    const going = async () => (await ben.client.offline.get()).going;
    await comesTrue(async () => expect(await going()).toMatchObject({ files: 1, canTakeBack: true }));
    expect((await ben.client.offline.takeBack()).policy).toEqual(DEFAULT_POLICY);
    await ben.client.offline.set(nothing);
    await ben.reopen();
    thinking = false;
    await ben.engine.exchange();
    await files(ben, 0);
    await comesTrue(async () => expect(await going()).toBeUndefined());
    // What is gone comes back by another change, not by this one.
    expect((await ben.client.offline.takeBack()).policy).toEqual(nothing);
  });

  it('is not given up any more once somebody has thought better of it, while other files go', async () => {
    await lead.publish(lead.file('Other.txt', 'Something else of the harbour.'));
    await lead.engine.exchange();
    await ben.engine.exchange();
    await files(ben, 2);
    thinking = true;
    await ben.client.offline.pin({ asset, pinned: true });
    await ben.client.offline.set(nothing);
    expect((await ben.client.offline.get()).going).toMatchObject({ files: 1 });
    await ben.client.offline.pin({ asset, pinned: false });
    expect((await ben.client.offline.get()).going).toMatchObject({ files: 2 });
    await ben.client.offline.pin({ asset, pinned: true });
    thinking = false;
    await files(ben, 1);
    expect(await isAway(ben)).toBe(false);
  });

  it('is never the only copy that is given up', async () => {
    const { sha256 } = await versionOf(ben);
    rmSync(inHub(sha256));
    await ben.client.offline.set(nothing);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await files(ben, 1);
    expect(await isAway(ben)).toBe(false);
  });

  it('says of one who joined and lost the hub that not even the text is here, until it is', async () => {
    const { textSha256 = '', sha256 } = await versionOf(ben);
    const hubs = [textSha256, sha256].map((name) => ({
      path: inHub(name),
      bytes: readFileSync(inHub(name)),
    }));
    for (const { path } of hubs) rmSync(path);
    const mia = await hub.fresh();
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    await mia.engine.exchange();
    await comesTrue(async () =>
      expect((await mia.client.assets.get({ asset })).version).toMatchObject({ away: true, textAway: true }),
    );
    for (const { path, bytes } of hubs) writeFileSync(path, bytes);
    mia.time += 3_600_000;
    await mia.engine.exchange();
    const { version } = await mia.client.assets.get({ asset });
    expect([version.away, version.textAway]).toEqual([undefined, undefined]);
  });

  it('is never taken from bytes that were altered, and says so', async () => {
    await ben.client.offline.set(nothing);
    await files(ben, 0);
    const { id, sha256 } = await versionOf(ben);
    writeFileSync(inHub(sha256), 'x'.repeat(statSync(inHub(sha256)).size));
    const fetching = async () => {
      for await (const _ of await ben.client.offline.fetch({ version: id }));
    };
    expect((await refusalOf(fetching())).message).toContain('not the one that was published');
    expect(readdirSync(join(ben.data, 'blobs', 'incoming'))).toEqual([]);
  });

  it('is not copied from a file of another size in its place, and counted until it is mended', async () => {
    const { textSha256 = '', thumbnail, sha256 } = await versionOf(ben);
    const names = [textSha256, sha256, thumbnail?.sha256 ?? ''];
    const sound = names.map((name) => readFileSync(inHub(name)));
    // Sparse: they take no room, and would take hours to copy.
    for (const name of names) truncateSync(inHub(name), 6_000_000_000);
    const mia = await hub.fresh({ later: soon });
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    expect(await mia.engine.exchange()).toMatchObject({ altered: 3 });
    expect((await mia.client.hub.state()).files).toMatchObject({ wanted: 1, here: 0, altered: 3 });
    expect(existsSync(join(mia.data, 'blobs'))).toBe(false);
    const { problems } = await mia.client.maintenance.verify();
    expect(problems.map(({ code }) => code)).toEqual(Array(3).fill('blob-altered-in-hub'));
    for (const [index, name] of names.entries()) writeFileSync(inHub(name), sound[index] ?? '');
    await mia.engine.exchange();
    expect((await mia.client.hub.state()).files).toMatchObject({ wanted: 1, here: 1, altered: 0 });
  });

  it('is altered where other bytes of a possible size stay in the place of a text or a thumbnail', async () => {
    const { textSha256 = '', thumbnail } = await versionOf(ben);
    const names = [textSha256, thumbnail?.sha256 ?? ''];
    const sound = names.map((name) => readFileSync(inHub(name)));
    for (const [index, name] of names.entries())
      writeFileSync(inHub(name), Buffer.alloc((sound[index] ?? Buffer.alloc(0)).length, 'x'));
    const mia = await hub.fresh({ later: soon });
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    // Half of a file would be told in the same way.
    expect(await mia.engine.exchange()).toMatchObject({ altered: 0 });
    mia.time += 3_600_000;
    expect(await mia.engine.exchange()).toMatchObject({ altered: 2 });
    for (const [index, name] of names.entries()) writeFileSync(inHub(name), sound[index] ?? '');
    mia.time += 3_600_000;
    await mia.engine.exchange();
    expect((await mia.client.hub.state()).files).toMatchObject({ wanted: 1, here: 1, altered: 0 });
  });

  it('has not arrived while another half of a text comes with every look', async () => {
    const { textSha256 = '' } = await versionOf(ben);
    const sound = readFileSync(inHub(textSha256));
    writeFileSync(inHub(textSha256), sound.subarray(0, 10));
    const mia = await hub.fresh({ later: soon });
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    for (let bytes = 11; bytes < 14; bytes += 1) {
      writeFileSync(inHub(textSha256), sound.subarray(0, bytes));
      mia.time += 3_600_000;
      expect(await mia.engine.exchange()).toMatchObject({ altered: 0 });
    }
  });
});
