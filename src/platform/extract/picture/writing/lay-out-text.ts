import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SceneParagraph, Spacing } from '../../scene/slide-scene.ts';
import { breakText, MAX_LINES, type Piece, RIGHT_TO_LEFT, type TextBudget } from './break-text.ts';
import type { Style } from './text-style.ts';

/** Of a column, what room at its right leaves at least. */
const LEAST_ROOM = 0.3;

/** A line with its place from the upper left corner of the text's area. */
export type Line = {
  readonly x: number;
  readonly top: number;
  readonly baseline: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly paragraph: number;
  /** Its words are read from right to left. */
  readonly rightToLeft: boolean;
};
/** The sign before a paragraph. */
type Sign = {
  readonly text: string;
  readonly x: number;
  readonly line: Line;
  readonly style: Style;
};
/** Text as it stands in lines. */
export type LaidOut = {
  readonly lines: readonly Line[];
  /** A paragraph's text, letter by letter as its pieces count them. */
  readonly texts: readonly string[];
  /** Signs before paragraphs. */
  readonly signs: readonly Sign[];
  readonly height: number;
};

/** Whether a text is read from right to left: its first letter says. */
export function isRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** Breaks paragraphs into lines `width` points wide, sizes times `scale`. */
export function layOutText(
  context: SKRSContext2D,
  paragraphs: readonly SceneParagraph[],
  width: number,
  scale: number,
  budget: TextBudget,
): LaidOut {
  const lines: Line[] = [];
  const texts: string[] = [];
  const signs: Sign[] = [];
  const numbers: number[] = [];
  let top = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (lines.length > MAX_LINES || budget.letters <= 0) break;
    const { look } = paragraph;
    const level = paragraph.level ?? 0;
    const room = Math.max(width * LEAST_ROOM, width - (look.marginRight ?? 0) * scale);
    const broken = breakText(context, paragraph, room, scale, budget);
    texts.push(broken.text);
    const rightToLeft = paragraph.rightToLeft ?? isRightToLeft(broken.text);
    if (lines.length > 0) top += spacing(look.before, broken.lines[0], look.size * scale, scale);
    const isNumbered = paragraph.bullet === true && look.sign === '#';
    numbers.length = isNumbered ? level + 1 : Math.min(numbers.length, level);
    if (isNumbered) numbers[level] = (numbers[level] ?? 0) + 1;
    for (const [at, pieces] of broken.lines.entries()) {
      const { above, below } = extentOf(
        pieces.length === 0 ? [broken.style] : pieces.map(({ style }) => style),
      );
      const height = lineHeight(look, above + below);
      const offset = at === 0 ? broken.first : broken.rest;
      const free = room - offset - lineWidth(pieces);
      const isLong = paragraph.align === 'both' && !broken.ended.has(at);
      const shift = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0;
      const baseline = top + baselineIn(look, height, above, below);
      // Room at the beginning of a line is on its right there.
      const begin = rightToLeft && paragraph.align === 'right' ? 0 : offset;
      const shown = isLong && !rightToLeft ? stretched(pieces, free) : pieces;
      const line = { x: begin + shift, top, baseline, height, pieces: shown, paragraph: index, rightToLeft };
      lines.push(line);
      if (at === 0 && paragraph.bullet) {
        const text = isNumbered ? `${numbers[level] ?? 1}.` : (look.sign ?? '•');
        signs.push(...signBeside(context, line, text, look.signColor, { sign: broken.sign, offset, shift }));
      }
      top += height;
    }
    if (index < paragraphs.length - 1)
      top += spacing(look.after, broken.lines.at(-1), look.size * scale, scale);
  }
  return { lines, texts, signs, height: top };
}

/** The sign `text` beside the first line of its paragraph, written as the letters there; none beside a line without letters. */
function signBeside(
  context: SKRSContext2D,
  line: Line,
  text: string,
  color: string | undefined,
  { sign, offset, shift }: { readonly sign: number; readonly offset: number; readonly shift: number },
): readonly Sign[] {
  const style = line.pieces[0]?.style;
  if (style === undefined) return [];
  const fromBegin = Math.max(0, Math.min(sign, offset));
  context.font = style.font;
  const x = line.rightToLeft
    ? line.x + lineWidth(line.pieces) + offset - fromBegin - context.measureText(text).width
    : fromBegin + shift;
  const own = { ...style, color: color ?? style.color, underline: false, struck: false };
  return [{ text, x, line, style: own }];
}

/** How high a line is whose letters are `own` high. */
function lineHeight({ line, lineGrows }: SceneParagraph['look'], own: number): number {
  if (!('points' in line)) return own * line.lines;
  return lineGrows ? Math.max(line.points, own) : line.points;
}

/** What of an exact line is above its base line, whatever stands in it. */
const EXACT_ABOVE = 0.8;

/** How far below a line's top its letters stand: in Word, what lines are higher than their letters for is below those, and exact ones are parted alike. */
function baselineIn(
  { line, lineGrows, byFont }: SceneParagraph['look'],
  height: number,
  above: number,
  below: number,
): number {
  if (byFont && 'points' in line && !lineGrows) return height * EXACT_ABOVE;
  return byFont && 'lines' in line && line.lines > 1 ? above : height - below;
}

/** Of the largest letters of a line. */
function extentOf(styles: readonly Style[]): { readonly above: number; readonly below: number } {
  return {
    above: Math.max(...styles.map(({ above }) => above)),
    below: Math.max(...styles.map(({ below }) => below)),
  };
}

/** Space beside a line: where that is said in lines, of its largest letters (ECMA-376 part 1, 21.1.2.2.11); `size` where it has none. */
function spacing(space: Spacing, line: readonly Piece[] | undefined, size: number, scale: number): number {
  if ('points' in space) return space.points * scale;
  const largest = Math.max(0, ...(line ?? []).map(({ style }) => style.size));
  return space.lines * (largest || size);
}

/** A line's pieces with spaces so wide that it is `free` points longer: those behind its last tab. */
function stretched(pieces: readonly Piece[], free: number): readonly Piece[] {
  const from = pieces.findLastIndex(({ isTab }) => isTab === true) + 1;
  const spaces = pieces.map(({ text }, at) =>
    at < from ? 0 : (at === pieces.length - 1 ? text.trimEnd() : text).split(' ').length - 1,
  );
  const all = spaces.reduce((sum, one) => sum + one, 0);
  if (all === 0 || free <= 0) return pieces;
  const stretch = free / all;
  return pieces.map((piece, at) => {
    const count = spaces[at] ?? 0;
    return count === 0 ? piece : { ...piece, stretch, width: piece.width + count * stretch };
  });
}

function lineWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}
