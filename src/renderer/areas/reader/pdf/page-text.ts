import { type Level, writeAt } from '../../../../shared/raised.ts';

/** A page's text as a person reads it, and the way back to the pieces that pdf.js drew it from. */
export type PdfPageText = {
  readonly text: string;
  /** The place in all pieces joined that belongs to a place in the text. */
  readonly toPieces: (index: number) => number;
};

/** A piece of text as pdf.js hands it out; `level` where it is raised or lowered. */
type TextPiece = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly level?: Level | undefined;
};

function raisedLetter(level: Level, letter: string): string {
  const written = writeAt(level, letter);
  return written.length === letter.length ? written : letter;
}

const hyphenated = /\p{L}[-\u00ad\u2010]$/u;
const startsLower = /^\p{Ll}/u;
const unspacedEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const unspacedStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Joins the pieces of a page: a line's end is a space, a word that was divided there is whole again, and scripts without spaces
 * go on as they are. `within`: places of all pieces joined that are left out, spaces within words.
 */
export function pageTextOf(
  pieces: readonly TextPiece[],
  within: ReadonlySet<number> = new Set(),
): PdfPageText {
  let text = '';
  /** From a place in the text on: by how much the joined pieces are ahead. */
  const from: number[] = [0];
  const ahead: number[] = [0];
  let difference = 0;
  const shift = (by: number): void => {
    difference += by;
    from.push(text.length);
    ahead.push(difference);
  };
  let place = 0;
  const write = (str: string): void => {
    for (const [at, unit] of str.split('').entries()) {
      if (within.has(place + at)) shift(1);
      else text += unit;
    }
  };
  pieces.forEach(({ str, hasEOL, level }, index) => {
    // Letter by letter, so that every place stays where it is.
    const written =
      level === undefined ? str : [...str].map((letter) => raisedLetter(level, letter)).join('');
    if (within.size === 0) text += written;
    else write(written);
    place += str.length;
    if (!hasEOL) return;
    const next = pieces.slice(index + 1, index + 4).find((piece) => piece.str !== '')?.str ?? '';
    if (hyphenated.test(text) && startsLower.test(next)) {
      text = text.slice(0, -1);
      shift(1);
    } else if (!(unspacedEnd.test(text) && unspacedStart.test(next))) {
      text += '\n';
      shift(-1);
    }
  });
  return {
    text,
    toPieces: (index) => {
      let low = 0;
      let high = from.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((from[middle] ?? 0) <= index) low = middle;
        else high = middle - 1;
      }
      return index + (ahead[low] ?? 0);
    },
  };
}
