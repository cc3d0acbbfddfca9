import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { quantile, tenths } from '../figures.ts';
import { greyOf, isBlank, similarity } from '../similarity.ts';
import { comparePlaces, isClose, sharedWords, wordsOf } from './places.ts';
import type { SetFigures } from './reading-figures.ts';
import { isSheets, type References } from './references.ts';

/** Pages of a document that are compared as pictures. */
const MOST_PICTURES = 4;
/** Files that a process reads before the next one comes, so that a file that ends it takes few with it. */
const FILES_A_PROCESS = 25;
const MOST_OUTPUT = 1 << 30;

const line = z.object({
  path: z.string(),
  pages: z.array(z.string()),
  pageCount: z.number(),
  state: z.string(),
  cpuMs: z.number(),
  pictures: z.array(z.string()),
});
type ReadFile = z.infer<typeof line>;

/** Reads a set with a checkout's reader in processes of its own and compares it. */
export async function measureSet(
  checkout: string,
  files: readonly string[],
  references: References,
): Promise<SetFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-reading-'));
  try {
    const read = readAll(checkout, files, folder);
    return {
      files: files.length,
      withWords: read.filter(({ state }) => state === 'searchable' || state === 'partly').length,
      pages: read.reduce((sum, { pageCount }) => sum + pageCount, 0),
      lost: files.length - read.length,
      cpuSeconds: tenths(read.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1000),
      ...compareWords(read, references),
      ...(await comparePictures(read, references)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(checkout: string, files: readonly string[], folder: string): ReadFile[] {
  const all: ReadFile[] = [];
  let [at, round] = [0, 0];
  while (at < files.length) {
    const part = files.slice(at, at + FILES_A_PROCESS);
    const read = readSome(checkout, part, join(folder, String(round)));
    all.push(...read);
    // The file after the last that was read ended the process.
    at += read.length === part.length ? part.length : read.length + 1;
    round += 1;
  }
  return all;
}

function readSome(checkout: string, files: readonly string[], folder: string): ReadFile[] {
  const script = join(import.meta.dirname, 'read-files.ts');
  const values = [script, checkout, folder, String(MOST_PICTURES), ...files];
  const lines = standardOutput(process.execPath, values).split('\n');
  return lines.filter((one) => one !== '').map((one) => line.parse(JSON.parse(one)));
}

/** What a process wrote, whole lines of it, however it ended. */
function standardOutput(program: string, values: readonly string[]): string {
  try {
    return execFileSync(program, values, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: MOST_OUTPUT,
    });
  } catch (error) {
    const out = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    return out.slice(0, out.lastIndexOf('\n') + 1);
  }
}

function compareWords(read: readonly ReadFile[], references: References) {
  const sum = { ours: 0, theirs: 0, shared: 0, words: 0, same: 0, near: 0 };
  let [compared, pageFiles, close] = [0, 0, 0];
  const recalls: number[] = [];
  for (const { path, pages, pageCount } of read) {
    const theirs = references.words(path);
    const all = theirs?.flat() ?? [];
    if (theirs === undefined || all.length === 0) continue;
    const ours = pages.map(wordsOf);
    const shared = sharedWords(ours.flat(), all);
    compared += 1;
    recalls.push(shared.shared / shared.theirs);
    sum.ours += shared.ours;
    sum.theirs += shared.theirs;
    sum.shared += shared.shared;
    if (isSheets(path) || pages.length === 0) continue;
    pageFiles += 1;
    if (isClose(pageCount, theirs.length)) close += 1;
    const places = comparePlaces(ours, theirs);
    sum.words += places.words;
    sum.same += places.same;
    sum.near += places.near;
  }
  return {
    compared,
    recall: share(sum.shared, sum.theirs),
    precision: share(sum.shared, sum.ours),
    recallP10: recalls.length === 0 ? 0 : thousandths(quantile(recalls, 0.1)),
    pageFiles,
    closePages: share(close, pageFiles),
    samePage: share(sum.same, sum.words),
    nearPage: share(sum.near, sum.words),
  };
}

async function comparePictures(read: readonly ReadFile[], references: References) {
  const values: number[] = [];
  for (const { path, pictures } of read) {
    if (pictures.length === 0) continue;
    const pages = references.pictures(path, MOST_PICTURES);
    for (const [index, theirs] of pages.entries()) {
      const ours = pictures[index] ?? '';
      // LibreOffice prints an empty page of a deck without slides.
      if (ours === '' && pages.length === 1 && (await isBlank(theirs))) continue;
      values.push(ours === '' ? 0 : similarity(await greyOf(ours), await greyOf(theirs)));
    }
  }
  if (values.length === 0) return { pictures: 0, ssim: 0, ssimP10: 0 };
  return {
    pictures: values.length,
    ssim: thousandths(quantile(values, 0.5)),
    ssimP10: thousandths(quantile(values, 0.1)),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : thousandths(part / whole);
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
