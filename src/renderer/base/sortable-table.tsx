import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react';
import { z } from 'zod';
import { compareTexts } from '../ui/format.ts';
import { ColumnHeading, GridGroup, GridRow, ReadCell, ReadTable } from '../ui/grid-parts.tsx';
import { useRemembered } from './remembered.ts';
import classes from './sortable-table.module.css';

/** A column: how it looks and by what it sorts; null sorts last either way round. */
export type TableColumn<Row> = {
  readonly key: string;
  readonly label: string;
  /** What the column means. */
  readonly hint?: string;
  /** A CSS grid track, e.g. `minmax(200px, 2fr)`. */
  readonly track: string;
  readonly end?: boolean;
  readonly sortBy: (row: Row) => string | number | null;
  readonly show: (row: Row) => ReactNode;
};

type Props<Row> = {
  readonly label: string;
  /** Under which name the sort is remembered. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly first: { readonly key: string; readonly descending: boolean };
  readonly idOf: (row: Row) => string;
  /** Pixels below which the table scrolls sideways. */
  readonly minWidth: number;
};

const ROW_HEIGHT = 40;
const sortSchema = z.object({ key: z.string(), descending: z.boolean() });

/** Sorts rows by a column; rows without a value come last. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: TableColumn<Row>['sortBy'],
  descending: boolean,
): Row[] {
  const valued = rows.filter((row) => by(row) !== null);
  const sign = descending ? -1 : 1;
  valued.sort((a, b) => {
    const left = by(a);
    const right = by(b);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * compareTexts(String(left), String(right));
  });
  return [...valued, ...rows.filter((row) => by(row) === null)];
}

/** A table to read, sortable by each column; draws only the rows in view. */
export function SortableTable<Row>({ label, name, rows, columns, first, idOf, minWidth }: Props<Row>) {
  const [sort, setSort] = useRemembered(`sort-${name}`, sortSchema, first);
  const scroller = useRef<HTMLDivElement>(null);
  const column = columns.find((other) => other.key === sort.key) ?? columns[0];
  const sorted = useMemo(
    () => (column ? sortRows(rows, column.sortBy, sort.descending) : [...rows]),
    [rows, column, sort.descending],
  );
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const tracks: CSSProperties = { gridTemplateColumns: columns.map((other) => other.track).join(' ') };
  return (
    <ReadTable
      ref={scroller}
      className={classes.table}
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      tabIndex={0}
    >
      <GridGroup className={classes.head} style={{ minWidth }}>
        <GridRow className={classes.row} style={tracks} aria-rowindex={1}>
          {columns.map((other) => {
            const here = column?.key === other.key;
            return (
              <ColumnHeading
                key={other.key}
                className={classes.cell}
                data-end={other.end || undefined}
                aria-sort={here ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className={classes.sort}
                  {...(other.hint === undefined ? {} : { title: other.hint, 'aria-description': other.hint })}
                  onClick={() =>
                    setSort({ key: other.key, descending: here ? !sort.descending : other.end === true })
                  }
                >
                  {other.label}
                  {here ? (
                    sort.descending ? (
                      <IconArrowDown size={13} aria-hidden />
                    ) : (
                      <IconArrowUp size={13} aria-hidden />
                    )
                  ) : null}
                </button>
              </ColumnHeading>
            );
          })}
        </GridRow>
      </GridGroup>
      <GridGroup className={classes.body} style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map((item) => {
          const row = sorted[item.index];
          if (row === undefined) return null;
          return (
            <GridRow
              key={idOf(row)}
              className={`${classes.row} ${classes.placed}`}
              style={{ ...tracks, transform: `translateY(${item.start}px)` }}
              aria-rowindex={item.index + 2}
            >
              {columns.map((other) => (
                <ReadCell key={other.key} className={classes.cell} data-end={other.end || undefined}>
                  {other.show(row)}
                </ReadCell>
              ))}
            </GridRow>
          );
        })}
      </GridGroup>
    </ReadTable>
  );
}
