import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportedFile, ImportOptions } from '../../contract/import.ts';
import type { FailedCell } from '../../contract/metadata.ts';
import { say } from '../../words/say.ts';
import {
  type Arguments,
  type Command,
  type CommandContext,
  textOf,
  textsAsTyped,
  textsOf,
} from '../base/command.ts';
import { dimensionTerms, notDimensionTerms } from '../base/dimensions.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { type Output, plain } from '../base/output.ts';
import { Terms } from '../base/terms.ts';
import { applyTable, failedInWords } from './metadata.ts';
import { outlineOf } from './plan.ts';
import { type WouldBe, wouldBe } from './would-import.ts';

/** Imports files or folders into assets. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'import PATH... --stage ID... --persona ID... [--type ID] [--tag T]... [--set DIMENSION=TERM]... [--draft] [--plan] [--metadata FILE] [--dry-run]',
  usageNote:
    'With --plan, what is not given is taken as `kitbag plan` proposes it. --metadata: a table (CSV, XLSX) with a column File name, which says more of what was imported.',
  does: 'files or folders (recursively) into assets, published unless --draft',
  options: {
    stage: { type: 'string', multiple: true },
    persona: { type: 'string', multiple: true },
    type: { type: 'string' },
    tag: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    draft: { type: 'boolean' },
    metadata: { type: 'string' },
    plan: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  check: (args) => {
    if (args.positionals.length === 0) return 'Say which files or folders: kitbag import PATH...';
    const wrong = notDimensionTerms(textsAsTyped(args, 'set'));
    if (wrong !== undefined) return wrong;
    if (args.values.plan === true) return undefined;
    if (textsOf(args, 'stage').length === 0)
      return 'Say for which buying stage: --stage ID (kitbag taxonomy lists them).';
    if (textsOf(args, 'persona').length === 0)
      return 'Say for which persona: --persona ID (kitbag taxonomy lists them).';
    return undefined;
  },
  run: async (context) => {
    const { output, args } = context;
    const terms = await Terms.load(context);
    const tagged = sortWords(args, terms);
    if (tagged.paths.length === 0) throw wrongUse('Say which files or folders: kitbag import PATH...');
    const type = terms.optional('type', typeof args.values.type === 'string' ? args.values.type : undefined);
    const options: ImportOptions = {
      stages: tagged.stages,
      personas: tagged.personas,
      types: type === undefined ? [] : [type],
      tags: textsOf(args, 'tag').map((tag) => tag.slice(0, 60)),
      dimensions: await dimensionTerms(context, textsAsTyped(args, 'set')),
      draft: args.values.draft === true,
      plan: args.values.plan === true,
      signal: context.interrupted,
    };
    if (args.values['dry-run'] !== true) return await importAll(context, tagged.paths, options);
    const outline = await outlineOf(context, tagged.paths);
    const lines = wouldBe(outline, options);
    for (const line of lines) tellWouldBe(output, line);
    const counts = { ...NONE, files: lines.length };
    for (const { status } of lines) counts[COUNTED[status]] += 1;
    return report(output, context.interrupted, { ...counts, ms: 0 }, lines.length);
  },
};

const NONE = { files: 0, published: 0, version: 0, duplicate: 0, failed: 0 };
const COUNTED = {
  published: 'published',
  draft: 'published',
  version: 'version',
  duplicate: 'duplicate',
  failed: 'failed',
} as const satisfies Record<ImportedFile['status'], keyof typeof NONE>;

async function importAll(
  context: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const { engine, output, interrupted } = context;
  const started = Date.now();
  const counts = { ...NONE };
  let total = 0;
  const onProgress = (done: number, all: number, current: string): void =>
    output.progress(`${done}/${all} ${current}`);
  const files = engine.importFiles(
    paths.map((path) => resolve(path)),
    { ...options, onProgress },
    (count) => {
      total = count;
    },
  );
  for await (const file of files) {
    counts.files += 1;
    counts[COUNTED[file.status]] += 1;
    tell(context, file);
    output.progress(`${counts.files}/${total} ${file.file}`);
  }
  if (!interrupted.aborted) {
    output.progress('Making it searchable');
    await engine.indexed();
  }
  const metadata = interrupted.aborted ? undefined : await withTable(context);
  return report(output, interrupted, { ...counts, ms: Date.now() - started }, total, metadata);
}

/** What the table of `--metadata` says of what was imported. */
async function withTable(context: CommandContext): Promise<TableSaid | undefined> {
  const path = textOf(context.args, 'metadata');
  if (path === undefined) return undefined;
  const { changed, failed, failedRows } = await applyTable(context, resolve(path));
  context.output.line(`metadata   ${changed.length} assets changed, ${failedRows} rows failed`);
  for (const row of failed) context.output.complain(failedInWords(row));
  return { changed: changed.length, failed };
}

type TableSaid = { readonly changed: number; readonly failed: readonly FailedCell[] };

type Tagged = { readonly paths: string[]; readonly stages: string[]; readonly personas: string[] };

/**
 * Sorts words into paths and further terms: `--stage decision retention` names two stages, unless `retention` is a file. Words after
 * `--stage` or `--persona` that are neither stay paths, and fail as such.
 */
function sortWords(args: Arguments, terms: Terms): Tagged {
  const stages = textsOf(args, 'stage').map((text) => terms.id('stage', text));
  const personas = textsOf(args, 'persona').map((text) => terms.id('persona', text));
  const paths: string[] = [];
  for (const { word, after } of args.placed) {
    const facet = after === 'stage' || after === 'persona' ? after : undefined;
    const term = facet === undefined || existsSync(word) ? undefined : terms.find(facet, word);
    if (term === undefined) paths.push(word);
    else if (facet === 'stage') stages.push(term);
    else personas.push(term);
  }
  return { paths, stages: [...new Set(stages)], personas: [...new Set(personas)] };
}

function tell({ output }: CommandContext, file: ImportedFile): void {
  if (output.json) {
    output.jsonLine(file);
    return;
  }
  const name = plain(file.file);
  if (file.status === 'failed') output.complain(`failed     ${name}: ${say(file.says)}`);
  else if (file.status === 'duplicate')
    output.line(`duplicate  ${name} (is ${file.assetId}${againOf(file)})`);
  else {
    const note = file.reason === undefined ? '' : `, text: ${file.reason}`;
    const pages = file.pages === 1 ? '1 page' : `${file.pages} pages`;
    output.line(`${file.status.padEnd(10)} ${name} (${file.assetId}, ${pages}${note})`);
  }
}

function tellWouldBe(output: Output, line: WouldBe): void {
  const name = plain(line.file);
  if (output.json) output.jsonLine(line);
  else if (line.says !== undefined) output.complain(`failed     ${name}: ${say(line.says)}`);
  else output.line(`${line.status.padEnd(10)} ${name}`);
}

function againOf({ readAgain }: Extract<ImportedFile, { status: 'duplicate' }>): string {
  return readAgain === undefined ? '' : `, read again: ${readAgain.words} words, text: ${readAgain.text}`;
}

type Summary = Readonly<Record<keyof typeof NONE | 'ms', number>>;

function report(
  output: Output,
  interrupted: AbortSignal,
  { version, ...summary }: Summary,
  total: number,
  metadata?: TableSaid,
): number {
  const left = total - summary.files;
  const failedRows = metadata?.failed.length ?? 0;
  if (output.json) {
    output.jsonLine({
      summary: {
        ...summary,
        ...(version > 0 && { version }),
        ...(left > 0 && { notRead: left }),
        ...(metadata && { metadata }),
      },
    });
  } else {
    const seconds = (summary.ms / 1000).toFixed(1);
    output.line(
      `${summary.files} files in ${seconds} s: ${summary.published} imported, ${version > 0 ? `${version} earlier versions, ` : ''}${summary.duplicate} duplicates, ${summary.failed} failed.`,
    );
  }
  if (interrupted.aborted) {
    output.complain(
      `Stopped. What is listed as imported is safe; ${left} files were not read. Run it again for the rest.`,
    );
  }
  return summary.failed > 0 || left > 0 || failedRows > 0 ? EXIT.someFailed : EXIT.done;
}
