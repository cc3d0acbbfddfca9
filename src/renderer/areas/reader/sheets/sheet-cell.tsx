// biome-ignore-all lint/a11y/useSemanticElements: rows come and go with scrolling, which a table element can't lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is read, not operated
import type { CSSProperties } from 'react';
import { DocumentText } from '../../../ui/document-text.tsx';
import type { Matcher } from '../document/find-text.ts';
import { boxStyle, letterStyle, textStyle } from './cell-style.ts';
import { numberShown } from './number-fit.ts';
import {
  lookAt,
  NUMBER_WIDTH,
  roomFor,
  runsAt,
  type SheetMeasures,
  type ShownSheet,
} from './sheet-measures.ts';
import classes from './sheets.module.css';

/** What all cells of a table share. */
export type TableView = {
  readonly sheet: ShownSheet;
  readonly measures: SheetMeasures;
  readonly scale: number;
  readonly matcher: Matcher | null;
  readonly hidden: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };
  readonly isSearched: (row: number, column: number) => boolean;
  /** The cell that the walk through the matches is at. */
  readonly current: { readonly row: number; readonly column: number } | null;
};

type Props = { readonly view: TableView; readonly row: number; readonly column: number };

type TextRuns = NonNullable<ReturnType<typeof runsAt>>;

/** A text in parts that look otherwise. */
function Runs({ runs }: { readonly runs: TextRuns }) {
  return runs.map(({ text, ...own }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
    <span key={at} style={letterStyle(own)}>
      <DocumentText text={text} />
    </span>
  ));
}

/** A cell's text with what matches marked; it stays text. */
function CellText({
  text,
  shown,
  runs,
  matcher,
}: {
  readonly text: string;
  /** What is seen in its place, where there is no room for it and nothing in it matches. */
  readonly shown: string | undefined;
  /** Its parts, where they look otherwise. */
  readonly runs: TextRuns | undefined;
  readonly matcher: Matcher | null;
}) {
  const matches = matcher === null ? [] : matcher(text);
  if (matches.length === 0 && shown === undefined)
    return runs ? <Runs runs={runs} /> : <DocumentText text={text} />;
  if (matches.length === 0)
    return (
      <>
        <span className={classes.unseen}>{text}</span>
        <span className={classes.instead} aria-hidden>
          {shown}
        </span>
      </>
    );
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

/** A cell; one that is part of an area that is shown elsewhere only keeps its room. */
export function SheetCell({ view, row, column }: Props) {
  const { sheet, measures, scale, matcher, hidden, isSearched, current } = view;
  const width = measures.widths[column] ?? 0;
  if (width === 0) return null;
  const span = measures.spanAt(row, column);
  const isFrozen = column < measures.frozenColumns;
  const style: CSSProperties = {
    width: width * scale,
    ...(isFrozen && { left: (NUMBER_WIDTH + (measures.lefts[column] ?? 0)) * scale }),
  };
  if (span === 'covered') return <div className={classes.covered} style={style} />;
  const source = span ?? { row, column };
  const text = sheet.rows[source.row]?.[source.column] ?? '';
  const look = sheet.look;
  const own = look?.looks[lookAt(look, source.row, source.column)];
  const shown = look && own && numberShown(text, own, look, span ? span.w : width);
  const here = current !== null && current.row === source.row && current.column === source.column;
  return (
    <div
      role="cell"
      className={classes.cell}
      style={style}
      aria-colspan={span && span.lastColumn > column ? span.lastColumn - column + 1 : undefined}
      aria-rowspan={span && span.lastRow > row ? span.lastRow - row + 1 : undefined}
      title={text.length > 40 || shown !== undefined ? text : undefined}
      data-current={here || undefined}
      data-frozen={isFrozen || undefined}
      data-hidden={hidden.columns.has(column) || undefined}
      data-number={(sheet.look === undefined && numeric.test(text)) || undefined}
    >
      <CellBox view={view} row={source.row} column={source.column} span={span}>
        <CellText
          text={text}
          shown={shown}
          runs={look && runsAt(look, source.row, source.column)}
          matcher={isSearched(source.row, source.column) ? matcher : null}
        />
      </CellBox>
    </div>
  );
}

/** A cell as its author made it look; without a look, its text alone. */
function CellBox({
  view: { sheet, measures, scale },
  row,
  column,
  span,
  children,
}: Props & {
  readonly span: Exclude<ReturnType<SheetMeasures['spanAt']>, 'covered'>;
  readonly children: React.ReactNode;
}) {
  const { look, rows } = sheet;
  if (look === undefined) return children;
  const own = look.looks[lookAt(look, row, column)] ?? {};
  const room = span ? span.w : roomFor(measures, rows[row] ?? [], column, own.align);
  const size = span ? { width: span.w * scale, height: span.h * scale } : { width: '100%', height: '100%' };
  return (
    <div className={classes.box} style={{ ...size, ...boxStyle(look, row, column, span, scale) }}>
      {own.sign && (
        <span className={classes.sign} style={{ color: own.sign.color }} aria-hidden>
          {own.sign.text}
        </span>
      )}
      <span className={classes.text} style={textStyle(own, scale, room)}>
        {children}
      </span>
    </div>
  );
}
