import { useMemo } from 'react';
import { z } from 'zod';
import { useRemembered } from '../../base/remembered.ts';
import type { Column, ColumnKey } from './columns.ts';

/** Pixels below which no column is read any more, and above which one fills the window. */
const NARROWEST = 56;
const WIDEST = 1200;
/** Pixels by which a key makes a column wider. */
const STEP = 24;

const widthsSchema = z.record(z.string(), z.number().min(NARROWEST).max(WIDEST));

/** How wide a column is: what somebody set, else at least its own width and its part of the room. */
export type ColumnWidth = { readonly basis: number; readonly grow: number };

/** The columns' widths, as this device remembers them. */
export type ColumnWidths = {
  readonly of: (column: ColumnKey) => ColumnWidth;
  /** Pixels that all columns need at least, with the checkbox. */
  readonly total: number;
  readonly set: (column: ColumnKey, pixels: number) => void;
  readonly step: (column: Column, by: 1 | -1) => void;
  /** Back to its own width and its part of the room. */
  readonly reset: (column: ColumnKey) => void;
};

/** Pixels of the checkbox's column. */
export const CHECK_WIDTH = 40;

/** Widths of the table's columns: set by hand where somebody did, remembered over restarts. */
export function useColumnWidths(columns: readonly Column[]): ColumnWidths {
  const [set, remember] = useRemembered<Record<string, number>>('publish-columns', widthsSchema, nothing);
  const of = useMemo(() => {
    const widths = new Map(columns.map(({ key, ...width }) => [key, width]));
    return (key: ColumnKey): ColumnWidth => {
      const own = set[key];
      const { width = NARROWEST, grow = 0 } = widths.get(key) ?? {};
      return own === undefined ? { basis: width, grow } : { basis: own, grow: 0 };
    };
  }, [set, columns]);
  const put = (column: ColumnKey, pixels: number) =>
    remember({ ...set, [column]: Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels))) });
  return {
    of,
    total: columns.reduce((sum, { key }) => sum + of(key).basis, CHECK_WIDTH),
    set: put,
    step: ({ key }, by) => put(key, of(key).basis + by * STEP),
    reset: (column) => remember(Object.fromEntries(Object.entries(set).filter(([key]) => key !== column))),
  };
}

const nothing: Record<string, number> = {};
