import { createFolderStore } from '../../src/platform/object-store/folder-store.ts';
import { createCrashingStore, createCrashPoint } from '../support/stores/crashing-store.ts';
import { CALM } from '../support/stores/faults.ts';
import { createFaultyHub } from '../support/stores/faulty-store.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { objectStoreSuite } from './object-store.suite.ts';

objectStoreSuite('memory', async () => createMemoryStore());
objectStoreSuite('folder', async () => createFolderStore(await temporaryFolder()));
objectStoreSuite('faulty hub that is calm', async () =>
  createFaultyHub(createMemoryStore(), 1, CALM).device('a'),
);
objectStoreSuite('faulty hub without a fault yet', async () =>
  createFaultyHub(createMemoryStore(), 1, { ...CALM }).device('a'),
);
objectStoreSuite('device that never crashes', async () =>
  createCrashingStore(createMemoryStore(), createCrashPoint(Number.POSITIVE_INFINITY)),
);
