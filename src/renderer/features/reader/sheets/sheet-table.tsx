// biome-ignore-all lint/a11y/useSemanticElements: rows come and go with scrolling, which a table element can't lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is read, not operated
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useMemo } from 'react';
import type { Matcher } from '../document/find-text.ts';
import { columnName, columnWidths } from './sheet-matches.ts';
import classes from './sheets.module.css';

type Props = {
  readonly label: string;
  readonly rows: readonly (readonly string[])[];
  /** What scrolls. */
  readonly box: HTMLElement;
  readonly matcher: Matcher | null;
  /** The cell that the walk through the matches is at. */
  readonly current: { readonly row: number; readonly column: number } | null;
  readonly scale: number;
};

const rowHeight = 26;
const numberWidth = 56;

/** A cell's text with what matches marked; it stays text. */
function CellText({ text, matcher }: { readonly text: string; readonly matcher: Matcher | null }) {
  const matches = matcher === null ? [] : matcher(text);
  if (matches.length === 0) return text;
  let end = 0;
  const parts = matches.flatMap(({ index, length }) => {
    const before = text.slice(end, index);
    end = index + length;
    return [before, <mark key={index}>{text.slice(index, end)}</mark>];
  });
  return [...parts, text.slice(end)];
}

const numeric = /^[-+(]?[\d.,\s'’]+[%)]?(?:\s?[€$£¥])?$/;

/** The rows of one sheet under its column letters; only those in sight are on the page. */
export function SheetTable({ label, rows, box, matcher, current, scale }: Props) {
  const widths = useMemo(() => columnWidths(rows), [rows]);
  const total = widths.reduce((sum, width) => sum + width, numberWidth);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box,
    estimateSize: () => rowHeight * scale,
    overscan: 12,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when the scale changes
  useEffect(() => virtual.measure(), [virtual, scale]);

  useEffect(() => {
    if (current === null) return;
    virtual.scrollToIndex(current.row, { align: 'center' });
    const left =
      (numberWidth + widths.slice(0, current.column).reduce((sum, width) => sum + width, 0)) * scale;
    const right = left + (widths[current.column] ?? 0) * scale;
    const hidden = left < box.scrollLeft + numberWidth || right > box.scrollLeft + box.clientWidth;
    if (hidden) box.scrollLeft = left - box.clientWidth / 3;
  }, [current, virtual, widths, box, scale]);

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
          <span className={classes.unseen}>Row</span>
        </div>
        {widths.map((width, column) => (
          <div
            role="columnheader"
            key={columnName(column)}
            className={classes.letter}
            style={{ width: width * scale }}
          >
            {columnName(column)}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            role="row"
            key={item.key}
            aria-rowindex={item.index + 2}
            className={classes.row}
            style={{ height: rowHeight * scale, transform: `translateY(${item.start}px)` }}
          >
            <div role="rowheader" className={classes.number} style={{ width: numberWidth * scale }}>
              {item.index + 1}
            </div>
            {widths.map((width, column) => {
              const text = rows[item.index]?.[column] ?? '';
              const here = current !== null && current.row === item.index && current.column === column;
              return (
                <div
                  role="cell"
                  key={columnName(column)}
                  className={classes.cell}
                  style={{ width: width * scale }}
                  title={text.length > 40 ? text : undefined}
                  data-current={here || undefined}
                  data-number={numeric.test(text) || undefined}
                >
                  <CellText text={text} matcher={matcher} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
