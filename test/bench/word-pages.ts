import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, parse } from 'node:path';
import { withFile } from '../../src/platform/extract/encoding/bytes.ts';
import { readOpenDocument } from '../../src/platform/extract/opendocument/read-opendocument.ts';
import { readWord } from '../../src/platform/extract/paging/read-word.ts';
import { recognise } from '../../src/platform/extract/sniff/recognise.ts';
import { comparePlaces, isClose, type WordsOfPages, wordsOf } from './reading/places.ts';

/**
 * `node test/bench/word-pages.ts FOLDER [FOLDER OF PDFS]`: where pages of the folder's .docx and .odt begin, beside what LibreOffice
 * prints of them (`soffice`, `pdftotext`; PDFs that are there are taken as they are). A word is told from others by the two after it; those that stand as
 * often in both texts count.
 */
const [folder = '.', pdfs = join(tmpdir(), 'kitbag-word-pages')] = process.argv.slice(2);

type Found = {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly same: number;
  readonly near: number;
  readonly words: number;
};

function compare(name: string, ours: WordsOfPages, theirs: WordsOfPages): Found {
  return { name, ours: ours.length, theirs: theirs.length, ...comparePlaces(ours, theirs) };
}

async function ourPages(path: string): Promise<WordsOfPages | undefined> {
  return withFile(path, async (file) => {
    const found = recognise(file, basename(path));
    const content = found.recognised ? found.content : undefined;
    if (content?.format === 'opendocument' && content.kind === 'odt')
      return readOpenDocument(content.office, 'odt').pages.map((page) => wordsOf(page.text));
    if (!found.recognised || content?.format !== 'office' || found.kind !== 'docx') return undefined;
    return readWord(content.office, content.mainPart).pages.map((page) => wordsOf(page.text));
  });
}

function theirPages(path: string): WordsOfPages | undefined {
  const pdf = join(pdfs, `${parse(path).name}.pdf`);
  if (!existsSync(pdf)) {
    try {
      execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', pdfs, path], {
        timeout: 120_000,
        stdio: 'ignore',
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  if (!existsSync(pdf)) return undefined;
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { maxBuffer: 1 << 28 }).toString(
    'utf8',
  );
  return text.replace(/\f$/, '').split('\f').map(wordsOf);
}

mkdirSync(pdfs, { recursive: true });
const all: Found[] = [];
let took = 0;
for (const name of readdirSync(folder)
  .filter((one) => /\.(docx|odt)$/i.test(one))
  .sort()) {
  const path = join(folder, name);
  if (readFileSync(path).length === 0) continue;
  const theirs = theirPages(path);
  const begun = performance.now();
  const ours = await ourPages(path);
  took += performance.now() - begun;
  if (!ours || !theirs) continue;
  const found = compare(name, ours, theirs);
  all.push(found);
  const share =
    found.words === 0
      ? ''
      : ` ${((100 * found.near) / found.words).toFixed(0)} % near, ${((100 * found.same) / found.words).toFixed(0)} % same of ${found.words}`;
  console.log(
    `${isNear(found) ? ' ' : '!'} ${String(found.ours).padStart(4)} of ${String(found.theirs).padStart(4)} ${share} ${name}`,
  );
}

function isNear({ ours, theirs }: Found): boolean {
  return isClose(ours, theirs);
}

function report(title: string, files: readonly Found[]): void {
  const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
  const sum = (count: (one: Found) => number) => files.reduce((total, one) => total + count(one), 0);
  const of = (count: (one: Found) => number) =>
    share(
      sum(count),
      sum((one) => one.words),
    );
  const equal = files.filter((one) => one.ours === one.theirs).length;
  const told = files.filter((one) => one.words > 0);
  const mean = told.reduce((total, one) => total + one.near / one.words, 0);
  console.log(
    `${title}: ${files.length} files, as many pages ${share(equal, files.length)}, within 1 or 10 % ${share(files.filter(isNear).length, files.length)}; ` +
      `words on their page ${of((one) => one.same)}, or the next to it ${of((one) => one.near)} (mean of files ${share(mean, told.length)})`,
  );
}

report('All', all);
report(
  'Two pages or more',
  all.filter((one) => one.theirs > 1),
);
console.log(`${(took / Math.max(1, all.length)).toFixed(1)} ms a file`);
