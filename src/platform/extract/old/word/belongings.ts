import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Fib } from './fib.ts';
import { plcOf } from './plc.ts';

/** Something that belongs to a place in the body: where that is, and where its own text stands in the whole text. */
export type Belonging = { readonly mark: number; readonly start: number; readonly end: number };

/** Where the texts begin that follow the body. */
function startOf(fib: Fib, of: 'notes' | 'headers' | 'comments' | 'endnotes' | 'boxes'): number {
  const { body, notes, headers, comments, endnotes } = fib.counts;
  const starts = {
    notes: body,
    headers: body + notes,
    comments: body + notes + headers,
    endnotes: body + notes + headers + comments,
    boxes: body + notes + headers + comments + endnotes,
  };
  return starts[of];
}

const MARKS = {
  notes: ['noteMarks', 'noteTexts', 2],
  comments: ['commentMarks', 'commentTexts', 30],
  endnotes: ['endnoteMarks', 'endnoteTexts', 2],
} as const;

/** Footnotes, comments or endnotes: their marks in the body with their texts. */
export function notesOf(
  fib: Fib,
  table: LooseBytes,
  of: 'notes' | 'comments' | 'endnotes',
): readonly Belonging[] {
  const [marks, texts, size] = MARKS[of];
  const first = startOf(fib, of);
  const stretches = plcOf(table, fib.stretch(texts), 0);
  return plcOf(table, fib.stretch(marks), size).flatMap(({ start: mark }, at) => {
    const text = stretches[at];
    return text ? [{ mark, ...bounded(first, fib.counts[of], text.start, text.end) }] : [];
  });
}

const HEADERS_APART = 6;

/** Headers and footers; six stretches before them are lines between notes, then six of each section (MS-DOC 2.8.22 Plcfhdd). */
export function headersOf(
  fib: Fib,
  table: LooseBytes,
): readonly (Belonging & { readonly isFooter: boolean })[] {
  const first = startOf(fib, 'headers');
  const stretches = plcOf(table, fib.stretch('headers'), 0).slice(HEADERS_APART);
  return stretches.map(({ start, end }, at) => ({
    mark: 0,
    ...bounded(first, fib.counts.headers, start, end),
    isFooter: [2, 3, 5].includes(at % HEADERS_APART),
  }));
}

const SHAPE = 26;
const BOX = 22;
const BOX_SHAPE = 14;

/** Boxes of text by the shapes in the body that they belong to (MS-DOC 2.8.28 PlcfSpa, 2.8.32 PlcftxbxTxt); `mark` -1 where there is none. */
export function boxesOf(fib: Fib, table: LooseBytes): readonly Belonging[] {
  const first = startOf(fib, 'boxes');
  const shapes = plcOf(table, fib.stretch('shapes'), SHAPE);
  const places = new Map(shapes.map(({ start, data }) => [data.u32(0), start]));
  return plcOf(table, fib.stretch('boxes'), BOX).map(({ start, end, data }) => ({
    mark: places.get(data.u32(BOX_SHAPE)) ?? -1,
    ...bounded(first, fib.counts.boxes, start, end),
  }));
}

/** Not beyond the text that it is part of. */
function bounded(first: number, count: number, start: number, end: number) {
  const from = first + Math.min(start, count);
  return { start: from, end: Math.max(from, first + Math.min(end, count)) };
}
