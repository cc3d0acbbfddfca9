import { readFile } from 'node:fs/promises';
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../../../src/cli/base/command.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { openSearchAt } from '../../../src/node/open-search.ts';
import { createExtractor } from '../../../src/platform/extract/extractor.ts';
import { inviteCodes } from '../../../src/platform/keys/invite-code.ts';
import { nodeCrypto } from '../../../src/platform/keys/node-crypto.ts';
import { hubPlaces } from '../../../src/platform/object-store/hub-places.ts';
import { openReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { nodeGzip } from '../../../src/platform/system/gzip.ts';
import { systemClock, systemRandom } from '../../../src/platform/system/system-ports.ts';
import { ok } from '../../../src/shared/result.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { CountingStore, type StoreCounts } from './counting-store.ts';

/** An engine that is measured. Named, because what a router is inferred to be is too long to be written out. */
export type OpenedDevice = {
  readonly engine: Engine;
  readonly client: EngineClient;
  /** What was asked of the hub since this was asked last. */
  readonly takeCounts: () => StoreCounts;
  readonly close: () => Promise<void>;
};

/** Opens an engine with this machine's adapters, over a store that counts and delays: that of the place, or another in its stead. */
export async function openDevice(
  dataFolder: string,
  delayMs = 0,
  bundles = true,
  other?: ObjectStore,
): Promise<OpenedDevice> {
  const silent = (): void => undefined;
  const warn = (event: string): void => console.error(event);
  const logger = { debug: silent, info: silent, warn, error: warn };
  const options = { what: 'a measurement', create: true, logger, clock: systemClock };
  const opened = await openReplicaFolder(dataFolder, options);
  if (!opened.ok) throw new Error(`The replica can't be opened: ${opened.error.code}`);
  const home = opened.value;
  const workerUrl = new URL('../../../src/platform/extract/worker.ts', import.meta.url);
  const extractor = createExtractor({ workerUrl, logger });
  const stores: CountingStore[] = [];
  const places = hubPlaces(dataFolder, logger);
  const engine = await createEngine({
    home,
    extractor,
    places: {
      ...places,
      open: async (location) => {
        const place = await places.open(location);
        if (!place.ok) return place;
        const store = new CountingStore(other ?? place.value.store, delayMs);
        stores.push(store);
        return ok({ ...place.value, store });
      },
    },
    openSearch: openSearchAt(home.indexPath),
    clock: systemClock,
    random: systemRandom,
    logger,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    crypto: nodeCrypto,
    ...(bundles && { compression: nodeGzip }),
    inviteCodes: inviteCodes(systemRandom),
    timeZone: 'UTC',
    readTextFile: (path) => readFile(path, 'utf8'),
    appVersion: '0.0.0',
    deviceName: 'Measured computer',
    suggestedName: 'Measurer',
  });
  return {
    engine,
    client: createRouterClient(engine.router),
    takeCounts: () => {
      const sum = { calls: 0, reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 };
      for (const store of stores) {
        const taken = store.take();
        for (const key of ['calls', 'reads', 'readBytes', 'writes', 'writtenBytes'] as const)
          sum[key] += taken[key];
      }
      return sum;
    },
    close: async () => {
      await engine.close();
      await extractor.close();
      home.release();
    },
  };
}
