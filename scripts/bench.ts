import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tablesOf } from './bench/print-tables.ts';

/**
 * `npm run bench -- [import] [search] [memory] [window] [keystrokes] [sync] [bucket] [pictures] [reading] [suggestions] [near] [flight] [present] [--json [FILE]] [--ir DIR] [--fuse] [--assets N,N] [--files N] [--dir DIR] [--sheet FILE]
 * [--sets DIR --references DIR [--before CHECKOUT]]`
 *
 * Measures in processes of their own (test/bench), so that no section's memory or warmth helps another. Prints tables, or with `--json`
 * one document. Figures are medians and shares of one run on one machine: compare within a run.
 */

const SECTIONS = [
  'import',
  'search',
  'memory',
  'window',
  'keystrokes',
  'sync',
  'bucket',
  'pictures',
  'reading',
  'suggestions',
  'near',
  'flight',
  'present',
] as const;
type Section = (typeof SECTIONS)[number];

/** `--json` may stand alone, or name a file. */
function takeJson(argv: readonly string[]): { rest: string[]; json: boolean; file: string | undefined } {
  const at = argv.indexOf('--json');
  if (at < 0) return { rest: [...argv], json: false, file: undefined };
  const next = argv[at + 1];
  const named = next !== undefined && /\.json$/u.test(next);
  return {
    rest: argv.filter((_, index) => index !== at && !(named && index === at + 1)),
    json: true,
    file: named ? next : undefined,
  };
}

const { rest, json, file } = takeJson(process.argv.slice(2));
const { values, positionals } = parseArgs({
  args: rest,
  allowPositionals: true,
  options: {
    // Collections in BEIR layout: relevance is measured on them, and their sentences make the pages that speed is measured on.
    ir: { type: 'string', default: '' },
    // fuse.js takes seconds a query.
    fuse: { type: 'boolean', default: false },
    // Numbers of assets; `none` leaves speed out.
    assets: { type: 'string', default: '1000,10000' },
    files: { type: 'string', default: '200' },
    // Real documents: to be imported instead of made-up ones, or to be drawn beside LibreOffice's pages, the worst into SHEET.
    dir: { type: 'string', default: '' },
    sheet: { type: 'string', default: '' },
    // Folders of real documents, what other programs made of them, and an earlier version of this project to be measured beside it.
    sets: { type: 'string', default: '' },
    references: { type: 'string', default: '' },
    before: { type: 'string', default: '' },
  },
});
const unknown = positionals.filter((name) => !SECTIONS.some((section) => section === name));
if (unknown.length > 0) {
  console.error(`There is no section '${unknown.join("', '")}'. Known are: ${SECTIONS.join(', ')}.`);
  process.exit(2);
}
const sizes = values.assets === 'none' ? [] : values.assets.split(',');
const argumentsOf: Record<Section, readonly string[]> = {
  import: [values.files, values.dir],
  search: [sizes.join(','), values.ir, values.fuse ? 'fuse' : ''],
  memory: [sizes.at(-1) ?? '10000'],
  window: [],
  keystrokes: [sizes.at(-1) ?? '10000'],
  sync: [sizes.at(-1) ?? '10000', '50000', '500'],
  bucket: [sizes.at(-1) ?? '10000', '60000', '500'],
  pictures: [values.dir, values.sheet],
  suggestions: ['300'],
  reading: [values.sets, values.references, values.before],
  near: [sizes.at(-1) ?? '10000'],
  flight: ['20', '500'],
  present: [],
};

/** Runs one section; answers the JSON on its last line. */
function run(section: Section): Promise<unknown> {
  const script = join(import.meta.dirname, '..', 'test', 'bench', `${section}.ts`);
  const child = spawn(process.execPath, [script, ...argumentsOf[section]], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? ''));
      else reject(new Error(`The section '${section}' ended with code ${code}.`));
    });
  });
}

const wanted = SECTIONS.filter((section) =>
  // These need documents and LibreOffice: only where they are asked for.
  positionals.length === 0 ? section !== 'pictures' && section !== 'reading' : positionals.includes(section),
);
const figures: Record<string, unknown> = {
  machine: {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  },
};
for (const section of wanted) {
  console.error(`Measuring: ${section}`);
  try {
    figures[section] = await run(section);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    continue;
  }
  if (json) continue;
  console.log(tablesOf(section, figures[section]));
}
if (json) {
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
