import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SEPARATORS, type Separator } from '../../contract/insights.ts';
import type { FailedCell } from '../../contract/metadata.ts';
import { bytesOfBase64 } from '../../shared/base64.ts';
import { TABLE_LANGUAGES, type TableFormat } from '../../shared/vocabulary/metadata.ts';
import { say } from '../../words/say.ts';
import { type Arguments, type Command, type CommandContext, textOf } from '../base/command.ts';
import { CliEnd, EXIT } from '../base/exit.ts';
import { refusedToAll } from '../base/refused.ts';

const USAGE = {
  export: "metadata export [FILE.csv|FILE.xlsx] [--separator ';'] [--language en|de]",
  import: 'metadata import FILE [--dry-run]',
} as const;

/** What is said of assets as a table, out and in. */
export const metadata: Command = {
  name: 'metadata',
  usage: USAGE,
  usageNote:
    'A row is about the asset of its Asset ID, else of its File name. Tags sets, +Tags adds, -Tags removes; an empty cell changes nothing, (none) empties a field.',
  does: 'every field of every asset as a table: out as CSV or XLSX, and in again',
  options: {
    separator: { type: 'string' },
    language: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  check: (args) => {
    const [way, file, ...more] = args.positionals;
    if (way !== 'export' && way !== 'import') return 'Say which way: metadata export or metadata import.';
    if (more.length > 0) return 'Say one file.';
    if (way === 'import')
      return file === undefined ? 'Say which file: kitbag metadata import FILE.' : undefined;
    if (file !== undefined && formatOf(file) === undefined) return 'A table is a .csv or an .xlsx file.';
    if (separatorOf(args) === undefined) return `A separator is ',', ';' or 'tab'.`;
    const language = textOf(args, 'language');
    if (language === undefined || TABLE_LANGUAGES.some((known) => known === language)) return undefined;
    return `Headings are written in: ${TABLE_LANGUAGES.join(', ')}.`;
  },
  run: (context) => (context.args.positionals[0] === 'export' ? exportTable(context) : importTable(context)),
};

async function exportTable({ client, output, args }: CommandContext): Promise<number> {
  const file = args.positionals[1];
  const format = file === undefined ? 'csv' : (formatOf(file) ?? 'csv');
  const language = TABLE_LANGUAGES.find((known) => known === textOf(args, 'language'));
  const made = await client.metadata.export({
    format,
    separator: separatorOf(args),
    ...(language !== undefined && { language }),
  });
  const bytes = bytesOfBase64(made.base64) ?? new Uint8Array();
  if (file !== undefined) await write(file, bytes);
  const told = output.json ? await client.metadata.rows() : { rows: [] };
  output.result({ ...told, ...(file !== undefined && { file: resolve(file) }) }, () =>
    file === undefined
      ? new TextDecoder().decode(bytes).trimEnd()
      : `${made.rows} assets written to ${resolve(file)}.`,
  );
  return EXIT.done;
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(file), bytes);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CliEnd(
      EXIT.someFailed,
      `${resolve(file)} can't be written (${why}). Nothing else was changed.`,
    );
  }
}

async function importTable(context: CommandContext): Promise<number> {
  const { output, args } = context;
  const path = resolve(args.positionals[1] ?? '');
  const dryRun = args.values['dry-run'] === true;
  try {
    const { cut, failedRows, ...told } = await applyTable(context, path, dryRun);
    const { changed, unchanged, failed } = told;
    output.result({ ...told, ...(dryRun && { dryRun }) }, () =>
      [
        `${changed.length} ${dryRun ? 'would be changed' : 'changed'}, ${unchanged.length} were so already, ${failedRows} rows failed.`,
        ...failed.map(failedInWords),
      ].join('\n'),
    );
    return failedRows > 0 || cut ? EXIT.someFailed : EXIT.done;
  } catch (error) {
    const refused = refusedToAll([path], error);
    output.result({ changed: [], unchanged: [], failed: [], refused }, () =>
      refused.map(({ message }) => message).join('\n'),
    );
    return EXIT.someFailed;
  }
}

/** Changes assets as a table says; what of it was not read is told as a complaint. */
export async function applyTable({ engine, client, output }: CommandContext, path: string, dryRun = false) {
  const { grant } = engine.grantPaths([path]);
  const { table, columns, cut } = await client.metadata.open({ grant });
  const unknown = columns.flatMap(({ heading, target, readOnly }) =>
    target === null && !readOnly && heading !== '' ? [heading] : [],
  );
  if (unknown.length > 0) output.complain(`Columns that were not read: ${unknown.join(', ')}.`);
  if (cut) output.complain('The table has more rows than are read at once. The rest was left out.');
  const { changed, unchanged, failed, failedRows } = await client.metadata.import({ table, dryRun });
  return { changed, unchanged, failed, unknown, failedRows, cut };
}

/** A row that was left as it is, with why. */
export function failedInWords({ row, column, says }: FailedCell): string {
  return `row ${row}${column === '' ? '' : `, ${column}`}: ${say(says)}`;
}

function formatOf(file: string): TableFormat | undefined {
  const ending = /\.(csv|xlsx)$/i.exec(file)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'xlsx' ? ending : undefined;
}

function separatorOf(args: Arguments): Separator | undefined {
  const text = textOf(args, 'separator') ?? ',';
  return SEPARATORS.find((separator) => separator === (text === 'tab' ? '\t' : text));
}
