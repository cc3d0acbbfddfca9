import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { HubPlaces } from '../../../../src/engine/ports/hub-places.ts';
import { hubPlaces } from '../../../../src/platform/object-store/hub-places.ts';
import { ok } from '../../../../src/shared/result.ts';
import { HUB_KEY } from '../../../../src/sync/hub/hub-layout.ts';
import type { ObjectStore } from '../../../../src/sync/hub/object-store.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { refusing } from '../../../support/saying.ts';
import { storeWith } from '../../../support/sync/store-with.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const opened: { remove(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

/** A store where the description of a hub comes to lie after somebody has looked, and before they write theirs. */
function overtaken(store: ObjectStore, description: Uint8Array): ObjectStore {
  const first = async (key: string): Promise<void> => {
    if (key === HUB_KEY && (await store.stat(key)) === undefined) await store.put(key, description);
  };
  return storeWith(store, {
    put: async (key, bytes, options) => {
      await first(key);
      await store.put(key, bytes, options);
    },
    putIfAbsent: async (key, content, options) => {
      await first(key);
      return store.putIfAbsent(key, content, options);
    },
  });
}

function overtakenPlaces(places: HubPlaces, description: Uint8Array): HubPlaces {
  return {
    ...places,
    open: async (location) => {
      const place = await places.open(location);
      return place.ok ? ok({ ...place.value, store: overtaken(place.value.store, description) }) : place;
    },
  };
}

it.each([
  ['of names of one length', 'Beta'],
  ['of names of different lengths', 'Quite another hub'],
])('of two who share hubs at one place in one moment the later one is told: %s', async (_what, name) => {
  const { hub } = await HubEngines.shared();
  opened.push(hub);
  const description = readFileSync(join(hub.place, HUB_KEY));
  const places = overtakenPlaces(hubPlaces(join(hub.folder, 'none'), keepingLogger()), description);
  const later = await TempEngine.open({ ports: { places } });
  opened.push(later);
  const place = join(hub.folder, 'both');
  await expect(later.engine.shareHub(place, name)).rejects.toMatchObject(
    refusing(/Another hub \(Acme\) is in this folder/),
  );
  expect(await later.client.hub.state()).toMatchObject({ state: 'private' });
  expect(readFileSync(join(place, HUB_KEY)).equals(description)).toBe(true);
});
