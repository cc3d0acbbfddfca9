import { createMemoryStore } from '../../src/sync/stores/memory-store.ts';
import { objectStoreSuite } from './object-store.suite.ts';

objectStoreSuite('memory', async () => createMemoryStore());
