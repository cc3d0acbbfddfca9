import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildWhereStale } from '../../scripts/build/build.ts';

/**
 * How fast a folder is imported by the command line: the sample's documents (real formats) and as many small texts as asked
 * for (default 200). Prints JSON.
 */

const root = join(import.meta.dirname, '../..');
const lineSchema = z.object({ status: z.string(), pages: z.number().optional() });

function kitbag(data: string, args: readonly string[]): string {
  const command = [join(root, 'out/cli/index.js'), '--data', data, '--json', ...args];
  return execFileSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
}

async function importFolder(name: string, data: string, folder: string) {
  const started = performance.now();
  const lines = kitbag(data, ['import', folder, '--stage', 'decision', '--persona', 'cfo'])
    .trim()
    .split('\n');
  const seconds = (performance.now() - started) / 1000;
  const files = lines
    .map((line) => lineSchema.safeParse(JSON.parse(line)))
    .flatMap(({ data }) => (data ? [data] : []));
  const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  const done = files.filter(({ status }) => status === 'published').length;
  const rate = (count: number): number => Math.round((count / seconds) * 10) / 10;
  return {
    what: name,
    files: done,
    pages,
    seconds: Math.round(seconds * 10) / 10,
    filesPerSecond: rate(done),
    pagesPerSecond: rate(pages),
  };
}

async function makeTexts(folder: string, count: number): Promise<void> {
  await mkdir(folder);
  const words =
    'payback invoice approval supplier ledger security audit rollout pricing renewal champion budget'.split(
      ' ',
    );
  for (let file = 0; file < count; file++) {
    const text = Array.from({ length: 800 }, (_, at) => words[(file * 7 + at * at) % words.length]).join(' ');
    await writeFile(join(folder, `note-${file}.md`), `# Note ${file}\n\n${text}\n`);
  }
}

async function measure(texts: number) {
  await buildWhereStale(root);
  const folder = await mkdtemp(join(tmpdir(), 'kitbag-bench-import-'));
  try {
    const data = join(folder, 'data');
    kitbag(data, ['init', '--name', 'Robin Vale', '--role', 'marketer']);
    const documents = join(folder, 'documents');
    await cp(join(root, 'resources/sample/files'), documents, { recursive: true });
    await makeTexts(join(folder, 'texts'), texts);
    return [
      await importFolder('documents of the sample', data, documents),
      await importFolder(`${texts} Markdown files of 800 words`, data, join(folder, 'texts')),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

console.log(JSON.stringify(await measure(Number(process.argv[2] ?? 200))));
