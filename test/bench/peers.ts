import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenths } from './figures.ts';

/** Programs that read documents, measured over the same folder where they are installed. */

/** Milliseconds after which a program is given up: some files hold some programs for ever. */
const LONGEST_MS = 600_000;

/** What a program took. */
type Taken = { readonly files: number; readonly wallSeconds: number; readonly cpuSeconds: number };

/** Text of PDFs alone, without an index. */
export function pdftotext(files: readonly string[]): Taken | undefined {
  const pdfs = files.filter((file) => file.toLowerCase().endsWith('.pdf'));
  return timed('pdftotext', 'for one; do pdftotext -q "$one" - > /dev/null; done', pdfs, pdfs.length);
}

/** Text of everything that it reads, with an index of its own in a folder that is taken away. */
export function recollindex(folder: string, files: readonly string[]): Taken | undefined {
  const home = mkdtempSync(join(tmpdir(), 'kitbag-bench-recoll-'));
  try {
    const settings = join(home, 'settings');
    mkdirSync(settings);
    writeFileSync(join(settings, 'recoll.conf'), `topdirs = "${folder}"\n`);
    return timed('recollindex', 'recollindex -c "$1" -z > /dev/null 2>&1', [settings], files.length, home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs a script of the shell, which says how much processor time its programs took; undefined where the program is not installed or does not end. */
function timed(
  program: string,
  script: string,
  values: readonly string[],
  files: number,
  home?: string,
): Taken | undefined {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0) return undefined;
  const started = performance.now();
  const { stdout, signal } = spawnSync('sh', ['-c', `${script}; times`, 'sh', ...values], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...(home !== undefined && { HOME: home }) },
  });
  if (signal !== null) return undefined;
  const wallSeconds = tenths((performance.now() - started) / 1000);
  const ofPrograms = stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...ofPrograms.matchAll(/(\d+)m([\d.]+)s/gu)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return { files, wallSeconds, cpuSeconds: tenths(cpu.reduce((sum, one) => sum + one, 0)) };
}
