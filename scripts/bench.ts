import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './test/stages.ts';

const run = promisify(execFile);

/** Each part is a process of its own, so that its memory is its own. It prints one JSON document. */
const parts = [
  { name: 'import', file: 'test/bench/import.ts', args: ['200'] },
  { name: 'search', file: 'test/bench/search.ts', args: ['1000', '10000'] },
  { name: 'window', file: 'test/bench/window.ts', args: ['5'] },
] as const;

type Row = { readonly measure: string; readonly value: string | number };

/** Flattens a document into rows: `search / 0 / all / p95`. */
function rowsOf(path: string, value: unknown): Row[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => rowsOf(`${path} / ${key}`, inner));
  }
  return [{ measure: path, value: typeof value === 'number' ? value : String(value) }];
}

async function measure(): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = { cpus: cpus().length, node: process.version };
  for (const { name, file, args } of parts) {
    if (!existsSync(join(root, file))) continue;
    console.error(`Measuring ${name}…`);
    const { stdout } = await run(process.execPath, [join(root, file), ...args], {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    results[name] = JSON.parse(stdout);
  }
  return results;
}

const results = await measure();
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
else {
  const rows = Object.entries(results).flatMap(([name, value]) => rowsOf(name, value));
  const width = Math.max(...rows.map(({ measure: text }) => text.length));
  for (const { measure: text, value } of rows) console.log(`${text.padEnd(width)}  ${value}`);
}
