import type { StagedRow } from '../../../contract/publish.ts';
import { isPublishable, missingIn } from './columns.ts';

/** What the Publish button would do now. */
export type PublishPlan = {
  /** Rows that it is about: the selected ones, else all that are ready. */
  readonly rows: readonly string[];
  /** Those of them that miss something. */
  readonly incomplete: readonly string[];
  /** Why nothing can be published; null when something can. */
  readonly disabled: string | null;
};

/** Works out which rows would be published. */
export function planPublish(rows: readonly StagedRow[], selected: ReadonlySet<string>): PublishPlan {
  const meant = selected.size > 0 ? rows.filter((row) => selected.has(row.id)) : rows;
  const ready = meant.filter(isPublishable);
  const incomplete = ready.filter((row) => missingIn(row).length > 0).map((row) => row.id);
  return {
    rows: ready.map((row) => row.id),
    incomplete,
    disabled: reasonFor(meant, ready.length, selected.size > 0),
  };
}

function reasonFor(meant: readonly StagedRow[], ready: number, selection: boolean): string | null {
  if (ready > 0) return null;
  if (meant.length === 0) return 'There are no files on the table.';
  if (meant.some((row) => row.state === 'reading' || row.state === 'waiting'))
    return 'The files are still being read.';
  return selection
    ? 'None of the selected rows can be published: they failed or are in the library already.'
    : 'None of these rows can be published: they failed or are in the library already.';
}
