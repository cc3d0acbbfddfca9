import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { assets } from '../../../src/domain/assets/assets.ts';
import { blob } from '../../../src/domain/kernel/blobs.ts';
import { defineCollection } from '../../../src/domain/kernel/define-collection.ts';
import { defineEvent } from '../../../src/domain/kernel/define-event.ts';
import { assetId, line, time } from '../../../src/domain/kernel/fields.ts';
import { later, type Register } from '../../../src/domain/kernel/register.ts';
import { MARKETERS } from '../../../src/domain/kernel/roles.ts';
import { type Entries, fillMap } from '../../../src/domain/kernel/snapshot-json.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { openReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { says } from '../../../src/shared/says/says.ts';
import type { MemberId } from '../../../src/shared/vocabulary/ids.ts';
import { say } from '../../../src/words/say.ts';
import { HubEngines } from '../../support/hub-engines.ts';
import { modelWith } from '../../support/other-models.ts';
import { keepingLogger } from '../../support/quiet-logger.ts';
import { TempEngine } from '../../support/temp-engine.ts';

/** A kind with a blob and a collection, as somebody would write them in the folder of their area. */
const sharpenedBody = z.object({ asset: assetId, note: line, picture: blob('picture'), at: time });
type Sharpened = z.infer<typeof sharpenedBody> & { readonly member: string };
type SharpnessPart = { readonly sharpness: Map<string, Register<Sharpened>> };

const fillSharpness = vi.fn((state: SharpnessPart, json: unknown) =>
  fillMap(state.sharpness, json as Entries<Register<Sharpened>>),
);

const sharpness = defineCollection({
  name: 'sharpness',
  topics: ['assets'],
  empty: (): SharpnessPart => ({ sharpness: new Map() }),
  toJson: (state: SharpnessPart) => [...state.sharpness],
  fill: fillSharpness,
  *blobs({ sharpness: all }: SharpnessPart) {
    for (const { value } of all.values())
      yield { sha256: value.picture, role: 'picture', member: value.member, of: value.asset };
  },
});

const assetSharpened = defineEvent({
  kind: 'asset-sharpened',
  body: sharpenedBody,
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: sharpness,
  entry: ({ asset }) => asset,
  shownIn: { in: assets, entry: ({ asset }) => asset },
  over: ({ sharpness: all }, { asset }) => [all.get(asset)?.stamp],
  fold({ sharpness: all }, body, { member, stamp }) {
    all.set(body.asset, later(all.get(body.asset), stamp, { ...body, member }));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ note }) => says('history.version-added-as', { note }),
  },
});

const model = modelWith({ events: [assetSharpened], collections: [sharpness] });

/** Runs what looks through the disk for blobs that nothing refers to at once; everything else when it is due. */
const LOOKS_THROUGH_AT_MS = 30_000;
function impatient(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms === LOOKS_THROUGH_AT_MS ? 0 : ms);
  return () => clearTimeout(timer);
}

let hub: HubEngines | undefined;
let alone: TempEngine | undefined;
afterEach(async () => {
  await hub?.remove();
  await alone?.remove();
  hub = undefined;
  alone = undefined;
});

/** Sharpens an asset, as a use case would: the blob, then its event. Answers the blob's name. */
async function sharpen(engine: TempEngine, asset: string, note: string): Promise<string> {
  const member = (await engine.self()) as MemberId;
  let picture = '';
  await engine.reopen(async () => {
    const opened = await openReplicaFolder(engine.data, {
      what: 'a later Kitbag',
      clock: { now: () => engine.time },
      logger: keepingLogger(),
      create: false,
    });
    if (!opened.ok) throw new Error(`Not opened: ${opened.error.code}`);
    ({ sha256: picture } = await opened.value.blobs.put(Buffer.from(`picture of ${note}`)));
    const replica = await opened.value.open();
    const body = { asset, note, picture, at: engine.time };
    await replica.commit(member, [{ stream: 'catalog', kind: 'asset-sharpened', body }]);
    await replica.close();
    opened.value.release();
  });
  return picture;
}

/** What the collection holds, as the device saved it when it was closed. */
async function keptBy(engine: TempEngine): Promise<unknown> {
  let kept: unknown;
  await engine.reopen(() => {
    const { data } = JSON.parse(readFileSync(join(engine.data, 'snapshots', 'sharpness.json'), 'utf8'));
    kept = data.map(([asset, { value }]: [string, Register<Sharpened>]) => [
      asset,
      value.note,
      value.picture,
    ]);
  });
  return kept;
}

const hashOf = async ({ client }: TempEngine) => (await client.maintenance.stateHash()).hash;
const historyOf = async ({ client }: TempEngine, asset: string) =>
  (await client.history.asset({ asset })).entries.map(({ what }) => say(what));
const pathOf = (engine: TempEngine, sha256: string) => join(engine.data, 'blobs', sha256.slice(0, 2), sha256);

/** Makes a file look two days old: younger ones are never removed. */
function age(path: string): void {
  const before = Date.now() / 1000 - 2 * 86_400;
  utimesSync(path, before, before);
}

describe('a kind of event with a blob and a collection that are registered', () => {
  it('are there after a start, from scratch, on another device, in history and in verify', async () => {
    const shared = await HubEngines.shared({ ports: { model, later: impatient } });
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('a.txt', 'A'));
    const picture = await sharpen(lead, asset, 'twice');
    const kept = [[asset, 'twice', picture]];
    const hash = await hashOf(lead);

    // From the snapshot: it is read, and nothing of it was folded again.
    expect(await keptBy(lead)).toEqual(kept);
    fillSharpness.mockClear();
    await lead.reopen();
    expect(fillSharpness).toHaveBeenCalledTimes(1);
    expect(await hashOf(lead)).toBe(hash);

    // From scratch.
    await lead.reopen(() => rmSync(join(lead.data, 'snapshots'), { recursive: true }));
    expect(await hashOf(lead)).toBe(hash);
    expect(await keptBy(lead)).toEqual(kept);

    // On another device, with its blob.
    await lead.engine.exchange();
    const mia = await hub.fresh({ model });
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    await hub.settle(lead, mia);
    expect(await hashOf(mia)).toBe(await hashOf(lead));
    await vi.waitFor(async () => {
      await mia.engine.exchange();
      expect(existsSync(pathOf(mia, picture))).toBe(true);
    });
    expect(await keptBy(mia)).toEqual(kept);

    // In history, in verify.
    expect(await historyOf(mia, asset)).toContain('added a version (twice)');
    expect(await mia.client.maintenance.verify()).toMatchObject({ ok: true, problems: [], notArrived: 0 });
    rmSync(pathOf(mia, picture));
    expect(await mia.client.maintenance.verify()).toMatchObject({ ok: true, notArrived: 1 });
  });

  it('are kept and deferred by an older version, and count there after the upgrade', async () => {
    const shared = await HubEngines.shared({ ports: { model } });
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('a.txt', 'A'));
    const picture = await sharpen(lead, asset, 'twice');
    await lead.engine.exchange();
    let installed = MODEL;
    const mia = await hub.fresh({
      get model() {
        return installed;
      },
    });
    for await (const _ of mia.engine.joinHub(hub.place, { name: 'Mia' }));
    await hub.settle(lead, mia);
    expect(await historyOf(mia, asset)).not.toContain('added a version (twice)');
    expect(await hashOf(mia)).not.toBe(await hashOf(lead));

    installed = model;
    await mia.reopen();
    expect(await historyOf(mia, asset)).toContain('added a version (twice)');
    expect(await hashOf(mia)).toBe(await hashOf(lead));
    expect(await keptBy(mia)).toEqual([[asset, 'twice', picture]]);
  });

  it('keep the blob when what nothing refers to is removed, and miss it in verify', async () => {
    alone = await TempEngine.open({ ports: { model, later: impatient } });
    const [asset = ''] = await alone.publish(alone.file('a.txt', 'A'));
    const former = await sharpen(alone, asset, 'once');
    const picture = await sharpen(alone, asset, 'twice');
    for (const one of [former, picture]) age(pathOf(alone, one));
    await alone.reopen();
    const { data } = alone;
    await vi.waitFor(() => expect(existsSync(join(data, 'blobs', former.slice(0, 2), former))).toBe(false));
    expect(existsSync(pathOf(alone, picture))).toBe(true);
    rmSync(pathOf(alone, picture));
    const { problems } = await alone.client.maintenance.verify();
    expect(problems).toMatchObject([{ code: 'blob-missing', id: asset }]);
  });
});

describe('definitions that do not fit each other', () => {
  it('are refused with what is missing', () => {
    const { blobs: _, ...forgetful } = sharpness;
    const twice = { ...assetSharpened, into: forgetful };
    expect(() => modelWith({ events: [twice], collections: [forgetful] })).toThrow(
      'The kind asset-sharpened names blobs, and the collection sharpness does not say which of them it keeps.',
    );
    expect(() => modelWith({ events: [assetSharpened], collections: [] })).toThrow(
      'The kind asset-sharpened is folded into sharpness, a collection that is not registered.',
    );
    const claiming = { ...assetSharpened, claims: () => [] };
    expect(() => modelWith({ events: [claiming], collections: [sharpness] })).toThrow(
      'The kind asset-sharpened claims ids, and the collection sharpness does not say whose they are.',
    );
    const { what: _what, ...untold } = assetSharpened.history ?? { of: 'asset' as const, id: () => '' };
    expect(() =>
      modelWith({ events: [{ ...assetSharpened, history: untold }], collections: [sharpness] }),
    ).toThrow('Nobody tells the kind asset-sharpened in the history of what it is about.');
    expect(() => modelWith({ events: [assetSharpened, assetSharpened], collections: [sharpness] })).toThrow(
      'The kind asset-sharpened is registered twice.',
    );
  });
});
