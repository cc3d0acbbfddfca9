import type { Accepted, ImportPlan } from '../../contract/import-plan.ts';
import type { RowFields } from '../../contract/publish-rows.ts';
import { changeBack, takesFields } from '../../contract/row-changes.ts';
import { ofFields } from '../../shared/vocabulary/asset-fields.ts';
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
  return planOf(
    staging.all().map(({ row }) => row),
    staging.revision,
    families.map(({ current, earlier }) => ({ current, earlier: [...earlier] })),
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
  return row.earlierOf === undefined && row.fields.versionOf === null && !families.has(row.id);
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

/** Says of rows what is proposed for them, and makes families of versions. */
export async function acceptPlan(
  staging: Staging,
  { rows, families }: { readonly rows: readonly string[]; readonly families: readonly string[] },
): Promise<{ accepted: number; undo: Accepted }> {
  const wanted = new Set(families);
  const found = wanted.size === 0 ? [] : (await importPlan(staging)).families;
  const joining: Family[] = found.filter(({ current, joined }) => !joined && wanted.has(current));
  const earlier = new Set(joining.flatMap((family) => family.earlier));
  const saying = rows
    .map((id) => staging.held(id))
    .filter(({ row }) => !earlier.has(row.id) && takesFields(row));
  const changes = saying.flatMap(({ row }) => {
    const fields = guessedOf(row);
    if (fields.length === 0) return [];
    return [{ row: row.id, set: ofFields<RowFields>(fields.map((field) => [field, row.fields[field]])) }];
  });
  const before = changes.map(({ row, set }) => changeBack(staging.held(row).row, set));
  if (changes.length > 0) staging.setEach(changes);
  staging.join(joining);
  return {
    accepted: changes.length,
    undo: { before, joined: joining.map(({ current }) => current) },
  };
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
