import { createBlobFolder } from '../../src/platform/blobs/blob-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { blobStoreSuite } from './blob-store.suite.ts';

blobStoreSuite('folder', async () => createBlobFolder(await temporaryFolder()));
