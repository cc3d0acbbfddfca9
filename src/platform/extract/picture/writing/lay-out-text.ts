import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Level, levelsOf, writeAt } from '../../../../shared/raised.ts';
import { struckParts } from '../../../../shared/struck.ts';
import { faceNamed } from '../../paging/font-metrics.ts';
import type { SceneParagraph, SceneRun, Spacing } from '../../scene/slide-scene.ts';
import { type Family, faceOf } from './faces.ts';

/** A piece of a line in one look. Measures in points. */
export type Piece = {
  readonly text: string;
  /** Where it begins in its paragraph's text. */
  readonly from: number;
  readonly width: number;
  readonly style: Style;
};
type Style = Pick<SceneRun, 'bold' | 'italic' | 'link'> & {
  readonly font: string;
  readonly kind: Family;
  readonly size: number;
  /** Of a line above the base line and below it, in points: as its font says. */
  readonly above: number;
  readonly below: number;
  readonly color: string | undefined;
  readonly underline: boolean;
  readonly struck: boolean;
  /** Points above the line, below it where less than 0. */
  readonly rise: number;
};
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
/** Text as it stands in lines. */
export type LaidOut = {
  readonly lines: readonly Line[];
  /** A paragraph's text, letter by letter as its pieces count them. */
  readonly texts: readonly string[];
  /** Signs before paragraphs. */
  readonly signs: readonly {
    readonly text: string;
    readonly x: number;
    readonly line: Line;
    readonly style: Style;
  }[];
  readonly height: number;
};

/** Height of a line in its letters' size, whatever the font: as office programs have it on slides. */
const LINE = 1.2;
/** What text measures like where nothing says a font. */
const USUAL_FONT = 'Arial';
/** Width of a space, in its size: as in most fonts. */
const SPACE = 0.27;
const MAX_LINES = 600;
/** Scripts whose words stand from right to left: where they begin on a line is the canvas's to find. */
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Whether a text is read from right to left: its first letter says. */
export function isRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

const PAUSES = /(?<=[\s\u200b-])|(?<=\p{Script=Han})|(?<=[\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** Letters that may still be laid out: what keeps a hostile slide from taking for ever. */
export type TextBudget = { letters: number };

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
  const signs: LaidOut['signs'][number][] = [];
  const numbers: number[] = [];
  let top = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (lines.length > MAX_LINES || budget.letters <= 0) break;
    const { look } = paragraph;
    const level = paragraph.level ?? 0;
    const broken = breakLines(context, paragraph, width, scale, budget);
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
      const height = 'points' in look.line ? look.line.points : (above + below) * look.line.lines;
      const offset = at === 0 ? broken.first : broken.rest;
      const free = width - offset - lineWidth(pieces);
      const shift = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0;
      const baseline = top + height - below;
      // Room at the beginning of a line is on its right there.
      const begin = rightToLeft && paragraph.align === 'right' ? 0 : offset;
      const line = { x: begin + shift, top, baseline, height, pieces, paragraph: index, rightToLeft };
      lines.push(line);
      const style = pieces[0]?.style;
      if (at === 0 && paragraph.bullet && style) {
        const text = isNumbered ? `${numbers[level] ?? 1}.` : (look.sign ?? '•');
        const fromBegin = Math.max(0, Math.min(broken.sign, offset));
        context.font = style.font;
        const x = rightToLeft
          ? line.x + lineWidth(pieces) + offset - fromBegin - context.measureText(text).width
          : fromBegin + shift;
        signs.push({
          text,
          x,
          line,
          style: { ...style, color: look.signColor ?? style.color, underline: false, struck: false },
        });
      }
      top += height;
    }
    if (index < paragraphs.length - 1)
      top += spacing(look.after, broken.lines.at(-1), look.size * scale, scale);
  }
  return { lines, texts, signs, height: top };
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

function lineWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

/** Where text after a sign begins; a sign that too little room was made for pushes it away. */
function afterSign(context: SKRSContext2D, { look, runs }: SceneParagraph, scale: number): number {
  const { margin, indent, size, sign = '•' } = look;
  context.font = styleOf(runs[0] ?? { text: '', size }, scale).font;
  const end = margin + indent + context.measureText(sign).width;
  if (indent < 0) return Math.max(margin, end + size * 0.25 * scale);
  return end + size * 0.5 * scale;
}

type Broken = {
  readonly text: string;
  readonly lines: readonly (readonly Piece[])[];
  /** Where the first line, the other lines and the sign begin. */
  readonly first: number;
  readonly rest: number;
  readonly sign: number;
  /** Of the last run, for lines without letters. */
  readonly style: Style;
};

function breakLines(
  context: SKRSContext2D,
  paragraph: SceneParagraph,
  width: number,
  scale: number,
  budget: TextBudget,
): Broken {
  const { margin, indent, size, byFont } = paragraph.look;
  const begin = margin + indent;
  const first = Math.max(0, paragraph.bullet ? afterSign(context, paragraph, scale) : begin);
  const place = {
    first: Math.min(first, width * 0.6),
    rest: Math.max(0, Math.min(margin, width * 0.6)),
    sign: begin,
  };
  const lines: Piece[][] = [[]];
  let left = width - place.first;
  let text = '';
  const newLine = () => {
    lines.push([]);
    left = width - place.rest;
  };
  const [{ font } = { font: undefined }] = paragraph.runs;
  let style = styleOf({ text: '', size, ...(font === undefined ? {} : { font }) }, scale, byFont);
  for (const run of paragraph.runs.flatMap(inOneLook)) {
    if (run.text !== '\n') style = styleOf(run, scale, byFont);
    context.font = style.font;
    for (const [at, row] of run.text.split('\n').entries()) {
      if (at > 0) {
        text += '\n';
        newLine();
      }
      for (const word of row === '' ? [] : row.split(PAUSES)) {
        if (budget.letters <= 0 || lines.length > MAX_LINES) break;
        budget.letters -= word.length;
        const visible = context.measureText(word.trimEnd()).width;
        // A mark stays with the word that it stands at.
        const isMark = run.level !== undefined || /^[™℠®]/u.test(word);
        const staysHere = isMark && text !== '' && !/\s$/u.test(text);
        if (visible > left && (lines.at(-1)?.length ?? 0) > 0 && !staysHere) newLine();
        for (const part of visible > left && !staysHere ? cutWord(context, word, left) : [word]) {
          const piece = { text: part, from: text.length, width: context.measureText(part).width, style };
          text += run.level === undefined ? part : writeAt(run.level, part);
          if (piece.width > left && (lines.at(-1)?.length ?? 0) > 0 && part.trim() !== '' && part !== word)
            newLine();
          lines.at(-1)?.push(piece);
          left -= piece.width;
        }
      }
    }
  }
  return { text, lines: lines.map(joined), style, ...place };
}

type LaidRun = SceneRun & { readonly level?: Level; readonly struck?: boolean };

/** Letters one for one, so that what is marked stays where it is. */
function inCapitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}

/** A run cut where its characters are raised, lowered or struck, in the characters of the line. */
function inOneLook(run: SceneRun): LaidRun[] {
  const plain = run.text.normalize('NFC').replaceAll('\t', '    ');
  const written = run.caps ? inCapitals(plain) : plain;
  return struckParts(written).flatMap(({ text, struck }) =>
    levelsOf(text).map((part) => ({ ...run, ...part, struck })),
  );
}

/** Pieces of one look that follow each other are one: letters then stand as their font says. Lines read from right to left are one at all. */
function joined(pieces: readonly Piece[]): Piece[] {
  const isTurned = pieces.some((piece) => RIGHT_TO_LEFT.test(piece.text));
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && (isTurned || last.style === piece.style)) {
      all[all.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    } else all.push(piece);
  }
  const last = all.at(-1);
  // A space at a line's end is not seen and moves nothing.
  if (last && last.text !== last.text.trimEnd()) {
    const spaces = last.text.length - last.text.trimEnd().length;
    all[all.length - 1] = { ...last, width: Math.max(0, last.width - spaces * last.style.size * SPACE) };
  }
  return all;
}

/** A word wider than its line, in parts that fit. */
function cutWord(context: SKRSContext2D, word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of word) {
    const advance = context.measureText(letter).width;
    if (used + advance > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += letter;
    used += advance;
  }
  return part === '' ? parts : [...parts, part];
}

/** Raised and lowered letters in the size of those on the line, and how far they stand off it. */
const SMALL = 0.62;
const RISE = { raised: 0.34, lowered: -0.14 } as const;

function styleOf(run: LaidRun, scale: number, byFont = false): Style {
  const face = faceOf(run.font);
  const measures = faceNamed(run.font ?? USUAL_FONT, run.bold === true, run.italic === true);
  const lead = byFont ? 0 : (LINE - measures.ascent - measures.descent) / 2;
  const full = Math.max(0.5, Math.min(2_000, (run.size ?? 18) * scale));
  const size = run.level === undefined ? full : full * SMALL;
  const looks = `${run.italic ? 'italic ' : ''}${run.bold ? 'bold ' : ''}`;
  return {
    font: `${looks}${(size * face.shrink).toFixed(2)}px ${face.family}`,
    kind: face.kind,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.link === undefined ? {} : { link: run.link }),
    size,
    above: full * (measures.ascent + lead),
    below: full * (measures.descent + lead),
    color: run.color,
    underline: run.underline === true,
    struck: run.struck === true,
    rise: run.level === undefined ? 0 : full * RISE[run.level],
  };
}
