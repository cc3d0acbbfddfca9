import { type KeyboardEvent, useRef, useState } from 'react';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { takesFields } from '../../../contract/row-changes.ts';
import { typedBy } from '../../ui/keys/keys.ts';
import { type KeyActions, performKey } from '../../ui/keys/perform-key.ts';
import { type Column, isField } from './columns.ts';
import { type Cell, type Move, moveCell, rangeOf } from './grid-moves.ts';

/** What is being edited, by the row's id, for rows come and go meanwhile; `typed` is what was typed to begin with. */
type Editing = { readonly row: string; readonly column: number; readonly typed: string | null } | null;

/** What the table does beyond moving about. */
type GridCommands = {
  readonly clear: (row: StagedRow, column: Column) => void;
  readonly undo: () => void;
  /** Makes a column wider (1) or narrower (-1). */
  readonly resize: (column: Column, by: 1 | -1) => void;
};

/** Where the keyboard is, what is selected, what is edited. */
type Grid = {
  readonly active: Cell;
  readonly editing: Editing;
  readonly setEditing: (editing: Editing) => void;
  /** Moves to a cell; the row becomes the one that is previewed. */
  readonly goTo: (cell: Cell) => void;
  readonly pick: (row: number, how: 'one' | 'range') => void;
  readonly pickAll: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

type Options = {
  readonly rows: readonly StagedRow[];
  readonly columns: readonly Column[];
  /** Where the current row stands now, whatever the order. */
  readonly current: number;
  readonly page: number;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onActive: (id: string | null) => void;
  readonly onMoved: (cell: Cell) => void;
  readonly commands: GridCommands;
};

/** The column of a cell; null for the checkbox. */
export function columnAt(cell: Cell, columns: readonly Column[]): Column | null {
  return columns[cell.column - 1] ?? null;
}

/** True when a row's cell can be edited: files that are new versions keep what their asset says. */
export function isEditable(row: StagedRow | undefined, column: Column | null): boolean {
  return row !== undefined && column !== null && isField(column.key) && takesFields(row);
}

function useSelection({ rows, selected, onSelect }: Options) {
  const anchor = useRef<string | null>(null);
  const ids = rows.map((row) => row.id);
  const pick = (index: number, how: 'one' | 'range') => {
    const id = ids[index];
    if (id === undefined) return;
    const next = new Set(selected);
    if (how === 'range' && anchor.current !== null) {
      for (const other of rangeOf(ids, anchor.current, id)) next.add(other);
    } else {
      if (!next.delete(id)) next.add(id);
      anchor.current = id;
    }
    onSelect(next);
  };
  const extend = (from: number, to: number) => {
    anchor.current ??= ids[from] ?? null;
    const start = ids[from];
    const end = ids[to];
    if (start === undefined || end === undefined) return;
    onSelect(new Set([...selected, ...rangeOf(ids, anchor.current ?? start, end)]));
  };
  const pickAll = () => onSelect(new Set(selected.size === ids.length ? [] : ids));
  return { pick, extend, pickAll };
}

/** The behaviour of the table: arrows and Tab move, Shift extends, Space selects, Enter, F2 and typing edit. */
export function useGrid(options: Options): Grid {
  const { rows, columns, onActive, onMoved } = options;
  const [column, setColumn] = useState(3);
  const active: Cell = { row: options.current, column };
  const [editing, setEditing] = useState<Editing>(null);
  const leaves = useRef(false);
  const selection = useSelection(options);
  const goTo = (cell: Cell) => {
    leaves.current = false;
    setColumn(cell.column);
    onActive(rows[cell.row]?.id ?? null);
    onMoved(cell);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (editing || event.target !== event.currentTarget || rows.length === 0) return;
    const actions = keyActions({ ...options, active, selection, goTo, setEditing, leaves });
    if (performKey(event, 'table', actions)) event.stopPropagation();
    else startTyping(event, rows[active.row], { active, columns, setEditing });
  };
  return { active, editing, setEditing, goTo, pick: selection.pick, pickAll: selection.pickAll, onKeyDown };
}

type Acting = Options &
  Pick<Grid, 'active' | 'setEditing' | 'goTo'> & {
    readonly selection: ReturnType<typeof useSelection>;
    /** After Escape, Tab leaves the table instead of walking through all its cells. */
    readonly leaves: { current: boolean };
  };

/** What each key of the table does where the keyboard is now. */
function keyActions(grid: Acting): KeyActions<'table'> {
  const { rows, columns, active, selection, goTo, setEditing, leaves, commands, selected, onSelect } = grid;
  const row = rows[active.row];
  const column = columnAt(active, columns);
  const editable = row !== undefined && column !== null && isEditable(row, column);
  const go =
    (move: Move, extending = false) =>
    () => {
      const next = moveCell(active, move, rows.length, grid.page, columns.length + 1);
      if (next === null) return false;
      if (extending && next.row !== active.row) selection.extend(active.row, next.row);
      goTo(next);
      return true;
    };
  return {
    up: go('up'),
    down: go('down'),
    left: go('left'),
    right: go('right'),
    next: leaves.current ? null : go('next'),
    previous: leaves.current ? null : go('previous'),
    firstColumn: go('firstColumn'),
    lastColumn: go('lastColumn'),
    firstRow: go('firstRow'),
    lastRow: go('lastRow'),
    start: go('start'),
    end: go('end'),
    pageUp: go('pageUp'),
    pageDown: go('pageDown'),
    extendUp: go('up', true),
    extendDown: go('down', true),
    extendPageUp: go('pageUp', true),
    extendPageDown: go('pageDown', true),
    extendToFirst: go('firstRow', true),
    extendToLast: go('lastRow', true),
    narrower: column && (() => commands.resize(column, -1)),
    wider: column && (() => commands.resize(column, 1)),
    edit: editable
      ? () => setEditing({ row: row.id, column: active.column, typed: null })
      : column === null
        ? () => selection.pick(active.row, 'one')
        : null,
    clear: editable ? () => commands.clear(row, column) : null,
    pick: () => selection.pick(active.row, 'one'),
    pickRange: () => selection.pick(active.row, 'range'),
    pickAll: selection.pickAll,
    undo: commands.undo,
    leave: () => {
      leaves.current = true;
      if (selected.size > 0) onSelect(new Set());
    },
  };
}

/** What is typed onto a cell begins its text. */
function startTyping(
  event: KeyboardEvent,
  row: StagedRow | undefined,
  { active, columns, setEditing }: Pick<Acting, 'active' | 'columns' | 'setEditing'>,
): void {
  const typed = event.defaultPrevented ? null : typedBy(event);
  if (typed === null || row === undefined || !isEditable(row, columnAt(active, columns))) return;
  // An accent goes on into the field, with the letter that follows.
  if (typed !== '') event.preventDefault();
  event.stopPropagation();
  setEditing({ row: row.id, column: active.column, typed });
}
