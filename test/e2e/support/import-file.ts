import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cli = join(import.meta.dirname, '../../../out/cli/index.js');

/** Publishes a file into a replica that no window has open, for decision and CFO. */
export async function importFile(dataFolder: string, path: string): Promise<void> {
  const terms = ['--stage', 'decision', '--persona', 'cfo'];
  await promisify(execFile)(process.execPath, [cli, '--data', dataFolder, 'import', path, ...terms]);
}
