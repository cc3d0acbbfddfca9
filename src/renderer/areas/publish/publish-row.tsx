import { t } from '@lingui/core/macro';
import { memo } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { GridCell, GridRow } from '../../ui/grid-parts.tsx';
import { type After, CellEditor } from './cell-editor.tsx';
import { CellView, missingText } from './cell-view.tsx';
import { type ColumnKey, columnsOf } from './columns.ts';
import classes from './publish-table.module.css';
import type { RowTerms } from './row-terms.ts';
import type { ColumnWidth } from './use-column-widths.ts';
import { isEditable } from './use-grid.ts';

type Props = {
  readonly row: StagedRow;
  readonly index: number;
  readonly top: number;
  readonly terms: RowTerms;
  readonly selected: boolean;
  /** The column that the keyboard is on; null on all other rows. */
  readonly activeColumn: number | null;
  readonly editing: { readonly column: number; readonly typed: string | null } | null;
  readonly widths: (column: ColumnKey) => ColumnWidth;
  /** Publishing was refused: what is missing is marked as an error. */
  readonly refused: boolean;
  readonly onPick: (index: number, how: 'one' | 'range') => void;
  readonly onPress: (index: number, column: number) => void;
  readonly onEdit: (index: number, column: number) => void;
  readonly onCommit: (
    row: StagedRow,
    column: number,
    set: Partial<RowFields>,
    then: After,
    chosen: boolean,
  ) => void;
  readonly onCancel: () => void;
};

/** Pixels: three lines, as a long file name with its folder below, and some air. */
export const ROW_HEIGHT = 52;

/** The id of a cell, by which the table names the active one. */
export function cellId(row: number, column: number): string {
  return `publish-cell-${row}-${column}`;
}

/** One row of the table. */
export const PublishRow = memo(function PublishRow(props: Props) {
  const { row, index, top, selected, activeColumn, onPick } = props;
  return (
    <GridRow
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      data-current={activeColumn !== null || undefined}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <GridCell
        id={cellId(index, 0)}
        aria-colindex={1}
        className={`${classes.cell} ${classes.pinned} ${classes.check}`}
        data-active={activeColumn === 0 || undefined}
      >
        <CheckBox
          tabIndex={-1}
          aria-label={t`Select ${{ file: row.fileName }}`}
          checked={selected}
          onChange={() => undefined}
          onClick={(event) => onPick(index, event.shiftKey ? 'range' : 'one')}
        />
      </GridCell>
      {columnsOf(props.terms).map((column, position) => (
        <FieldCell key={column.key} {...props} column={position + 1} />
      ))}
    </GridRow>
  );
});

function FieldCell(props: Props & { readonly column: number }) {
  const {
    row,
    index,
    column: at,
    terms,
    activeColumn,
    editing,
    widths,
    refused,
    onPress,
    onEdit,
    onCommit,
    onCancel,
  } = props;
  const column = columnsOf(terms)[at - 1];
  if (!column) return null;
  const edited = editing?.column === at;
  const missing = missingText(row, column.key, terms);
  const onVersion = (): void => onCommit(row, at, { versionOf: row.looksLike?.asset ?? null }, 'stay', true);
  return (
    <GridCell
      id={cellId(index, at)}
      aria-colindex={at + 1}
      aria-readonly={!isEditable(row, column)}
      {...(missing !== null && refused ? { 'aria-invalid': true, 'data-refused': true } : {})}
      className={classes.cell}
      style={{ flexBasis: widths(column.key).basis, flexGrow: widths(column.key).grow }}
      data-active={activeColumn === at || undefined}
      data-editing={edited || undefined}
      data-editable={isEditable(row, column) || undefined}
      onClick={() => onPress(index, at)}
      onDoubleClick={() => onEdit(index, at)}
    >
      {edited ? (
        <CellEditor
          row={row}
          column={column}
          terms={terms}
          typed={editing.typed}
          onCommit={(set, then, chosen) => onCommit(row, at, set, then, chosen)}
          onCancel={onCancel}
        />
      ) : (
        <CellView row={row} column={column.key} terms={terms} {...(column.key === 'file' && { onVersion })} />
      )}
    </GridCell>
  );
}
