import type { StagingState } from '../../../contract/publish.ts';
import type { RowChange } from '../../../contract/publish-rows.ts';
import { applyChanges } from './row-changes.ts';

/** Changes that the engine was told of, and the revision of the table that has them, once it has answered. */
type Pending = { readonly id: number; readonly changes: readonly RowChange[]; readonly revision?: number };

/**
 * The publish table as the window knows it: what the engine pushed last, and changes on their way. The engine pushes for its own reasons
 * too (a file was read): such a state may be older than a change that shows already, and must not take it away for a moment. Who clicks
 * *Publish* in that moment would be told that the row lacks what they see in it.
 */
export type KnownTable = { readonly pushed: StagingState; readonly pending: readonly Pending[] };

/** The table to show: every change that a pushed state has not got yet on top of it. */
export function shownTable({ pushed, pending }: KnownTable): StagingState {
  if (pending.length === 0) return pushed;
  return {
    ...pushed,
    rows: applyChanges(
      pushed.rows,
      pending.flatMap(({ changes }) => changes),
    ),
  };
}

/** The engine pushed a state: changes that it has are no longer on their way. */
export function afterPush(known: KnownTable | undefined, pushed: StagingState): KnownTable {
  const pending = (known?.pending ?? []).filter(
    ({ revision }) => revision === undefined || revision > pushed.revision,
  );
  return { pushed, pending };
}

/** Changes that were just sent. */
export function afterSending(known: KnownTable, id: number, changes: readonly RowChange[]): KnownTable {
  return { ...known, pending: [...known.pending, { id, changes }] };
}

/** The engine has the changes: as of this revision. */
export function afterAnswer(known: KnownTable, id: number, revision: number): KnownTable {
  const pending = known.pending.map((change) => (change.id === id ? { ...change, revision } : change));
  return afterPush({ ...known, pending }, known.pushed);
}

/** The engine refused the changes. */
export function afterRefusal(known: KnownTable, id: number): KnownTable {
  return { ...known, pending: known.pending.filter((change) => change.id !== id) };
}

/** Another engine runs: it counts from the beginning, and has on disk what the one before had answered. */
export function afterRestart(known: KnownTable): KnownTable {
  return { ...known, pending: known.pending.filter(({ revision }) => revision === undefined) };
}
