import { createFolderStore } from '../../src/platform/object-store/folder-store.ts';
import { createMemoryStore } from '../../src/sync/stores/memory-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { objectStoreSuite } from './object-store.suite.ts';

objectStoreSuite('memory', async () => createMemoryStore());
objectStoreSuite('folder', async () => createFolderStore(await temporaryFolder()));
