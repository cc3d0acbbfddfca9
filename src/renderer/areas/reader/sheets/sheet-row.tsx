// biome-ignore-all lint/a11y/useSemanticElements: rows come and go with scrolling, which a table element can't lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is read, not operated
import { t } from '@lingui/core/macro';
import type { CSSProperties } from 'react';
import { HIDDEN_WORD } from '../../../ui/hidden-mark.tsx';
import { SheetCell, type TableView } from './sheet-cell.tsx';
import { columnName } from './sheet-matches.ts';
import { NUMBER_WIDTH } from './sheet-measures.ts';
import classes from './sheets.module.css';

type Props = {
  readonly view: TableView;
  readonly row: number;
  /** Where it stands. */
  readonly style: CSSProperties;
};

/** A row under its number. */
export function SheetRow({ view, row, style }: Props) {
  const { measures, scale, hidden } = view;
  const isHidden = hidden.rows.has(row);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      style={{ height: measures.heightOf(row) * scale, ...style }}
      data-hidden={isHidden || undefined}
    >
      <div
        role="rowheader"
        className={classes.number}
        style={{ width: NUMBER_WIDTH * scale }}
        title={isHidden ? t`Hidden row` : undefined}
      >
        {row + 1}
        {isHidden && <span className={classes.unseen}> {HIDDEN_WORD}</span>}
      </div>
      {measures.widths.map((_, column) => (
        <SheetCell key={columnName(column)} view={view} row={row} column={column} />
      ))}
    </div>
  );
}

/** The columns' letters. */
export function SheetLetters({
  view: { measures, scale, hidden },
  height,
}: {
  readonly view: TableView;
  readonly height: number;
}) {
  return (
    <div role="row" aria-rowindex={1} className={classes.letters} style={{ height }}>
      <div role="columnheader" className={classes.corner} style={{ width: NUMBER_WIDTH * scale }}>
        <span className={classes.unseen}>{t`Row`}</span>
      </div>
      {measures.widths.map((width, column) => {
        if (width === 0) return null;
        const isHidden = hidden.columns.has(column);
        const isFrozen = column < measures.frozenColumns;
        const left = (NUMBER_WIDTH + (measures.lefts[column] ?? 0)) * scale;
        return (
          <div
            role="columnheader"
            key={columnName(column)}
            className={classes.letter}
            style={{ width: width * scale, ...(isFrozen && { left }) }}
            data-frozen={isFrozen || undefined}
            data-hidden={isHidden || undefined}
            title={isHidden ? t`Hidden column` : undefined}
          >
            {columnName(column)}
            {isHidden && ` ${HIDDEN_WORD}`}
          </div>
        );
      })}
    </div>
  );
}
