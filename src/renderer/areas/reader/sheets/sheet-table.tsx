// biome-ignore-all lint/a11y/useSemanticElements: rows come and go with scrolling, which a table element can't lay out
import { type CSSProperties, useMemo } from 'react';
import type { Matcher } from '../document/find-text.ts';
import { sheetStyle } from './cell-style.ts';
import type { TableView } from './sheet-cell.tsx';
import { searchedCells } from './sheet-matches.ts';
import { measureSheet, NUMBER_WIDTH, type SheetMeasures, type ShownSheet } from './sheet-measures.ts';
import { SheetPictures } from './sheet-pictures.tsx';
import { SheetLetters, SheetRow } from './sheet-row.tsx';
import classes from './sheets.module.css';
import { useSheetRows } from './use-sheet-rows.ts';

type Props = {
  readonly label: string;
  readonly sheet: ShownSheet;
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

const LETTERS_HEIGHT = 26;
/** How much of what is seen may stay where it is. */
const MOST_FROZEN = 0.5;

/** A sheet's measures for a place of this size: where too much would stay, all moves. */
function useMeasures({ sheet, withoutHidden, box, scale }: Props): SheetMeasures {
  return useMemo(() => {
    const measures = measureSheet(sheet, withoutHidden);
    const { frozenRows, movingRows, frozenColumns, lefts, heightOf } = measures;
    const high = frozenRows.reduce((sum, row) => sum + heightOf(row), 0) * scale;
    const wide = (lefts[frozenColumns] ?? 0) * scale;
    return {
      ...measures,
      ...(high > box.clientHeight * MOST_FROZEN && {
        frozenRows: [],
        movingRows: [...frozenRows, ...movingRows],
      }),
      ...(wide > box.clientWidth * MOST_FROZEN && { frozenColumns: 0 }),
    };
  }, [sheet, withoutHidden, box, scale]);
}

function useView(props: Props, measures: SheetMeasures): TableView {
  const { sheet, findsHidden, matcher, current, scale } = props;
  const { hiddenRows, hiddenColumns } = sheet;
  const hidden = useMemo(
    () => ({ rows: new Set(hiddenRows), columns: new Set(hiddenColumns) }),
    [hiddenRows, hiddenColumns],
  );
  const isSearched = useMemo(() => searchedCells(sheet, findsHidden), [sheet, findsHidden]);
  return { sheet, measures, scale, matcher, hidden, isSearched, current };
}

/** The rows of one sheet under its column letters; only those in sight are on the page. */
export function SheetTable(props: Props) {
  const { label, sheet, box, current, scale } = props;
  const { look } = sheet;
  const measures = useMeasures(props);
  const view = useView(props, measures);
  const { frozenRows, movingRows, heightOf } = measures;
  const frozenHeight = frozenRows.reduce((sum, row) => sum + heightOf(row), 0) * scale;
  const above = LETTERS_HEIGHT * scale + frozenHeight;
  const virtual = useSheetRows(measures, box, current, scale, above);
  const style: CSSProperties = {
    width: (NUMBER_WIDTH + (measures.lefts.at(-1) ?? 0)) * scale,
    fontSize: 13 * scale,
    ...(look && sheetStyle(look, scale)),
  };
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={sheet.rows.length + 1}
      aria-colcount={measures.widths.length + 1}
      className={classes.table}
      style={style}
      data-paper={look !== undefined || undefined}
    >
      <div className={classes.head}>
        <SheetLetters view={view} height={LETTERS_HEIGHT * scale} />
        {frozenRows.length > 0 && (
          <div role="rowgroup" className={classes.frozen} style={{ height: frozenHeight }}>
            {frozenRows.map((row) => (
              <SheetRow key={row} view={view} row={row} style={{ position: 'relative' }} />
            ))}
            {look && (
              <SheetPictures pictures={look.pictures} measures={measures} scale={scale} rows={frozenRows} />
            )}
          </div>
        )}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <SheetRow
            key={item.key}
            view={view}
            row={movingRows[item.index] ?? item.index}
            style={{ transform: `translateY(${item.start - above}px)` }}
          />
        ))}
        {look && (
          <SheetPictures pictures={look.pictures} measures={measures} scale={scale} rows={movingRows} />
        )}
      </div>
    </div>
  );
}
