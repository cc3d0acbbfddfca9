import { plural, t } from '@lingui/core/macro';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { missingForDraft } from '../../../contract/row-changes.ts';
import { isPublishable, missingIn } from './columns.ts';

/** What the Publish button and ‘Save as drafts’ would do now. */
export type PublishPlan = {
  /** Rows that it is about: the selected ones, else all that are ready. */
  readonly rows: readonly string[];
  /** Those of them that miss something. */
  readonly incomplete: readonly string[];
  /** Those of them that miss nothing. */
  readonly complete: readonly string[];
  /** Those of them that can be saved as drafts: they need a title only. */
  readonly drafts: readonly string[];
  /** Why nothing can be published; null when something can. */
  readonly disabled: string | null;
};

/** Works out which rows would be published or saved. */
export function planPublish(rows: readonly StagedRow[], selected: ReadonlySet<string>): PublishPlan {
  const meant = selected.size > 0 ? rows.filter((row) => selected.has(row.id)) : rows;
  const ready = meant.filter(isPublishable);
  const misses = new Map(ready.map((row) => [row.id, missingIn(row).length > 0]));
  const rowIds = [...misses.keys()];
  return {
    rows: rowIds,
    incomplete: rowIds.filter((id) => misses.get(id) === true),
    complete: rowIds.filter((id) => misses.get(id) === false),
    drafts: ready.filter((row) => missingForDraft(row.fields).length === 0).map((row) => row.id),
    disabled: reasonFor(meant, ready.length, selected.size > 0),
  };
}

function reasonFor(meant: readonly StagedRow[], ready: number, selection: boolean): string | null {
  if (ready > 0) return null;
  if (meant.length === 0) return t`There are no files on the table.`;
  if (meant.some((row) => row.state === 'reading' || row.state === 'waiting'))
    return t`The files are still being read.`;
  return selection
    ? t`None of the selected rows can be published: they failed or are already in the library.`
    : t`None of these rows can be published: they failed or are already in the library.`;
}

/** An attempt that was refused: rows that miss something, or what the engine said. */
export type Refused =
  | { readonly why: 'incomplete' | 'untitled'; readonly rows: readonly string[] }
  | { readonly why: 'engine'; readonly message: string };

/** What is said of a refused attempt now; null once nothing is missing any more. */
export function refusalWords(refused: Refused | null, rows: readonly StagedRow[]): string | null {
  if (refused === null) return null;
  if (refused.why === 'engine') return refused.message;
  const asked = new Set(refused.rows);
  const missing = rows.filter(
    (row) =>
      asked.has(row.id) &&
      isPublishable(row) &&
      (refused.why === 'untitled' ? missingForDraft(row.fields) : missingIn(row)).length > 0,
  ).length;
  if (missing === 0) return null;
  if (refused.why === 'untitled') {
    return plural(missing, {
      one: '# row needs a title before it can be saved as a draft.',
      other: '# rows need a title before they can be saved as drafts.',
    });
  }
  return plural(missing, {
    one: '# row is incomplete. Nothing was published yet: fill in what is marked, then publish again.',
    other: '# rows are incomplete. Nothing was published yet: fill in what is marked, then publish again.',
  });
}
