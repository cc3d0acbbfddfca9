// biome-ignore-all lint/a11y/useSemanticElements: rows come and go with scrolling, which a table element can't lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is read, not operated
import { t } from '@lingui/core/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { DocumentText } from '../../../ui/document-text.tsx';
import { HIDDEN_WORD } from '../../../ui/hidden-mark.tsx';
import type { Matcher } from '../document/find-text.ts';
import { columnName, columnWidths, type SearchedSheet, searchedCells } from './sheet-matches.ts';
import classes from './sheets.module.css';

type Props = {
  readonly label: string;
  readonly sheet: SearchedSheet;
  /** Presented: rows and columns that are hidden are not there. */
  readonly withoutHidden: boolean;
  /** What scrolls. */
  readonly box: HTMLElement;
  readonly matcher: Matcher | null;
  readonly findsHidden: boolean;
  /** The cell that the walk through the matches is at. */
  readonly current: { readonly row: number; readonly column: number } | null;
  readonly scale: number;
};

const rowHeight = 26;
const numberWidth = 56;

/** A cell's text with what matches marked; it stays text. */
function CellText({ text, matcher }: { readonly text: string; readonly matcher: Matcher | null }) {
  const matches = matcher === null ? [] : matcher(text);
  if (matches.length === 0) return <DocumentText text={text} />;
  let end = 0;
  const parts = matches.flatMap(({ index, length }) => {
    const before = text.slice(end, index);
    end = index + length;
    return [
      <DocumentText key={`before ${index}`} text={before} />,
      <mark key={index}>
        <DocumentText text={text.slice(index, end)} />
      </mark>,
    ];
  });
  return [...parts, <DocumentText key="rest" text={text.slice(end)} />];
}

const numeric = /^[-+(]?[\d.,\s'’]+[%)]?(?:\s?[€$£¥])?$/;

/** The rows of one sheet under its column letters; only those in sight are on the page. */
export function SheetTable({
  label,
  sheet,
  withoutHidden,
  box,
  matcher,
  findsHidden,
  current,
  scale,
}: Props) {
  const { rows, hiddenRows, hiddenColumns } = sheet;
  const widths = useMemo(() => {
    const all = columnWidths(rows);
    if (withoutHidden) for (const column of hiddenColumns) all[column] = 0;
    return all;
  }, [rows, withoutHidden, hiddenColumns]);
  const total = widths.reduce((sum, width) => sum + width, numberWidth);
  /** What is shown, by its number in the sheet. */
  const shown = useMemo(() => {
    const left = new Set(withoutHidden ? hiddenRows : []);
    return [...rows.keys()].filter((row) => !left.has(row));
  }, [rows, withoutHidden, hiddenRows]);
  const hidden = useMemo(
    () => ({ rows: new Set(hiddenRows), columns: new Set(hiddenColumns) }),
    [hiddenRows, hiddenColumns],
  );
  const isSearched = useMemo(() => searchedCells(sheet, findsHidden), [sheet, findsHidden]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box,
    estimateSize: () => rowHeight * scale,
    overscan: 12,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when the scale changes
  useEffect(() => virtual.measure(), [virtual, scale]);

  useEffect(() => {
    if (current === null) return;
    virtual.scrollToIndex(Math.max(0, shown.indexOf(current.row)), { align: 'center' });
    const left =
      (numberWidth + widths.slice(0, current.column).reduce((sum, width) => sum + width, 0)) * scale;
    const right = left + (widths[current.column] ?? 0) * scale;
    const isOut = left < box.scrollLeft + numberWidth || right > box.scrollLeft + box.clientWidth;
    if (isOut) box.scrollLeft = left - box.clientWidth / 3;
  }, [current, virtual, shown, widths, box, scale]);

  const style: CSSProperties = { width: total * scale, fontSize: 13 * scale };
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={widths.length + 1}
      className={classes.table}
      style={style}
    >
      <div role="row" aria-rowindex={1} className={classes.head} style={{ height: rowHeight * scale }}>
        <div role="columnheader" className={classes.corner} style={{ width: numberWidth * scale }}>
          <span className={classes.unseen}>{t`Row`}</span>
        </div>
        {widths.map(
          (width, column) =>
            width > 0 && (
              <div
                role="columnheader"
                key={columnName(column)}
                className={classes.letter}
                style={{ width: width * scale }}
                data-hidden={hidden.columns.has(column) || undefined}
                title={hidden.columns.has(column) ? t`Hidden column` : undefined}
              >
                {columnName(column)}
                {hidden.columns.has(column) && ` ${HIDDEN_WORD}`}
              </div>
            ),
        )}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = shown[item.index] ?? item.index;
          return (
            <div
              role="row"
              key={item.key}
              aria-rowindex={row + 2}
              className={classes.row}
              style={{ height: rowHeight * scale, transform: `translateY(${item.start}px)` }}
              data-hidden={hidden.rows.has(row) || undefined}
            >
              <div
                role="rowheader"
                className={classes.number}
                style={{ width: numberWidth * scale }}
                title={hidden.rows.has(row) ? t`Hidden row` : undefined}
              >
                {row + 1}
                {hidden.rows.has(row) && <span className={classes.unseen}> {HIDDEN_WORD}</span>}
              </div>
              {widths.map((width, column) => {
                if (width === 0) return null;
                const text = rows[row]?.[column] ?? '';
                const here = current !== null && current.row === row && current.column === column;
                return (
                  <div
                    role="cell"
                    key={columnName(column)}
                    className={classes.cell}
                    style={{ width: width * scale }}
                    title={text.length > 40 ? text : undefined}
                    data-current={here || undefined}
                    data-hidden={hidden.columns.has(column) || undefined}
                    data-number={numeric.test(text) || undefined}
                  >
                    <CellText text={text} matcher={isSearched(row, column) ? matcher : null} />
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
