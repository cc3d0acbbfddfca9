import type { PlacedPiece } from '../../../../shared/raised-pieces.ts';
import { spacesInWords } from './letter-spacing.ts';
import { gapBetween, isSpace, type Letter } from './letters.ts';
import { withoutDoubles } from './overprint.ts';

/** A gap this wide, of the smaller one's size, between texts that are not set the same way is a space. */
const SPACE = 0.1;
/** Sizes and baselines that differ by less, of the size, are the same. */
const SAME_SIZE = 0.06;
const SAME_BASE = 0.04;
/** What stands in the same row: baselines apart and a gap, at most, of the smaller size. */
const ROW = { apart: 0.5, gap: 8 } as const;
/** What stands beside each other although not in the same row, as a raised mark or a word on a slope does: of the larger size. */
const BESIDE = { apart: 0.7, overlap: 0.2, gap: 0.5 } as const;
/** Letters back among which a line's tallest is looked for. */
const LOOKED_BACK = 12;
/** What stands further above each other, of the larger size, is no word. */
const TOWER = 1.5;

const LINE_END = 0x0a;
const SPACE_CODE = 0x20;
const RETURN = 0x0d;
const HYPHEN = 0x2d;

/** A piece of a page's text with its letters, one for each unit of its text; none of a space. */
export type LetterPiece = PlacedPiece & { readonly letters: readonly Letter[] };

/** The text of a page's letters: pieces of one size on one line, in their order, divided at spaces and where lines end. */
export function piecesOf(letters: readonly Letter[]): LetterPiece[] {
  const pieces: LetterPiece[] = [];
  let line: Letter[] = [];
  const end = () => {
    addLine(pieces, line);
    const last = pieces.at(-1);
    if (last && line.length > 0) pieces[pieces.length - 1] = { ...last, hasEOL: true };
    line = [];
  };
  const kept = withoutDoubles(letters);
  for (const [at, letter] of kept.entries()) {
    const next = kept[at + 1];
    if (next && isNoSpace(letter, next)) continue;
    if (letter.code === LINE_END) {
      const between = next && betweenBroken(line, next);
      if (between === undefined) end();
      else if (between === 'space') line.push({ ...letter, code: SPACE_CODE });
    } else if (letter.divides) {
      line.push({ ...letter, code: HYPHEN });
      end();
    } else if (letter.code >= 32 || letter.of !== 0) line.push(letter);
  }
  addLine(pieces, line);
  return pieces;
}

type Begun = { text: string; readonly letters: Letter[]; last: Letter };

function addLine(pieces: LetterPiece[], line: readonly Letter[]): void {
  const spaced = spacesInWords(line);
  let begun: Begun | undefined;
  const finish = () => {
    if (begun) pieces.push(pieceOf(begun));
    begun = undefined;
  };
  for (const [at, letter] of line.entries()) {
    if (isSpace(letter)) {
      if (spaced?.has(at)) continue;
      finish();
      pieces.push(SPACE_PIECE);
      continue;
    }
    if (begun && !goesOn(begun.last, letter)) {
      const apart = isApart(begun.last, letter);
      finish();
      if (apart) pieces.push(SPACE_PIECE);
    }
    begun ??= { text: '', letters: [], last: letter };
    write(begun, letter);
  }
  finish();
}

/** Writes one letter more; an accent of its own goes on the letter before, where there is one character for both. */
function write(begun: Begun, letter: Letter): void {
  const { text } = begun;
  const isAccent = letter.code >= 0x300 && letter.code <= 0x36f;
  const both =
    isAccent && text !== '' ? (text.at(-1) + String.fromCodePoint(letter.code)).normalize('NFC') : '';
  if (both.length === 1) {
    begun.text = text.slice(0, -1) + both;
    return;
  }
  const written = String.fromCodePoint(letter.code);
  begun.text += written;
  for (let unit = 0; unit < written.length; unit += 1) begun.letters.push(letter);
  begun.last = letter;
}

/** Whether a space, or a line's end, only stands there because what follows is drawn onto the letter before. */
function isNoSpace(letter: Letter, next: Letter): boolean {
  if (isVowelSign(next) && isSpace(letter)) return true;
  const isThoughtUp =
    letter.of === 0 && (isSpace(letter) || letter.code === LINE_END || letter.code === RETURN);
  return isThoughtUp && isAccent(next);
}

/** A vowel of Thai and Lao that stands after its letter, in fonts with a space of its own before it. */
function isVowelSign({ code }: Letter): boolean {
  return code === 0xe33 || code === 0xeb3;
}

function isAccent({ code }: Letter): boolean {
  return code >= 0x300 && /\p{M}/u.test(String.fromCodePoint(code));
}

/**
 * What stands between two texts of which PDFium has put the second on a line of its own: nothing or a space where they go on in the same
 * row, as a chart's value after its name, or beside each other, as a raised mark; undefined where the line does end.
 */
function betweenBroken(line: readonly Letter[], next: Letter): 'nothing' | 'space' | undefined {
  const last = line.at(-1);
  if (!last || last.of === 0 || next.of === 0) return undefined;
  if (last.turn === undefined || next.turn !== last.turn) return undefined;
  // What goes on after a raised mark stands on the line of what stood before it.
  const tallest = line.slice(-LOOKED_BACK).reduce((one, other) => (other.size > one.size ? other : one));
  const apart = Math.min(Math.abs(last.base - next.base), Math.abs(tallest.base - next.base));
  const [smaller, larger] = [Math.min(last.size, next.size), Math.max(last.size, next.size)];
  const gap = next.from - last.to;
  const isRow = apart <= ROW.apart * smaller && gap >= 0 && gap <= ROW.gap * smaller;
  const isBeside =
    apart <= BESIDE.apart * larger && gap >= -BESIDE.overlap * smaller && gap <= BESIDE.gap * larger;
  if (!isRow && !isBeside) return undefined;
  return gap > SPACE * smaller ? 'space' : 'nothing';
}

/** Whether a letter is of the same piece as the one before: set the same way on the same line. */
function goesOn(last: Letter, letter: Letter): boolean {
  if (last.turn !== letter.turn) return false;
  if (Math.abs(last.size - letter.size) > SAME_SIZE * last.size) return false;
  return letter.turn === undefined || Math.abs(last.base - letter.base) <= SAME_BASE * last.size;
}

/** Whether two texts on a line, not set the same way, are apart from or above each other. PDFium sees most gaps between others itself. */
function isApart(last: Letter, letter: Letter): boolean {
  if (last.turn === undefined || letter.turn !== last.turn) return false;
  const [smaller, larger] = [Math.min(last.size, letter.size), Math.max(last.size, letter.size)];
  return gapBetween(last, letter) > SPACE * smaller || Math.abs(last.base - letter.base) > TOWER * larger;
}

function pieceOf({ text, letters }: Begun): LetterPiece {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const letter of letters) [from, to] = [Math.min(from, letter.from), Math.max(to, letter.to)];
  const { size = 0, base = 0, turn } = letters[0] ?? {};
  const turned = turn === undefined ? 1 : 0;
  return {
    str: text,
    letters,
    hasEOL: false,
    height: size,
    width: to - from,
    transform: [size, turned, turned, size, from, base],
  };
}

const SPACE_PIECE: LetterPiece = {
  str: ' ',
  letters: [],
  hasEOL: false,
  height: 0,
  width: 0,
  transform: [0, 0, 0, 0, 0, 0],
};
