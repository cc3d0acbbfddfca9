import type {
  ImportedFile,
  ImportOptions,
  ImportOutline,
  ImportProgress,
  ImportStart,
} from '../../contract/import.ts';
import type { ImportPlan } from '../../contract/import-plan.ts';
import type { RowFields } from '../../contract/publish-rows.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { notToPublish } from '../assets/needed-to-publish.ts';
import type { NotTaken } from '../assets/take-step.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { checkImport } from './check-import.ts';
import { givenDimensions } from './import-files.ts';
import { duplicateLine, failedLine, importedLine } from './import-lines.ts';
import { acceptPlan, importPlan, nearInPlan } from './import-plan.ts';
import type { NearPair } from './near-files.ts';
import { publishRows } from './publish.ts';
import { failureOf } from './read-document.ts';
import type { HeldRow } from './staged-row.ts';
import type { Staging } from './staging.ts';
import type { WithPublishing } from './with-publishing.ts';

/** Imports that take what is proposed, without the table: on a table of their own that is not kept. */

/** Assets that are written at once: what is listed is safe, and of long imports something is listed soon. */
const AT_ONCE = 25;

type Reading = { readonly signal?: Cancellation | undefined; readonly onProgress?: ImportProgress };

/** What an import of files and folders would do. Nothing is written. */
export async function outlineImport(
  replica: WithPublishing,
  paths: readonly string[],
  reading: Reading = {},
): Promise<ImportOutline> {
  checkMayPublish(replica);
  return await onPassingTable(replica, async (staging) => {
    const skipped = await readAll(staging, paths, reading);
    const plan = await importPlan(staging);
    return { ...outlineOf(staging, plan, await nearInPlan(staging, plan)), skipped };
  });
}

async function onPassingTable<Result>(
  { passingTable }: WithPublishing,
  work: (staging: Staging) => Promise<Result>,
): Promise<Result> {
  const staging = passingTable();
  try {
    return await work(staging);
  } finally {
    await staging.close();
  }
}

/** Reads all files, and answers how many were passed over; stopped, the rest is neither looked for nor read any more. */
async function readAll(staging: Staging, paths: readonly string[], reading: Reading): Promise<number> {
  const [{ skipped }] = await Promise.all([staging.stage(paths), untilRead(staging, reading)]);
  return skipped;
}

async function untilRead(staging: Staging, { signal, onProgress }: Reading): Promise<void> {
  for await (const { progress } of staging.watch(signal)) {
    if (progress === null) return;
    onProgress?.(progress.done, progress.total, progress.current);
  }
  staging.cancel();
}

function outlineOf(
  staging: Staging,
  plan: ImportPlan,
  near: readonly NearPair[],
): Omit<ImportOutline, 'skipped'> {
  const path = (id: string): string => staging.held(id).path;
  return {
    groups: plan.groups.map(({ folder, rows, proposed }) => ({
      folder,
      files: rows.map(path),
      proposed: Object.fromEntries(proposed.map(({ attribute, values }) => [attribute, values])),
      reasons: proposed.map(({ attribute, sure, why }) => ({ attribute, sure, why })),
    })),
    families: plan.families.map(({ current, earlier }) => ({
      current: path(current),
      earlier: earlier.map(path),
    })),
    editions: plan.editions.map(({ original, rows }) => ({
      original: path(original),
      languages: Object.fromEntries(rows.map(({ row, language }) => [language, path(row)])),
    })),
    duplicates: plan.copies.map(({ keep, same }) => ({ keep: path(keep), same: same.map(path) })),
    near: near.map(({ a, b, similarity }) => ({ a: path(a), b: path(b), similarity })),
    left: plan.left.map(({ row, reason, says }) => ({ file: path(row), reason, ...(says && { says }) })),
  };
}

/** Imports files and folders, taking what is proposed of what is not given. Each file is told after its event is on disk. */
export async function* importPlanned(
  replica: WithPublishing,
  paths: readonly string[],
  options: ImportOptions,
  onStart: ImportStart,
): AsyncGenerator<ImportedFile, void> {
  checkImport(replica, options);
  const staging = replica.passingTable();
  const started = replica.ports.clock.now();
  try {
    const skipped = await readAll(staging, paths, options);
    onStart(staging.size, skipped);
    const plan = await importPlan(staging);
    await acceptPlan(staging, {
      rows: staging.all().map(({ row }) => row.id),
      families: plan.families.map(({ current }) => current),
      editions: plan.editions.map(({ original }) => original),
    });
    say(staging, options);
    const ms = (): number => replica.ports.clock.now() - started;
    yield* leftLines(replica, staging, options, ms);
    const copies = new Map(
      plan.copies.map(({ keep, same }) => [keep, same.map((id) => staging.held(id).path)]),
    );
    const heads = staging.all().filter(({ row }) => row.state === 'ready' && row.earlierOf === undefined);
    for (let at = 0; at < heads.length && options.signal?.aborted !== true; at += AT_ONCE)
      yield* publishSome({ replica, staging, options, copies, ms }, heads.slice(at, at + AT_ONCE));
  } finally {
    await staging.close();
  }
}

/** Says of all rows what was given for all. */
function say(staging: Staging, { stages, personas, types, tags, dimensions }: ImportOptions): void {
  const set: Partial<RowFields> = {
    ...(stages.length > 0 && { stages: [...stages] }),
    ...(personas.length > 0 && { personas: [...personas] }),
    ...(types[0] !== undefined && { type: types[0] }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...givenDimensions(dimensions),
  };
  if (Object.keys(set).length > 0) staging.setEach(staging.all().map(({ row }) => ({ row: row.id, set })));
}

/** The files that become nothing: those that could not be read, and those that the library has. */
async function* leftLines(
  replica: WithPublishing,
  staging: Staging,
  { signal }: ImportOptions,
  ms: () => number,
): AsyncGenerator<ImportedFile, void> {
  for (const { row, path, document } of staging.all()) {
    if (row.state === 'failed') {
      const { reason = 'unknown', says = failureOf('unknown').says } = row;
      yield failedLine(path, { reason, says }, ms());
    } else if (row.duplicateOf !== undefined && document !== undefined) {
      const same = { file: path, assetId: row.duplicateOf.asset, sha256: document.sha256 };
      yield await duplicateLine(replica, same, signal, ms);
    }
  }
}

/** Why a row can't be published as it is: nobody is there to say what is missing. */
function incomplete({ catalog }: WithPublishing, { row }: HeldRow): NotTaken | undefined {
  const { versionOf, title } = row.fields;
  return versionOf === null ? notToPublish(catalog, title.trim(), row.fields) : undefined;
}

type Publishing = {
  readonly replica: WithPublishing;
  readonly staging: Staging;
  readonly options: ImportOptions;
  /** The paths of the copies of rows. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
  readonly ms: () => number;
};

async function* publishSome(
  { replica, staging, options, copies, ms }: Publishing,
  heads: readonly HeldRow[],
): AsyncGenerator<ImportedFile, void> {
  const byId = new Map(staging.all().map((held) => [held.row.id, held]));
  const current = new Set<string>();
  for (const head of heads) {
    const why = options.draft ? undefined : incomplete(replica, head);
    if (why === undefined) current.add(head.row.id);
    else
      for (const { path } of [...(staging.families().get(head.row.id) ?? []), head])
        yield failedLine(path, { reason: why.code, says: why.says }, ms());
  }
  const manner = { draft: options.draft, open: true };
  const { published } = await publishRows(replica, [...current], manner, staging);
  for (const { row, asset: assetId } of published) {
    const { path: file = '', document } = byId.get(row) ?? {};
    if (document === undefined) continue;
    const status = !current.has(row) ? 'version' : options.draft ? 'draft' : 'published';
    yield importedLine(file, { status, assetId }, document, ms());
    for (const same of copies.get(row) ?? []) yield { file: same, status: 'duplicate', assetId, ms: ms() };
  }
}
