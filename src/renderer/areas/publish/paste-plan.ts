import type { RowChange, StagedRow } from '../../../contract/publish-rows.ts';
import { takesFields, withFields } from '../../../contract/row-changes.ts';
import { readCell } from './cell-text.ts';
import { cutClipboard } from './clipboard-cells.ts';
import { type Column, type ColumnKey, columnsOf, type FieldKey, isField, textOf } from './columns.ts';
import { readHeader } from './paste-header.ts';
import { type CellEffect, type Effect, effectOf, effectOn } from './row-effect.ts';
import type { RowTerms } from './row-terms.ts';

/** One cell that a paste changes, as people read it. */
export type PastedCell = {
  readonly row: StagedRow;
  readonly key: FieldKey;
  readonly before: string;
  readonly after: string;
  readonly effect: CellEffect;
};

/** A word that names nothing, and where it stood. */
type UnknownWord = { readonly word: string; readonly key: FieldKey; readonly times: number };

/** What a paste would do, before it does it. */
export type PastePlan = {
  readonly changes: readonly RowChange[];
  readonly cells: readonly PastedCell[];
  readonly effect: Effect;
  readonly unknown: readonly UnknownWord[];
  /** The first line was read as column names; `byFile`: rows are found by their files. */
  readonly header: boolean;
  readonly byFile: boolean;
  /** Headings that no column has. */
  readonly unknownColumns: readonly string[];
  /** Lines for which there was no row left. */
  readonly linesLeft: number;
  /** Files that the table does not have, or more than once. */
  readonly unknownFiles: readonly string[];
  /** Lines on rows that take nothing: copies, failures, new versions. */
  readonly blocked: number;
  /** How the columns are called. */
  readonly columns: readonly Column[];
};

/** Where a paste begins: all rows as the table shows them, the row and the column that the keyboard is on. */
export type PasteTarget = {
  readonly rows: readonly StagedRow[];
  readonly row: number;
  readonly column: ColumnKey;
};

type Line = { readonly row: StagedRow; readonly cells: readonly string[] };

/** Works out what pasted text would change: down and across from one cell on, or by its first line where that names the columns. */
export function planPaste(text: string, at: PasteTarget, terms: RowTerms): PastePlan {
  const cut = cutClipboard(text);
  const columns = columnsOf(terms);
  const header = readHeader(cut, at.column, columns);
  const lines = header === null ? cut : cut.slice(1);
  const first = columns.findIndex((column) => column.key === at.column);
  const columnOf = (offset: number): ColumnKey | null =>
    header === null ? (columns[first + offset]?.key ?? null) : (header.columns[offset] ?? null);
  const fileColumn = header === null ? -1 : header.columns.indexOf('file');
  const placed = fileColumn < 0 ? placeByOrder(lines, at) : placeByFile(lines, fileColumn, at.rows);
  const taking = placed.lines.filter(({ row }) => takesFields(row));
  const unknown = new Map<string, UnknownWord>();
  const changes = taking.flatMap(({ row, cells }) => {
    const set = readLine(cells, columnOf, terms, unknown);
    return Object.keys(set).length === 0 ? [] : [{ row: row.id, set }];
  });
  return {
    changes,
    cells: changedCellsOf(changes, at.rows, terms),
    effect: effectOf(at.rows, changes),
    unknown: [...unknown.values()],
    header: header !== null,
    byFile: fileColumn >= 0,
    unknownColumns: header?.unknown ?? [],
    linesLeft: placed.linesLeft,
    unknownFiles: placed.unknownFiles,
    blocked: placed.lines.length - taking.length,
    columns,
  };
}

type Placed = {
  readonly lines: readonly Line[];
  readonly linesLeft: number;
  readonly unknownFiles: readonly string[];
};

function placeByOrder(lines: readonly (readonly string[])[], at: PasteTarget): Placed {
  const below = at.rows.slice(at.row);
  return {
    lines: below.slice(0, lines.length).map((row, index) => ({ row, cells: lines[index] ?? [] })),
    linesLeft: Math.max(0, lines.length - below.length),
    unknownFiles: [],
  };
}

const plainPath = (path: string) => path.normalize('NFC').trim().toLowerCase().replaceAll('\\', '/');

function placeByFile(
  lines: readonly (readonly string[])[],
  column: number,
  rows: readonly StagedRow[],
): Placed {
  const byName = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const name = plainPath(row.fileName);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const unknownFiles: string[] = [];
  const placed = lines.flatMap((cells): Line[] => {
    const path = cells[column]?.trim() ?? '';
    if (path === '') return [];
    const row = rowOf(plainPath(path), byName);
    if (row === undefined) unknownFiles.push(path);
    return row === undefined ? [] : [{ row, cells }];
  });
  return { lines: placed, linesLeft: 0, unknownFiles };
}

/** The one row whose file a path names: its end counts, so that ‘Sales/Pitch.pptx’ is told from ‘Old/Pitch.pptx’. */
function rowOf(path: string, byName: ReadonlyMap<string, readonly StagedRow[]>): StagedRow | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = byName.get(name) ?? [];
  const placed = named.filter((row) => {
    const place = plainPath(`${row.folder}/${row.fileName}`);
    return `/${place}`.endsWith(`/${path}`) || path.endsWith(place);
  });
  const free = (path.includes('/') ? placed : named).filter(takesFields);
  return free.length === 1 ? free[0] : named.length === 1 ? named[0] : undefined;
}

function readLine(
  cells: readonly string[],
  columnOf: (offset: number) => ColumnKey | null,
  terms: RowTerms,
  unknown: Map<string, UnknownWord>,
): RowChange['set'] {
  let set: RowChange['set'] = {};
  cells.forEach((cell, offset) => {
    const key = columnOf(offset);
    if (key === null || !isField(key)) return;
    const read = readCell(key, cell, terms);
    if (read.set !== null) set = { ...set, ...read.set };
    for (const word of read.unknown) {
      const place = `${key} ${word}`;
      unknown.set(place, { word, key, times: (unknown.get(place)?.times ?? 0) + 1 });
    }
  });
  return set;
}

function changedCellsOf(
  changes: readonly RowChange[],
  rows: readonly StagedRow[],
  terms: RowTerms,
): PastedCell[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return changes.flatMap(({ row: id, set }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const after = withFields(row, { set });
    return columnsOf(terms).flatMap(({ key }) => {
      if (!isField(key) || !(key in set)) return [];
      const effect = effectOn(row, key, set);
      const texts = { before: textOf(row, key, terms), after: textOf(after, key, terms) };
      return effect === 'same' ? [] : [{ row, key, ...texts, effect }];
    });
  });
}
