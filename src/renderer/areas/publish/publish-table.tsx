import { t } from '@lingui/core/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import type { RowChange, RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { GridGroup, GridTable } from '../../ui/grid-parts.tsx';
import type { After } from './cell-editor.tsx';
import { type Column, type ColumnKey, changeOf, columnsOf, isField, missingIn, textOf } from './columns.ts';
import { type Cell, moveCell } from './grid-moves.ts';
import type { PasteTarget } from './paste-plan.ts';
import { cellId, PublishRow, ROW_HEIGHT } from './publish-row.tsx';
import classes from './publish-table.module.css';
import type { RowSort } from './row-order.ts';
import type { RowTerms } from './row-terms.ts';
import { TableHead } from './table-head.tsx';
import { CHECK_WIDTH, type ColumnWidths, useColumnWidths } from './use-column-widths.ts';
import { columnAt, isEditable, useGrid } from './use-grid.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';

/** What the screen can ask of the table. */
export type PublishTableHandle = {
  /** Moves to the first cell that misses something and opens it. */
  readonly showFirstMissing: (rows: readonly string[]) => void;
  /** Takes the keyboard back, after a dialog. */
  readonly focus: () => void;
};

type Props = {
  readonly rows: readonly StagedRow[];
  /** Where the current row stands: the one that is previewed, whatever the order. */
  readonly current: number;
  readonly terms: RowTerms;
  readonly selected: ReadonlySet<string>;
  readonly refused: boolean;
  readonly sort: RowSort;
  readonly onSort: (key: ColumnKey) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onActive: (id: string | null) => void;
  readonly onSet: (row: string, set: RowChange['set']) => void;
  readonly onPaste: (text: string, at: PasteTarget) => void;
  readonly onUndo: () => void;
  readonly ref?: Ref<PublishTableHandle>;
};

/** The table of what will be published; it has the focus itself and names its active cell, so scrolling never loses it. */
export function PublishTable(props: Props) {
  const { rows, current, terms, selected, sort, onSelect, onActive, onSet, onUndo, ref } = props;
  const columns = columnsOf(terms);
  const widths = useColumnWidths(columns);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(rows, scroller);
  const grid = useGrid({
    rows,
    columns,
    current,
    page: 10,
    selected,
    onSelect,
    onActive,
    onMoved: (cell) =>
      revealCell(scroller.current, { cell, widths, columns }, () => virtual.scrollToIndex(cell.row)),
    commands: {
      clear: (row, column) => (isField(column.key) ? onSet(row.id, changeOf(column.key, [])) : undefined),
      undo: onUndo,
      resize: widths.step,
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new order moves the current row out of sight
  useEffect(() => virtual.scrollToIndex(current), [sort]);
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const latest = useRef({ grid, rows, columns, onSet });
  latest.current = { grid, rows, columns, onSet };

  useImperativeHandle(ref, () => ({
    focus,
    showFirstMissing: (ids) => {
      const now = latest.current;
      const row = now.rows.findIndex((entry) => ids.includes(entry.id) && missingIn(entry).length > 0);
      const key = now.rows[row] ? missingIn(now.rows[row])[0] : undefined;
      if (row < 0 || key === undefined) return;
      const cell = { row, column: now.columns.findIndex((column) => column.key === key) + 1 };
      now.grid.goTo(cell);
      focus();
    },
  }));

  const press = useCallback(
    (row: number, column: number) => {
      const { grid: now } = latest.current;
      if (now.editing) return;
      now.goTo({ row, column });
      focus();
    },
    [focus],
  );
  const edit = useCallback((row: number, column: number) => {
    const { grid: now, rows: all, columns: shown } = latest.current;
    const edited = all[row];
    if (edited && isEditable(edited, columnAt({ row, column }, shown))) {
      now.setEditing({ row: edited.id, column, typed: null });
    }
  }, []);
  const cancel = useCallback(() => {
    latest.current.grid.setEditing(null);
    focus();
  }, [focus]);
  const pick = useCallback((row: number, how: 'one' | 'range') => latest.current.grid.pick(row, how), []);
  const commit = useCallback(
    (row: StagedRow, column: number, set: RowChange['set'], then: After, chosen: boolean) => {
      const { grid: now, rows: all, columns: shown, onSet: apply } = latest.current;
      now.setEditing(null);
      const confirms = chosen && row.guessed.some((field) => field in set);
      if (confirms || differs(row.fields, set)) apply(row.id, set);
      // Leaving by a click elsewhere must not pull the focus back.
      if (then !== 'stay' || document.activeElement === document.body) focus();
      const from = { row: all.findIndex((entry) => entry.id === row.id), column };
      const next = after(from, then, all.length, shown.length + 1);
      if (next) now.goTo(next);
      if (then === 'stay') requestAnimationFrame(() => document.activeElement === document.body && focus());
    },
    [focus],
  );
  useGridClipboard(scroller, {
    onCopy: () => {
      const column = columnAt(grid.active, columns);
      const row = rows[grid.active.row];
      if (!column || !row) return null;
      const from = selected.size > 0 ? rows.filter((entry) => selected.has(entry.id)) : [row];
      return from.map((entry) => textOf(entry, column.key, terms)).join('\n');
    },
    onPaste: (text) => {
      const column = columnAt(grid.active, columns);
      if (column) props.onPaste(text, { rows, row: grid.active.row, column: column.key });
    },
  });

  return (
    <GridTable
      ref={scroller}
      className={classes.grid}
      aria-label={t`Files to publish`}
      aria-description={t`Arrow keys move, Enter edits, Space selects. Escape and then Tab leaves the table.`}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      {...(rows.length > 0 && !grid.editing
        ? { 'aria-activedescendant': cellId(grid.active.row, grid.active.column) }
        : {})}
      onKeyDown={grid.onKeyDown}
    >
      <TableHead {...props} columns={columns} widths={widths} onAll={grid.pickAll} />
      <GridGroup className={classes.body} style={{ height: virtual.getTotalSize(), minWidth: widths.total }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const here = grid.active.row === item.index;
          const editing = grid.editing?.row === row.id ? grid.editing : null;
          return (
            <PublishRow
              key={item.key}
              row={row}
              index={item.index}
              top={item.start}
              terms={terms}
              selected={selected.has(row.id)}
              activeColumn={here ? grid.active.column : null}
              editing={editing}
              widths={widths.of}
              refused={props.refused}
              onPick={pick}
              onPress={press}
              onEdit={edit}
              onCommit={commit}
              onCancel={cancel}
            />
          );
        })}
      </GridGroup>
    </GridTable>
  );
}

function useVirtualRows(rows: readonly StagedRow[], scroller: RefObject<HTMLDivElement | null>) {
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: 32,
  });
}

function differs(fields: RowFields, set: RowChange['set']): boolean {
  return JSON.stringify({ ...fields, ...set }) !== JSON.stringify(fields);
}

function after(from: Cell, then: After, rows: number, columns: number): Cell | null {
  if (then === 'stay') return null;
  const moves = { down: 'down', next: 'next', back: 'previous' } as const;
  return moveCell(from, moves[then], rows, 1, columns);
}

/** Brings a cell into view in both directions; the checkbox column stays where it is. */
function revealCell(
  scroller: HTMLDivElement | null,
  {
    cell,
    widths,
    columns,
  }: { readonly cell: Cell; readonly widths: ColumnWidths; readonly columns: readonly Column[] },
  revealRow: () => void,
): void {
  revealRow();
  if (!scroller) return;
  const before = columns.slice(0, Math.max(0, cell.column - 1));
  const left = before.reduce((sum, column) => sum + widths.of(column.key).basis, CHECK_WIDTH);
  const column = columnAt(cell, columns);
  const width = column === null ? 0 : widths.of(column.key).basis;
  if (cell.column === 0 || left - CHECK_WIDTH < scroller.scrollLeft) scroller.scrollLeft = left - CHECK_WIDTH;
  else if (left + width > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = left + width - scroller.clientWidth;
}
