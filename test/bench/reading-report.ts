import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { importFigures, setFigures, type Taken } from './reading/reading-figures.ts';

/**
 * Writes what `npm run bench -- reading --sets DIR --references DIR --before CHECKOUT --json FILE` measured as a page with tables. Arguments: the file,
 * the folder of the page.
 */

const measured = z.object({ read: setFigures, imported: importFigures });
const figures = z.object({
  machine: z.object({ cpus: z.number(), model: z.string(), memoryGb: z.number(), node: z.string() }),
  reading: z.record(z.string(), z.object({ now: measured, before: measured.optional() })),
});
type Measured = z.infer<typeof measured>;

const [file = '', folder = 'docs'] = process.argv.slice(2);
const { machine, reading } = figures.parse(JSON.parse(readFileSync(file, 'utf8')));
const sets = Object.entries(reading);

const thousandths = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** A row a set: what was before and what is now. */
function table(
  head: readonly string[],
  cells: (of: Measured) => readonly string[],
  has = (_: Measured) => true,
): string {
  const rows = sets
    .filter(([, { now }]) => has(now))
    .map(([name, { now, before }]) => {
      const earlier = before && cells(before);
      const values = cells(now).map((value, at) => {
        const was = earlier?.[at];
        return was === undefined || was === value ? value : `${was} → ${value}`;
      });
      return `| ${[name, ...values].join(' | ')} |`;
    });
  const line = ['---', ...head.map(() => '---:')].join(' | ');
  return [`| set | ${head.join(' | ')} |`, `| ${line} |`, ...rows].join('\n');
}

function peer(of: Taken | undefined): string {
  return of === undefined ? '–' : `${of.cpuSeconds} s (${of.files})`;
}

const page = `# Reading, measured

Written by \`node test/bench/reading-report.ts FILE docs\` from what \`npm run bench -- reading --sets DIR --references DIR --before CHECKOUT --json FILE\` measured:
${machine.cpus} cores (${machine.model.trim()}), ${machine.memoryGb} GB, Node ${machine.node}. Take the ratios, not the seconds: the machine is a shared one. “before → now” is an
earlier version of the project beside this one, in the same run. The sets are public test data: documents that made readers fail, not what a sales team has.

## What is read

Files with words in the index, pages, and files that ended the process that read them (within the application that is a worker, and the file says why).

${table(['files', 'with words', 'pages', 'ended their reader'], ({ read: of }) => [of.files, of.withWords, of.pages, of.lost].map(String))}

## Words

Beside the words that poppler reads of PDFs, and of what LibreOffice prints of documents and slides and writes of workbooks. Recall: the share of
their words that is found; precision: the share of Kitbag's words that they have too (notes of slides are not printed, so it can't be 1). Words count as
often as they stand there. Last, the recall that nine files of ten reach.

${table(
  ['files compared', 'recall', 'precision', 'recall, 10th percentile'],
  ({ read: of }) => [
    String(of.compared),
    thousandths(of.recall),
    thousandths(of.precision),
    thousandths(of.recallP10),
  ],
  ({ read: of }) => of.compared > 0,
)}

## Pages

Files with as many pages as there, within one or a tenth; words on their page, and on theirs or the next. PDFs say where their pages begin; Word documents
and the like are laid out.

${table(
  ['files', 'within 1 or 10 %', 'words on their page', 'or the next'],
  ({ read: of }) => [
    String(of.pageFiles),
    percent(of.closePages),
    percent(of.samePage),
    percent(of.nearPage),
  ],
  ({ read: of }) => of.pageFiles > 0,
)}

## Pictures

Structural similarity of the first four pages with those of LibreOffice and poppler, in grey, 320 pixels wide, a little blurred.

${table(
  ['pages', 'median', '10th percentile'],
  ({ read: of }) => [String(of.pictures), thousandths(of.ssim), thousandths(of.ssimP10)],
  ({ read: of }) => of.pictures > 0,
)}

## Time and memory

The whole way through the engine: text, pictures, journal, index; until everything is found. Memory is the most that the process had, all its workers
together. The other programs' processor time stands in the last columns with how many files they read: \`pdftotext\` reads text of PDFs and nothing else.

${table(['seconds', 'processor, s', 'busy afterwards, s', 'memory, MB'], ({ imported: of }) => [of.searchableSeconds, of.cpuSeconds, of.busyAfterSeconds, of.memoryMb].map(String))}

${otherPrograms()}
`;
writeFileSync(join(folder, 'reading-benchmark.md'), page);

function otherPrograms(): string {
  const rows = sets.map(([name, { now }]) => {
    const { pdftotext, recollindex } = now.imported.peers;
    return `| ${name} | ${now.read.cpuSeconds} s (${now.read.files}) | ${peer(pdftotext)} | ${peer(recollindex)} |`;
  });
  return [
    '| set | Kitbag, reading and drawing alone | pdftotext | recollindex |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}
