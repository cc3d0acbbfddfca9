import type { StagedRow } from '../../../contract/publish-rows.ts';
import { compareTexts } from '../../ui/format.ts';
import { type ColumnKey, missingIn, textOf } from './columns.ts';
import type { RowTerms } from './row-terms.ts';

/** How the table is sorted; null leaves the order in which files arrived. */
export type RowSort = { readonly key: ColumnKey; readonly descending: boolean } | null;

const STATE_ORDER: Record<StagedRow['state'], number> = {
  failed: 0,
  duplicate: 1,
  ready: 2,
  reading: 3,
  waiting: 4,
};

function compare(a: StagedRow, b: StagedRow, key: ColumnKey, terms: RowTerms): number {
  if (key === 'state') return STATE_ORDER[a.state] - STATE_ORDER[b.state];
  const left = textOf(a, key, terms);
  const right = textOf(b, key, terms);
  // Empty cells come last either way round, so that sorting never buries what is filled in.
  if (left === '' || right === '') return 0;
  return compareTexts(left, right);
}

/** The ids of the rows to show, in order. */
export function orderRows(
  rows: readonly StagedRow[],
  sort: RowSort,
  onlyMissing: boolean,
  terms: RowTerms,
): string[] {
  const shown = onlyMissing
    ? rows.filter((row) => row.state === 'ready' && missingIn(row).length > 0)
    : [...rows];
  if (!sort) return shown.map((row) => row.id);
  const empty = (row: StagedRow) => textOf(row, sort.key, terms) === '';
  const sign = sort.descending ? -1 : 1;
  const filled = shown.filter((row) => !empty(row));
  filled.sort((a, b) => sign * compare(a, b, sort.key, terms));
  return [...filled, ...shown.filter(empty)].map((row) => row.id);
}

/** The next sort when a column's heading is pressed: ascending, descending, as they arrived. */
export function nextSort(sort: RowSort, key: ColumnKey): RowSort {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}
