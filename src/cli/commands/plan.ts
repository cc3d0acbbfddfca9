import { basename, resolve } from 'node:path';
import type { ImportOutline } from '../../contract/import.ts';
import type { RowField } from '../../contract/publish-rows.ts';
import {
  aboutField,
  dimensionOfField,
  fieldOfDimension,
  isDimensionField,
} from '../../shared/vocabulary/asset-fields.ts';
import { say } from '../../words/say.ts';
import { languageName } from '../../words/sentence.ts';
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
      proposed: byField(reasons, ({ attribute }) => shownValue(attribute, proposed[attribute] ?? [])),
      why: sentencesOf(reasons),
      sure: byField(reasons, ({ sure }) => hundredths(sure)),
      paths: files,
    })),
    ...rest,
    left,
  };
}

type Reason = ImportOutline['groups'][number]['reasons'][number];

/** Something of each proposal by its attribute; of dimensions by the dimension's id, in an object of their own. */
function byField(reasons: readonly Reason[], value: (reason: Reason) => unknown): Record<string, unknown> {
  const own: [string, unknown][] = [];
  const dimensions: [string, unknown][] = [];
  for (const reason of reasons) {
    const { attribute } = reason;
    if (isDimensionField(attribute)) dimensions.push([dimensionOfField(attribute), value(reason)]);
    else own.push([attribute, value(reason)]);
  }
  const terms = dimensions.length === 0 ? {} : { dimensions: Object.fromEntries(dimensions) };
  return { ...Object.fromEntries(own), ...terms };
}

function shownValue(attribute: RowField, values: readonly string[]): readonly string[] | string | undefined {
  return aboutField(attribute).kind === 'terms' ? values : values[0];
}

const AUDIENCES: readonly [string, string][] = [
  ['internal', 'Internal only'],
  ['customer', 'Customer-facing'],
];

/** What values are called, by their ids; terms of dimensions by those of both. */
async function namesOf({ client }: CommandContext): Promise<ReadonlyMap<string, string>> {
  const { stages, personas, types, products, dimensions } = await client.taxonomy.get();
  const own = [...stages, ...personas, ...types, ...products];
  const terms = dimensions.flatMap((dimension) =>
    dimension.terms.map(({ id, name }): [string, string] => [
      `${fieldOfDimension(dimension.id)} ${id}`,
      name,
    ]),
  );
  return new Map([...AUDIENCES, ...own.map(({ id, name }): [string, string] => [id, name]), ...terms]);
}

function sentencesOf(reasons: ImportOutline['groups'][number]['reasons']): string {
  return [...new Set(reasons.map(({ why }) => say(why)))].join(' ');
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

function planText(outline: ImportOutline, names: ReadonlyMap<string, string>): string {
  const { groups, families, editions, duplicates, near, left, skipped } = outline;
  const lines: string[] = [];
  for (const { folder, files, proposed, reasons } of groups) {
    const values = reasons.flatMap(({ attribute }) =>
      (proposed[attribute] ?? []).map((id) => names.get(`${attribute} ${id}`) ?? names.get(id) ?? id),
    );
    const said = values.length === 0 ? 'nothing proposed' : values.join(', ');
    lines.push(`${plain(folder) || '(no folder)'}: ${counted(files.length, 'file')} -> ${said}`);
    if (reasons.length > 0) lines.push(`    ${sentencesOf(reasons)}`);
  }
  for (const { current, earlier } of families)
    lines.push(
      `versions: ${plain(current)} after ${earlier.map((path) => plain(basename(path))).join(', ')}`,
    );
  for (const { original, languages } of editions)
    lines.push(
      `languages: ${plain(original)} in ${Object.entries(languages)
        .map(([language, path]) => `${languageName(language)} (${plain(basename(path))})`)
        .join(', ')}`,
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
