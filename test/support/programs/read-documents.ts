import { join } from 'node:path';
import { createExtractor } from '../../../src/platform/extract/extractor.ts';
import { JobGuard } from '../../../src/platform/extract/job-guard.ts';
import { createLocalFolder } from '../../../src/platform/snapshots/snapshot-folder.ts';

/**
 * Reads documents, two at once, as the application does. Arguments: a folder where it remembers, the worker's script, the readers' version, the
 * documents' names. Prints a line for each: its name and how that ended.
 */
const [folder = '', script = '', version = '', ...names] = process.argv.slice(2);
const quiet = () => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const guard = new JobGuard({ local: createLocalFolder(folder, logger), logger, version });
const extractor = createExtractor({ workerUrl: script, logger, guard });
await Promise.all(
  names.map(async (name) => {
    const read = await extractor.extract(join(folder, name), name);
    console.log(`${name}: ${read.outcome === 'refused' ? 'refused' : read.extraction.text.state}`);
  }),
);
await extractor.close();
