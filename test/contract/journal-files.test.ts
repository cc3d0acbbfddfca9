import { createJournalFolder } from '../../src/platform/journal/journal-folder.ts';
import { MemoryJournalFiles } from '../support/sync/memory-journal-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { journalFilesSuite } from './journal-files.suite.ts';

journalFilesSuite('memory', async () => new MemoryJournalFiles());
journalFilesSuite('folder', async () => createJournalFolder(await temporaryFolder()));
