import type { Accepted, ImportPlan } from '../../contract/import-plan.ts';
import type { RowChange, RowFields } from '../../contract/publish-rows.ts';
import { changeBack, takesFields } from '../../contract/row-changes.ts';
import { ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { editionsOf } from './editions.ts';
import { type Family, type FamilyFile, familiesOf } from './families.ts';
import { type NearPair, nearFiles } from './near-files.ts';
import { planOf } from './plan.ts';
import { type HeldRow, suggestedOf } from './staged-row.ts';
import type { Staging } from './staging.ts';

/** The plan of an import, and what becomes of it. */

/** What would become of the rows of a table. */
export async function importPlan(staging: Staging): Promise<ImportPlan> {
  const files = await familyFiles(staging);
  const joined = staging.families();
  const families = familiesOf(files.filter(({ id }) => isAlone(staging.held(id), joined)));
  const earlier = new Set(families.flatMap((family) => family.earlier));
  const newest = files.filter(({ id }) => isNewAsset(staging.held(id)) && !earlier.has(id));
  return planOf(
    staging.all().map(({ row }) => row),
    staging.revision,
    families.map((family) => ({ current: family.current, earlier: [...family.earlier] })),
    editionsOf(newest),
  );
}

/** Pairs of files of a table whose texts are mostly the same; versions of one document are left out. */
export async function nearInPlan(staging: Staging, { families }: ImportPlan): Promise<NearPair[]> {
  const family = new Map<string, string>();
  for (const { current, earlier } of families)
    for (const id of [current, ...earlier]) family.set(id, current);
  const of = (id: string): string => family.get(id) ?? id;
  return nearFiles(await familyFiles(staging), (a, b) => of(a) === of(b));
}

/** Whether a row is no version of something already: neither of another row, nor of an asset, nor with versions of its own. */
function isAlone({ row }: HeldRow, families: ReturnType<Staging['families']>): boolean {
  return isNewAsset({ row }) && !families.has(row.id);
}

/** Whether a row becomes an asset of its own: neither a version of another row, nor of an asset. */
function isNewAsset({ row }: Pick<HeldRow, 'row'>): boolean {
  return row.earlierOf === undefined && row.fields.versionOf === null;
}

async function familyFiles(staging: Staging): Promise<FamilyFile[]> {
  const files: FamilyFile[] = [];
  for (const { row, document, path, modifiedAt } of staging.all()) {
    if (row.state !== 'ready' || document === undefined || document.kind === 'other') continue;
    files.push({
      id: row.id,
      fileName: row.fileName,
      folder: row.folder,
      path,
      kind: document.kind,
      language: document.language,
      writtenAt: document.writtenAt ?? modifiedAt,
      sketch: await staging.sketchOf(row.id, document),
    });
  }
  return files;
}

/** What of a plan is accepted: rows, families by their current rows, documents in several languages by their originals. */
type AcceptedLines = {
  readonly rows: readonly string[];
  readonly families: readonly string[];
  readonly editions?: readonly string[];
};

/** Says of rows what is proposed for them, makes families of versions, and language editions of one document. */
export async function acceptPlan(
  staging: Staging,
  { rows, families, editions = [] }: AcceptedLines,
): Promise<{ accepted: number; undo: Accepted }> {
  const wanted = new Set(families);
  const plan = wanted.size + editions.length === 0 ? undefined : await importPlan(staging);
  const joining: Family[] = (plan?.families ?? []).filter(
    ({ current, joined }) => !joined && wanted.has(current),
  );
  const earlier = new Set(joining.flatMap((family) => family.earlier));
  const saying = rows
    .map((id) => staging.held(id))
    .filter(({ row }) => !earlier.has(row.id) && takesFields(row));
  const changes: RowChange[] = saying.flatMap(({ row }) => {
    const fields = guessedOf(row);
    if (fields.length === 0) return [];
    return [{ row: row.id, set: ofFields<RowFields>(fields.map((field) => [field, row.fields[field]])) }];
  });
  changes.push(...editionChanges(plan, editions));
  const before = changes.map(({ row, set }) => changeBack(staging.held(row).row, set));
  if (changes.length > 0) staging.setEach(changes);
  staging.join(joining);
  return {
    accepted: new Set(changes.map(({ row }) => row)).size,
    undo: { before, joined: joining.map(({ current }) => current) },
  };
}

/** That the other files of these documents are editions of their originals. */
function editionChanges(plan: ImportPlan | undefined, originals: readonly string[]): RowChange[] {
  const wanted = new Set(originals);
  return (plan?.editions ?? []).flatMap(({ original, rows, joined }) =>
    joined || !wanted.has(original)
      ? []
      : rows.flatMap(({ row }) => (row === original ? [] : [{ row, set: { editionOf: original } }])),
  );
}

function guessedOf(row: HeldRow['row']) {
  return suggestedOf([row]).filter((field) => row.guessed.includes(field));
}

/** Takes back what was accepted, as far as the rows are still there. */
export function takeBackPlan(staging: Staging, { before, joined }: Accepted): void {
  const there = new Set(staging.all().map(({ row }) => row.id));
  staging.setEach(before.filter(({ row }) => there.has(row)));
  takeApart(
    staging,
    joined.filter((id) => there.has(id)),
  );
}

/** Makes the versions of families rows of their own. Answers all of these rows. */
export function takeApart(staging: Staging, heads: readonly string[]): string[] {
  const all = staging.families();
  const families = heads.map((head) => ({
    current: null,
    earlier: (all.get(head) ?? []).map(({ row }) => row.id),
  }));
  staging.join(families);
  return [...heads, ...families.flatMap(({ earlier }) => earlier)];
}
