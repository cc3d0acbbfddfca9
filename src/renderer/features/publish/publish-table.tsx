import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type Ref, useCallback, useImperativeHandle, useRef } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ColumnHeading, GridGroup, GridRow, GridTable } from '../../ui/grid-parts.tsx';
import type { After } from './cell-editor.tsx';
import { COLUMNS, changeOf, isField, missingIn, textOf } from './columns.ts';
import { type Cell, COLUMN_COUNT, moveCell } from './grid-moves.ts';
import { cellId, PublishRow } from './publish-row.tsx';
import classes from './publish-table.module.css';
import type { RowSort } from './row-order.ts';
import type { RowTerms } from './row-terms.ts';
import { columnAt, isEditable, useGrid } from './use-grid.ts';

const ROW_HEIGHT = 48;
const WIDTH = COLUMNS.reduce((sum, column) => sum + column.width, 40);

/** What the screen can ask of the table. */
export type PublishTableHandle = {
  /** Moves to the first cell that misses something and opens it. */
  readonly showFirstMissing: (rows: readonly string[]) => void;
};

type Props = {
  readonly rows: readonly StagedRow[];
  readonly terms: RowTerms;
  readonly selected: ReadonlySet<string>;
  readonly refused: boolean;
  readonly sort: RowSort;
  readonly onSort: (key: (typeof COLUMNS)[number]['key']) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onActive: (id: string | null) => void;
  readonly onSet: (rows: readonly string[], set: Partial<RowFields>) => void;
  readonly onPaste: (
    text: string,
    at: { readonly rows: readonly (string | null)[]; readonly column: (typeof COLUMNS)[number]['key'] },
  ) => void;
  readonly onUndo: () => void;
  readonly ref?: Ref<PublishTableHandle>;
};

/** The table of what will be published; it has the focus itself and names its active cell, so scrolling never loses it. */
export function PublishTable(props: Props) {
  const { rows, terms, selected, onSelect, onActive, onSet, onUndo, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: 32,
  });
  const grid = useGrid({
    rows,
    page: 10,
    selected,
    onSelect,
    onActive,
    onMoved: (cell) => revealCell(scroller.current, cell, () => virtual.scrollToIndex(cell.row)),
    commands: {
      clear: (row, column) => (isField(column.key) ? onSet([row.id], changeOf(column.key, [])) : undefined),
      undo: onUndo,
    },
  });
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const latest = useRef({ grid, rows, onSet });
  latest.current = { grid, rows, onSet };

  useImperativeHandle(ref, () => ({
    showFirstMissing: (ids) => {
      const now = latest.current;
      const row = now.rows.findIndex((entry) => ids.includes(entry.id) && missingIn(entry).length > 0);
      const key = now.rows[row] ? missingIn(now.rows[row])[0] : undefined;
      if (row < 0 || key === undefined) return;
      const cell = { row, column: COLUMNS.findIndex((column) => column.key === key) + 1 };
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
    const { grid: now, rows: all } = latest.current;
    const cell = { row, column };
    if (isEditable(all[row], columnAt(cell))) now.setEditing({ cell, typed: null });
  }, []);
  const cancel = useCallback(() => {
    latest.current.grid.setEditing(null);
    focus();
  }, [focus]);
  const pick = useCallback((row: number, how: 'one' | 'range') => latest.current.grid.pick(row, how), []);
  const commit = useCallback(
    (row: StagedRow, column: number, set: Partial<RowFields>, then: After) => {
      const { grid: now, rows: all, onSet: apply } = latest.current;
      now.setEditing(null);
      if (differs(row.fields, set)) apply([row.id], set);
      // Leaving by a click elsewhere must not pull the focus back.
      if (then !== 'stay' || document.activeElement === document.body) focus();
      const from = { row: all.findIndex((entry) => entry.id === row.id), column };
      const next = after(from, then, all.length);
      if (next) now.goTo(next);
      if (then === 'stay') requestAnimationFrame(() => document.activeElement === document.body && focus());
    },
    [focus],
  );
  const copyCell = (event: ClipboardEvent) => {
    if (event.target !== scroller.current) return;
    const column = columnAt(grid.active);
    const row = rows[grid.active.row];
    if (!column || !row) return;
    const from = selected.size > 0 ? rows.filter((entry) => selected.has(entry.id)) : [row];
    event.clipboardData.setData(
      'text/plain',
      from.map((entry) => textOf(entry, column.key, terms)).join('\n'),
    );
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const column = columnAt(grid.active);
    if (event.target !== scroller.current || !column) return;
    event.preventDefault();
    const below = rows
      .slice(grid.active.row)
      .map((row) => (isEditable(row, { ...column, key: 'title' }) ? row.id : null));
    props.onPaste(event.clipboardData.getData('text/plain'), {
      rows: below,
      column: column.key,
    });
  };

  return (
    <GridTable
      ref={scroller}
      className={classes.grid}
      aria-label="Files to publish"
      aria-description="Arrow keys move, Enter edits, Space selects. Escape and then Tab leaves the table."
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMN_COUNT}
      {...(rows.length > 0 && !grid.editing
        ? { 'aria-activedescendant': cellId(grid.active.row, grid.active.column) }
        : {})}
      onKeyDown={grid.onKeyDown}
      onCopy={copyCell}
      onPaste={paste}
    >
      <TableHead {...props} onAll={grid.pickAll} />
      <GridGroup className={classes.body} style={{ height: virtual.getTotalSize(), minWidth: WIDTH }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const here = grid.active.row === item.index;
          const editing = grid.editing?.cell.row === item.index ? grid.editing : null;
          return (
            <PublishRow
              key={item.key}
              row={row}
              index={item.index}
              top={item.start}
              terms={terms}
              selected={selected.has(row.id)}
              activeColumn={here ? grid.active.column : null}
              editing={editing ? { column: editing.cell.column, typed: editing.typed } : null}
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

function differs(fields: RowFields, set: Partial<RowFields>): boolean {
  return JSON.stringify({ ...fields, ...set }) !== JSON.stringify(fields);
}

function after(from: Cell, then: After, rows: number): Cell | null {
  if (then === 'stay') return null;
  const key = then === 'down' ? 'ArrowDown' : 'Tab';
  return moveCell(from, key, rows, 1, { shift: then === 'back', control: false });
}

/** Brings a cell into view in both directions; the checkbox column stays where it is. */
function revealCell(scroller: HTMLDivElement | null, cell: Cell, revealRow: () => void): void {
  revealRow();
  if (!scroller) return;
  const left = COLUMNS.slice(0, Math.max(0, cell.column - 1)).reduce((sum, column) => sum + column.width, 40);
  const width = columnAt(cell)?.width ?? 0;
  if (cell.column === 0 || left - 40 < scroller.scrollLeft) scroller.scrollLeft = left - 40;
  else if (left + width > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = left + width - scroller.clientWidth;
}

function TableHead({ rows, selected, sort, onSort, onAll }: Props & { readonly onAll: () => void }) {
  const all = rows.length > 0 && selected.size === rows.length;
  return (
    <GridGroup className={classes.head} style={{ minWidth: WIDTH }}>
      <GridRow aria-rowindex={1} className={classes.row}>
        <ColumnHeading aria-colindex={1} className={`${classes.cell} ${classes.pinned} ${classes.check}`}>
          <CheckBox
            aria-label="Select all rows"
            checked={all}
            indeterminate={selected.size > 0 && !all}
            onChange={onAll}
          />
        </ColumnHeading>
        {COLUMNS.map((column, index) => {
          const sorted = sort?.key === column.key ? sort : null;
          return (
            <ColumnHeading
              key={column.key}
              aria-colindex={index + 2}
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
              className={classes.cell}
              style={{ flexBasis: column.width }}
            >
              <button type="button" className={classes.sort} tabIndex={-1} onClick={() => onSort(column.key)}>
                {column.label}
                {sorted ? (
                  sorted.descending ? (
                    <IconArrowDown size={14} aria-hidden />
                  ) : (
                    <IconArrowUp size={14} aria-hidden />
                  )
                ) : null}
              </button>
            </ColumnHeading>
          );
        })}
      </GridRow>
    </GridGroup>
  );
}
