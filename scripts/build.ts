import { join } from 'node:path';
import { build } from './build/build.ts';

await build(join(import.meta.dirname, '..'), process.argv.includes('--packaged') ? 'packaged' : 'production');
