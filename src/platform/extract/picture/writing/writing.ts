import type { SKRSContext2D } from '@napi-rs/canvas';
import type { WrittenLine, WrittenParagraph, WrittenPart } from '../../../../engine/ports/extractor.ts';
import type { Piece } from './break-text.ts';
import type { LaidOut, Line } from './lay-out-text.ts';

/** Who is told what the painter writes, and where: the words that lie over a picture stand where the picture has them. */
export interface Writing {
  paragraph(lines: WrittenParagraph): void;
  /** To whom the text of a table's cell is told (both from 0), where cells are told apart. */
  cell?(row: number, column: number): Writing;
}

/** How far the top of a line is above its baseline, in its letters' size. */
const ABOVE = 0.94;

/** A line in the measures that hold where it is written. */
type OwnLine = Pick<WrittenLine, 'parts' | 'rightToLeft' | 'face'> & {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
};

/** Where a line comes to stand on the whole canvas, however it is turned and scaled at the moment. */
export function placedLine(context: SKRSContext2D, line: OwnLine): WrittenLine {
  const { left, top, width, size, ...rest } = line;
  const { a, b, c, d, e, f } = context.getTransform();
  const { width: wide, height: high } = context.canvas;
  const scale = Math.hypot(a, b);
  const turn = Math.round((Math.atan2(b, a) * 1_800) / Math.PI) / 10;
  return {
    x: rounded((a * left + c * top + e) / wide),
    y: rounded((b * left + d * top + f) / high),
    w: rounded((width * scale) / wide),
    size: rounded((size * scale) / wide),
    ...(turn === 0 ? {} : { turn }),
    ...rest,
  };
}

/** Tells of lines that have been written from the origin. */
export function tellLines(context: SKRSContext2D, { lines, texts }: LaidOut, writing: Writing): void {
  for (const [paragraph, text] of texts.entries()) {
    const own = lines.filter((line) => line.paragraph === paragraph);
    const begins = own.flatMap(({ pieces }) => pieces.map(({ from }) => from));
    let at = 0;
    const told = own.flatMap((line) => {
      // A piece's text is the paragraph's up to the next piece: raised letters may be other ones than those that were drawn.
      const texts = line.pieces.map(({ from }) => text.slice(from, begins[++at] ?? text.length));
      return tellLine(context, line, texts) ?? [];
    });
    if (told.length > 0) writing.paragraph(told);
  }
}

function tellLine(context: SKRSContext2D, line: Line, texts: readonly string[]): WrittenLine | undefined {
  const parts = line.pieces.map((piece, at) => partOf(piece, (texts[at] ?? '').replaceAll('\n', '')));
  if (parts.every(({ text }) => text.trim() === '')) return undefined;
  const size = Math.max(...line.pieces.map(({ style }) => style.size));
  const kind = line.pieces[0]?.style.kind ?? 'sans';
  return placedLine(context, {
    left: line.x,
    top: line.baseline - size * ABOVE,
    width: line.pieces.reduce((sum, { width }) => sum + width, 0),
    size,
    parts,
    ...(line.rightToLeft ? { rightToLeft: true } : {}),
    ...(kind === 'sans' ? {} : { face: kind }),
  });
}

function partOf({ style }: Piece, text: string): WrittenPart {
  return {
    text,
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.struck ? { struck: true } : {}),
    ...(style.link === undefined ? {} : { link: style.link }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
