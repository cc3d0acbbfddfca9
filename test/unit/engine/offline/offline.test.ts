import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_POLICY } from '../../../../src/engine/offline/offline-settings.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';

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
  await hub.remove();
});

/** A person's pauses would only make the test slow. */
function soon(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, Math.min(ms, 50));
  return () => clearTimeout(timer);
}

/** Waits until so many originals are on the device. */
async function files(engine: TempEngine, count: number): Promise<void> {
  const kept = async () => expect((await engine.client.offline.get()).keptFiles).toBe(count);
  await vi.waitFor(kept, { timeout: 20_000, interval: 50 });
}

/** What the device says of the asset's file. */
async function isAway(engine: TempEngine): Promise<boolean> {
  return (await engine.client.assets.get({ asset })).version.away ?? false;
}

async function versionOf(engine: TempEngine): Promise<{ id: string; sha256: string; size: number }> {
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

  it('is never the only copy that is given up', async () => {
    const { sha256 } = await versionOf(ben);
    rmSync(inHub(sha256));
    await ben.client.offline.set(nothing);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await files(ben, 1);
    expect(await isAway(ben)).toBe(false);
  });

  it('is never taken from bytes that were altered, and says so', async () => {
    await ben.client.offline.set(nothing);
    await files(ben, 0);
    const { id, sha256 } = await versionOf(ben);
    writeFileSync(inHub(sha256), 'x'.repeat(statSync(inHub(sha256)).size));
    const fetching = async () => {
      for await (const _ of await ben.client.offline.fetch({ version: id }));
    };
    await expect(fetching()).rejects.toThrow(/not the one that was published/);
    expect(readdirSync(join(ben.data, 'blobs', 'incoming'))).toEqual([]);
  });
});
