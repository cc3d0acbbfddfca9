import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Writes what `npm run bench -- import suggestions near --json FILE` measured as a page with tables. Arguments: the file, how many keystrokes the
 * end-to-end test `import-keys` counted, the folder of the page.
 */

const share = z.object({ recall: z.number(), precision: z.number() });
const suggested = z.record(z.string(), z.object({ precision: z.number(), recall: z.number() }).loose());
const figures = z.object({
  machine: z.object({ cpus: z.number(), model: z.string(), memoryGb: z.number(), node: z.string() }),
  import: z.object({
    files: z.number(),
    pages: z.number(),
    filesPerSecond: z.number(),
    pagesPerSecond: z.number(),
    memoryMb: z.number(),
  }),
  suggestions: z.object({
    drive: z.record(z.string(), z.unknown()),
    plan: z.object({
      files: z.number(),
      seconds: z.number(),
      families: z.number(),
      familiesInOrder: z.number(),
      familyRecall: z.number(),
      familyPrecision: z.number(),
      copies: z.number(),
      copiesFound: z.number(),
    }),
  }),
  near: z.object({
    large: z.object({
      assets: z.number(),
      pages: z.number(),
      found: z.record(z.string(), share.loose()),
      time: z.object({ pairsMs: z.number(), printMs: z.number() }).loose(),
      'one new document': z.object({ p95Ms: z.number() }).loose(),
    }),
  }),
});

const [file = '', keys = '', folder = 'docs'] = process.argv.slice(2);
const all = figures.parse(JSON.parse(readFileSync(file, 'utf8')));
const { machine, import: imported, suggestions, near } = all;
const { plan } = suggestions;
const { large } = near;
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** A row for each attribute of each way to propose it, as far as it has figures. */
function suggestionRows(of: unknown, path: readonly string[] = []): string[] {
  const parsed = suggested.safeParse(of);
  if (parsed.success)
    return Object.entries(parsed.data).map(([name, { precision, recall }]) =>
      row([...path, name].join(' · '), `${precision} %`, `${recall} %`),
    );
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, inner]) => suggestionRows(inner, [...path, name]));
}

const page = `# Importing, measured

Written by \`node test/bench/desk-report.ts FILE KEYS\` from \`npm run bench -- import suggestions near --json FILE\`, on ${machine.cpus} cores (${machine.model.trim()}), ${machine.memoryGb} GB,
Node ${machine.node}. Everything is generated (\`test/bench\`), so what is right is known. Times are those of a computer on which others worked meanwhile.

## Reading

${row('files', 'pages', 'files a second', 'pages a second', 'memory, MB')}
|--:|--:|--:|--:|--:|
${row(imported.files, imported.pages, imported.filesPerSecond, imported.pagesPerSecond, imported.memoryMb)}

## The plan of a drive of nested folders

${row('files', 'seconds to the plan', 'families planted', 'in order', 'recall', 'precision', 'copies found')}
|--:|--:|--:|--:|--:|--:|--:|
${row(plan.files, plan.seconds, plan.families, plan.familiesInOrder, `${plan.familyRecall} %`, `${plan.familyPrecision} %`, `${plan.copiesFound} of ${plan.copies}`)}

From the drop to published, 100 files take **${keys} keystrokes** (counted by \`test/e2e/specs/import-keys.spec.ts\`; aim: at most 60).

## Suggestions, on a library that was held out

${row('', 'precision of what is shown', 'recall')}
|---|--:|--:|
${suggestionRows(suggestions.drive).join('\n')}

## Near-duplicates

${large.assets} assets with ${large.pages} pages, near-duplicates planted. All pairs take ${Math.round(large.time.pairsMs / 100) / 10} s in the background, one new document ${large['one new document'].p95Ms} ms (95 of 100).

${row('', 'recall', 'precision')}
|---|--:|--:|
${Object.entries(large.found)
  .map(([name, { recall, precision }]) => row(name, recall, precision))
  .join('\n')}
`;
writeFileSync(join(folder, 'import-benchmark.md'), page);
