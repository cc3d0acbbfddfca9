import { basename, resolve } from 'node:path';
import type { ImportOutline } from '../../contract/import.ts';
import { ATTRIBUTES, type RowAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { say } from '../../words/say.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { plain } from '../base/output.ts';

/** Says what an import would do. */
export const planCommand: Command = {
  name: 'plan',
  usage: 'plan PATH...',
  does: 'what an import would do: proposals by folder, versions, copies, what is left out',
  options: {},
  check: (args) =>
    args.positionals.length === 0 ? 'Say which files or folders: kitbag plan PATH...' : undefined,
  run: async (context) => {
    const { args, output } = context;
    const outline = await outlineOf(context, args.positionals);
    const names = await namesOf(context);
    output.result(planJson(outline), () => planText(outline, names));
    return outline.left.some(({ reason }) => reason !== 'in-library') ? EXIT.someFailed : EXIT.done;
  },
};

/** Reads files and folders, and says what an import of them would do. */
export async function outlineOf(
  { engine, output, interrupted }: CommandContext,
  paths: readonly string[],
): Promise<ImportOutline> {
  return await engine.outlineImport(
    paths.map((path) => resolve(path)),
    {
      signal: interrupted,
      onProgress: (done, total, current) => output.progress(`${done}/${total} ${current}`),
    },
  );
}

/** As other programs rely on it; `paths` are the group's files. */
function planJson({ groups, left, ...rest }: ImportOutline) {
  return {
    groups: groups.map(({ folder, files, proposed, reasons }) => ({
      folder,
      files: files.length,
      proposed: Object.fromEntries(
        reasons.map(({ attribute }) => [attribute, shownValue(attribute, proposed[attribute] ?? [])]),
      ),
      why: sentencesOf(reasons),
      sure: Object.fromEntries(reasons.map(({ attribute, sure }) => [attribute, hundredths(sure)])),
      paths: files,
    })),
    ...rest,
    left,
  };
}

function shownValue(
  attribute: RowAttribute,
  values: readonly string[],
): readonly string[] | string | undefined {
  return ATTRIBUTES[attribute].kind === 'terms' ? values : values[0];
}

const AUDIENCES: readonly [string, string][] = [
  ['internal', 'Internal only'],
  ['customer', 'Customer-facing'],
];

/** What values are called, by their ids. */
async function namesOf({ client }: CommandContext): Promise<ReadonlyMap<string, string>> {
  const { stages, personas, types, products } = await client.taxonomy.get();
  const terms = [...stages, ...personas, ...types, ...products];
  return new Map([...AUDIENCES, ...terms.map(({ id, name }): [string, string] => [id, name])]);
}

function sentencesOf(reasons: ImportOutline['groups'][number]['reasons']): string {
  return [...new Set(reasons.map(({ why }) => say(why)))].join(' ');
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

function planText(outline: ImportOutline, names: ReadonlyMap<string, string>): string {
  const { groups, families, duplicates, near, left, skipped } = outline;
  const lines: string[] = [];
  for (const { folder, files, proposed, reasons } of groups) {
    const values = Object.values(proposed).flatMap((ids) => ids.map((id) => names.get(id) ?? id));
    const said = values.length === 0 ? 'nothing proposed' : values.join(', ');
    lines.push(`${plain(folder) || '(no folder)'}: ${counted(files.length, 'file')} -> ${said}`);
    if (reasons.length > 0) lines.push(`    ${sentencesOf(reasons)}`);
  }
  for (const { current, earlier } of families)
    lines.push(
      `versions: ${plain(current)} after ${earlier.map((path) => plain(basename(path))).join(', ')}`,
    );
  for (const { keep, same } of duplicates)
    lines.push(`copies: ${plain(keep)} is kept, not ${same.map(plain).join(', ')}`);
  for (const { a, b, similarity } of near)
    lines.push(`near: ${plain(a)} and ${plain(b)} (${Math.round(similarity * 100)}% the same)`);
  for (const { file, reason, says } of left)
    lines.push(`left: ${plain(file)}: ${says === undefined ? reason : say(says)}`);
  if (skipped > 0) lines.push(`${counted(skipped, 'system file')} skipped`);
  return lines.join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
