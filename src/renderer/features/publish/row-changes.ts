import type { RowFields, StagedRow } from '../../../contract/publish.ts';

/** New values for one row. */
export type RowChange = { readonly row: string; readonly set: Partial<RowFields> };

/** As the engine will say it: a new version keeps its asset's fields and lacks nothing. */
function missingOf(fields: RowFields): StagedRow['missing'] {
  if (fields.versionOf !== null) return [];
  const missing: StagedRow['missing'] = [];
  if (fields.title.trim() === '') missing.push('title');
  if (fields.type === null) missing.push('type');
  if (fields.stages.length === 0) missing.push('stages');
  if (fields.personas.length === 0) missing.push('personas');
  return missing;
}

/** The rows as they will be once the engine has the changes, so that the table need not wait for its answer. */
export function applyChanges(rows: readonly StagedRow[], changes: readonly RowChange[]): StagedRow[] {
  const byRow = new Map(changes.map((change) => [change.row, change.set]));
  return rows.map((row) => {
    const set = byRow.get(row.id);
    if (!set) return row;
    const fields = { ...row.fields, ...set };
    return {
      ...row,
      fields,
      guessed: row.guessed.filter((key) => !(key in set)),
      missing: missingOf(fields),
    };
  });
}

/** What the changed fields were before, for undo. */
export function beforeOf(rows: readonly StagedRow[], changes: readonly RowChange[]): RowChange[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return changes.flatMap(({ row: id, set }) => {
    const row = byId.get(id);
    if (!row) return [];
    const old = Object.fromEntries(
      Object.entries(row.fields).filter(([key]) => key in set),
    ) as Partial<RowFields>;
    return [{ row: id, set: old }];
  });
}
