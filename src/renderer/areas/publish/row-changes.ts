import type { RowChange, StagedRow } from '../../../contract/publish-rows.ts';
import { changeBack, withFields } from '../../../contract/row-changes.ts';

/** The rows as they will be once the engine has the changes, so that the table need not wait for its answer. */
export function applyChanges(rows: readonly StagedRow[], changes: readonly RowChange[]): StagedRow[] {
  const byRow = new Map(changes.map((change) => [change.row, change]));
  return rows.map((row) => {
    const change = byRow.get(row.id);
    return change ? withFields(row, change) : row;
  });
}

/** What the changed fields were before, guesses as guesses: for undo. */
export function beforeOf(rows: readonly StagedRow[], changes: readonly RowChange[]): RowChange[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return changes.flatMap(({ row: id, set }) => {
    const row = byId.get(id);
    return row ? [changeBack(row, set)] : [];
  });
}
