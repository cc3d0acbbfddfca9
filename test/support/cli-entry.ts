import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../../scripts/build/freshness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a process of its own runs as the command line: the built one, which people have, where it is built from these sources (always so in
 * `npm test`, which builds first), otherwise the sources themselves.
 */
export const CLI_ENTRY = join(root, (await isBuilt(root)) ? 'out/cli/index.js' : 'src/cli/index.ts');
