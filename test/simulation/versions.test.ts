import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldCatalog } from '../../src/domain/fold/fold-catalog.ts';
import { type DomainModel, MODEL } from '../../src/domain/registry.ts';
import { FoldedSnapshots } from '../../src/engine/live/folded-snapshots.ts';
import { createFolderStore } from '../../src/platform/object-store/folder-store.ts';
import { memberIdOf } from '../../src/shared/vocabulary/ids.ts';
import { HUB_KEY } from '../../src/sync/hub/hub-layout.ts';
import type { ObjectStore } from '../../src/sync/hub/object-store.ts';
import { readHubDocument } from '../../src/sync/identity/hub-document.ts';
import { describeReplica, FROZEN, foldersOf, readExpected } from '../fixtures/frozen-journals.ts';
import { assetBody, EventMaker, foldContext, idOf } from '../support/event-maker.ts';
import { modelWithout } from '../support/other-models.ts';
import { keepingLogger } from '../support/quiet-logger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { generators } from './random-events.ts';
import { SimSnapshots, stateHashOf } from './sim-catalog.ts';
import { keyOf, simCrypto } from './sim-crypto.ts';
import { SimDevice } from './sim-device.ts';

/** A device that is new to the frozen hub. */
function deviceAt(store: ObjectStore, founder: Parameters<typeof memberIdOf>[0], name: string): SimDevice {
  const key = keyOf(name);
  return new SimDevice({
    name,
    key,
    member: memberIdOf(key.device),
    hub: { hub: idOf('h', 1) as never, founder: founder as never },
    openStore: () => store,
    trueTime: () => Date.UTC(2026, 11, 24),
  });
}

/** A frozen hub, copied, with its founder. */
async function frozenHub(name: (typeof FROZEN)[number] = 'journal-v1') {
  const folder = join(await temporaryFolder(), 'hub');
  await cp(foldersOf(name).hub, folder, { recursive: true });
  const store = createFolderStore(folder);
  const reading = readHubDocument((await store.get(HUB_KEY)) ?? new Uint8Array(), simCrypto);
  if (reading.outcome !== 'hub') throw new Error(`The hub is ${reading.outcome}.`);
  return { store, founder: reading.hub.founder };
}

describe.each(FROZEN)('the frozen %s', (name) => {
  it('opens with the state that was recorded, whole (if the catalog has changed on purpose: node test/fixtures/freeze-journal.ts)', async () => {
    const { all, ...described } = await describeReplica(foldersOf(name).replica);
    expect(described).toEqual(await readExpected(name));
    expect(described.problems).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('is received from its hub by a new device, with the same state', async () => {
    const { store, founder } = await frozenHub(name);
    const device = deviceAt(store, founder, 'late');
    expect(await device.exchange()).toMatchObject({ outcome: 'exchanged' });
    expect(device.reports[0]?.devices.every(({ trouble }) => trouble === undefined)).toBe(true);
    const { stateHash } = await readExpected(name);
    const state = device.process?.catalog.live.state;
    expect(state && stateHashOf(state)).toBe(stateHash);
  });
});

describe('what was frozen', () => {
  it('has an event of every kind that there was on the day', async () => {
    const of = async (name: (typeof FROZEN)[number]) => Object.keys((await readExpected(name)).events);
    const first = ['hub-created', 'asset-added', 'device-vouched', 'synonyms-defined', 'searched'];
    expect(await of('journal-v1')).toEqual(expect.arrayContaining(first));
    const desk = [
      ...[
        'asset-submitted',
        'asset-review-answered',
        'asset-recalled',
        'asset-recall-lifted',
        'asset-merged',
      ],
      ...['assets-told-apart', 'asset-version-drafted', 'asset-version-moved', 'asset-version-withdrawn'],
      ...['asset-version-read', 'rule-defined', 'view-defined', 'history-anchored', 'device-accepted'],
    ];
    expect(await of('journal-2026-11-30')).toEqual(expect.arrayContaining([...first, ...desk]));
  });
});

describe('an event of a kind that is not known yet', () => {
  it('is deferred, and goes on to others through a device that does not know it, byte by byte', async () => {
    const { store, founder } = await frozenHub();
    const device = deviceAt(store, founder, 'between');
    await device.exchange();
    const deferred = [...(device.process?.catalog.live.state.deferred.values() ?? [])];
    expect(deferred.map(({ kind }) => kind)).toEqual(['kit-made', 'kit-made', 'kit-made', 'kit-made']);
    await device.commit([
      { stream: 'catalog', kind: 'battlecard-sharpened', body: { sharp: [1, { very: true }] } },
    ]);
    await device.exchange();
    const next = deviceAt(store, founder, 'beyond');
    await next.exchange();
    const lines = async (one: SimDevice) =>
      (await one.events()).map(({ event }) => JSON.stringify(event)).sort();
    expect(await lines(next)).toEqual(await lines(device));
  });

  it('counts after an upgrade, also where the older version had saved what it had folded', async () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'asset-added', assetBody(1));
    maker.write(1, 1, 'asset-verified', { asset: idOf('a', 1), at: 5 });
    const events = maker.events;
    const position = { d: 1 };
    const snapshots = new SimSnapshots();
    const older = modelWithout('asset-verified');
    const folded = (model: DomainModel) =>
      new FoldedSnapshots(
        snapshots,
        keepingLogger(),
        (run) => {
          run();
          return () => undefined;
        },
        () => 0,
        model,
      );
    const state = foldCatalog(events, { ...foldContext, model: older });
    expect([...state.deferred.values()].map(({ kind }) => kind)).toEqual(['asset-verified']);
    expect(state.assets.get(idOf('a', 1))?.verified).toBeUndefined();
    const saving = folded(older);
    saving.markAll();
    await saving.close({ state, activity: older.emptyActivity(), position });
    expect(await folded(older).load(position, foldContext)).toBeDefined();

    expect(await folded(MODEL).load(position, foldContext)).toBeUndefined();
    expect(foldCatalog(events, foldContext).assets.get(idOf('a', 1))?.verified?.get('')?.value.at).toBe(5);
  });
});

describe('the simulation', () => {
  it('writes events of every kind that there is', () => {
    expect(Object.keys(generators).sort()).toEqual([...MODEL.kinds].sort());
  });
});
