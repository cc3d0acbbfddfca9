import { runEndToEnd } from './test/stages.ts';

process.exitCode = await runEndToEnd(process.argv.slice(2));
