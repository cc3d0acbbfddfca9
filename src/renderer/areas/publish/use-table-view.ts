import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { useRemembered } from '../../base/remembered.ts';
import { type ColumnKey, isColumnKey } from './columns.ts';
import { nextSort, orderRows, type RowSort } from './row-order.ts';
import type { RowTerms } from './row-terms.ts';

const sortSchema: z.ZodType<RowSort> = z
  .object({
    key: z.custom<ColumnKey>((name) => typeof name === 'string' && isColumnKey(name)),
    descending: z.boolean(),
  })
  .nullable();

/** The rows as the table shows them. */
export type TableView = {
  readonly rows: readonly StagedRow[];
  readonly sort: RowSort;
  readonly onSort: (key: ColumnKey) => void;
  readonly onlyMissing: boolean;
  readonly setOnlyMissing: (only: boolean) => void;
};

/**
 * Sorts and filters rows. The order is worked out anew when rows come or go and when sort or filter are set, never while somebody
 * edits: a row must not jump away from under the keyboard.
 */
export function useTableView(all: readonly StagedRow[], terms: RowTerms): TableView {
  const [sort, setSort] = useRemembered<RowSort>('publish-sort', sortSchema, null);
  const [onlyMissing, setOnlyMissing] = useState(false);
  const idsKey = all.map((row) => row.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows' fields change without changing the order, on purpose
  const order = useMemo(() => orderRows(all, sort, onlyMissing, terms), [idsKey, sort, onlyMissing]);
  const rows = useMemo(() => {
    const byId = new Map(all.map((row) => [row.id, row]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [all, order]);
  return { rows, sort, onSort: (key) => setSort(nextSort(sort, key)), onlyMissing, setOnlyMissing };
}
