import { type KeyboardEvent, useRef, useState } from 'react';
import type { StagedRow } from '../../../contract/publish.ts';
import { takesFields } from '../../../contract/row-changes.ts';
import { COLUMNS, type Column, isField } from './columns.ts';
import { type Cell, moveCell, rangeOf } from './grid-moves.ts';

/** What is being edited, by the row's id, for rows come and go meanwhile; `typed` is what was typed to begin with. */
export type Editing = { readonly row: string; readonly column: number; readonly typed: string | null } | null;

/** What the table does beyond moving about. */
export type GridCommands = {
  readonly clear: (row: StagedRow, column: Column) => void;
  readonly undo: () => void;
  /** Makes a column wider (1) or narrower (-1). */
  readonly resize: (column: Column, by: 1 | -1) => void;
};

/** Where the keyboard is, what is selected, what is edited. */
export type Grid = {
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
export function columnAt(cell: Cell): Column | null {
  return COLUMNS[cell.column - 1] ?? null;
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

const startsEditing = (event: KeyboardEvent) =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** The behaviour of the table: arrows and Tab move, Shift extends, Space selects, Enter, F2 and typing edit. */
export function useGrid(options: Options): Grid {
  const { rows, selected, onSelect, onActive, onMoved, commands, page } = options;
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
  const move = (event: KeyboardEvent): boolean => {
    // After Escape, Tab leaves the table instead of walking through all its cells.
    if ((event.key === 'Tab' && leaves.current) || event.altKey) return false;
    const keys = { shift: event.shiftKey, control: event.ctrlKey || event.metaKey };
    const next = moveCell(active, event.key, rows.length, page, keys);
    if (!next) return false;
    if (event.shiftKey && event.key !== 'Tab' && next.row !== active.row)
      selection.extend(active.row, next.row);
    goTo(next);
    return true;
  };
  const act = (event: KeyboardEvent): boolean => {
    const row = rows[active.row];
    const column = columnAt(active);
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && event.shiftKey && column && /^Arrow(Left|Right)$/.test(event.key)) {
      commands.resize(column, event.key === 'ArrowRight' ? 1 : -1);
    } else if (command && event.key.toLowerCase() === 'a') selection.pickAll();
    else if (command && event.key.toLowerCase() === 'z') commands.undo();
    else if (event.key === ' ') selection.pick(active.row, event.shiftKey ? 'range' : 'one');
    else if (event.key === 'Escape') {
      leaves.current = true;
      if (selected.size > 0) onSelect(new Set());
    } else if (!row || !column || !isEditable(row, column)) {
      if (event.key !== 'Enter' || column) return false;
      selection.pick(active.row, 'one');
    } else if (event.key === 'Enter' || event.key === 'F2')
      setEditing({ row: row.id, column: active.column, typed: null });
    else if (event.key === 'Delete' || event.key === 'Backspace') commands.clear(row, column);
    else if (startsEditing(event)) setEditing({ row: row.id, column: active.column, typed: event.key });
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (editing || event.target !== event.currentTarget || rows.length === 0) return;
    if (move(event) || act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return { active, editing, setEditing, goTo, pick: selection.pick, pickAll: selection.pickAll, onKeyDown };
}
