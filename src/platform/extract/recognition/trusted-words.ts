import type { Recognized } from '../../../engine/ports/extractor.ts';
import { MOST_RECOGNIZED_WORDS } from '../../../shared/limits.ts';
import { BOX_UNITS } from '../../../shared/recognized-words.ts';
import { cleanText } from '../text/clean.ts';

/** What was recognized on a page: the words that can be trusted, where they stand, and how sure they are. */
type RecognizedText = { readonly text: string; readonly recognized: Recognized };

/** Of 100: below, a word is wrong more often than it helps (see the decision on text recognition). */
const TRUSTED = 60;
/** Of what looks like words, the least that must be trusted: below, it is a photo's grain, not writing. */
const TRUSTED_SHARE = 0.5;
/** Columns of Tesseract's table (tesseract/src/api/baseapi.cpp, GetTSVText). */
const [LEVEL, BLOCK, PARAGRAPH, LINE] = [0, 2, 3, 4];
const [LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT] = [6, 7, 8, 9, 10, 11];
const WORD_LEVEL = '5';

type Word = {
  readonly text: string;
  readonly confidence: number;
  /** Which line of which paragraph. */
  readonly line: string;
  readonly box: readonly number[];
};

/** The words of Tesseract's table that can be trusted; undefined where there are none. `size`: of the picture that was looked at, in pixels. */
export function trustedWords(
  table: string,
  size: { readonly width: number; readonly height: number },
): RecognizedText | undefined {
  const seen = wordsOf(table, size);
  const trusted = seen.filter(({ confidence }) => confidence >= TRUSTED).slice(0, MOST_RECOGNIZED_WORDS);
  if (trusted.length === 0 || trusted.length < seen.length * TRUSTED_SHARE) return undefined;
  const words = withoutHyphens(asHighAsNeighbors(trusted));
  const sure = trusted.reduce((sum, { confidence }) => sum + confidence, 0) / trusted.length;
  return {
    text: textOf(words),
    recognized: { confidence: Math.floor(sure), boxes: words.flatMap(({ box }) => box) },
  };
}

function wordsOf(
  table: string,
  { width, height }: { readonly width: number; readonly height: number },
): Word[] {
  const inUnits = (value: string | undefined, side: number): number =>
    Math.min(BOX_UNITS, Math.max(0, Math.round((Number(value) / side) * BOX_UNITS)));
  return table.split('\n').flatMap((row) => {
    const cells = row.split('\t');
    // A word has no white space within: each has one box.
    const text = cleanText(cells[TEXT] ?? '').replace(/\s/gu, '');
    const confidence = Number(cells[CONFIDENCE]);
    if (cells[LEVEL] !== WORD_LEVEL || !/[\p{L}\p{N}]/u.test(text) || !(confidence >= 0)) return [];
    const box = [
      inUnits(cells[LEFT], width),
      inUnits(cells[TOP], height),
      inUnits(cells[WIDTH], width),
      inUnits(cells[HEIGHT], height),
    ];
    return [{ text, confidence, line: [cells[BLOCK], cells[PARAGRAPH], cells[LINE]].join(' '), box }];
  });
}

/** Words of small letters only are marked as high as those beside them. */
function asHighAsNeighbors(words: readonly Word[]): readonly Word[] {
  return words.map((word, at) => {
    const beside = words.slice(Math.max(0, at - 1), at + 2).filter(({ line }) => line === word.line);
    const top = Math.min(...beside.map(({ box: [, y = 0] }) => y));
    const bottom = Math.max(...beside.map(({ box: [, y = 0, , h = 0] }) => y + h));
    const [left = 0, , width = 0] = word.box;
    return { ...word, box: [left, top, width, Math.min(BOX_UNITS, bottom) - top] };
  });
}

/** A word divided at a line's end is one word to whoever searches for it; it is marked where it begins. */
function withoutHyphens(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      last.line !== word.line &&
      /\p{Ll}[-\u2010]$/u.test(last.text) &&
      /^\p{Ll}/u.test(word.text);
    if (goesOn) joined[joined.length - 1] = { ...last, text: last.text.slice(0, -1) + word.text };
    else joined.push(word);
  }
  return joined;
}

function textOf(words: readonly Word[]): string {
  return words
    .map(({ text, line }, at) => {
      const before = words[at - 1];
      if (before === undefined) return text;
      return `${before.line === line ? ' ' : '\n'}${text}`;
    })
    .join('');
}
