import type { PageText } from '../ports/extractor.ts';
import type { PiecePlace, TextPiece } from '../ports/text-index.ts';
import { shownText } from './words/fold.ts';
import { indexText, type Written } from './words/index-text.ts';

/** Pages up to this many characters are one piece; longer ones are cut, so that a snippet costs the same everywhere. */
const PIECE_LENGTH = 2000;
/** A page of endless length (a text file, a sheet) has no more pieces than this, but longer ones: they are numbered in a byte. */
const MOST_PIECES = 200;

/** A page's text by whether its author hid it. */
type PagePart = {
  readonly page: number;
  readonly label: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly place?: PiecePlace;
};

/** What of a document's pages may be found: what is hidden only where `hiddenToo` says so. Pages keep their numbers (1-based). */
export function partsToFind(pages: readonly PageText[], hiddenToo: boolean): PagePart[] {
  return pages
    .flatMap((one, index): PagePart[] => {
      const { label, text, hidden = false, hiddenText, asideAt = text.length } = one;
      const notesAt = Math.min(one.notesAt ?? asideAt, asideAt);
      const page = { page: index + 1, label };
      return [
        { ...page, text: text.slice(0, notesAt), hidden },
        ...(hiddenText === undefined ? [] : [{ ...page, text: hiddenText, hidden: true }]),
        ...partAt(page, text.slice(notesAt, asideAt), hidden, 'notes'),
        ...partAt(page, text.slice(asideAt), hidden, 'aside'),
      ];
    })
    .filter(({ hidden }) => hiddenToo || !hidden);
}

function partAt(
  page: Pick<PagePart, 'page' | 'label'>,
  text: string,
  hidden: boolean,
  place: PiecePlace,
): PagePart[] {
  return text === '' ? [] : [{ ...page, text, hidden, place }];
}

/** Cuts pages into pieces, at paragraph, sentence or word ends where there are any. Pages without text have none. */
export function piecesOf(
  pages: readonly PageText[],
  hiddenToo: boolean,
  written?: Written,
  known?: Map<string, string>,
): TextPiece[] {
  return partsToFind(pages, hiddenToo).flatMap(({ page, label, hidden, place, text: whole }) => {
    const text = shownText(whole);
    // A cut lies in the second half of a window, so pieces are at least half as long as they may be.
    const length = Math.max(PIECE_LENGTH, Math.ceil((2 * text.length) / MOST_PIECES));
    return [...cut(text, length)].map((part) => ({
      page,
      label,
      text: part,
      sought: indexText(part, written, known),
      hidden,
      ...(place !== undefined && { place }),
    }));
  });
}

/** Parts of a text of at most `length` characters; empty parts are left out. */
export function* cut(text: string, length: number): Generator<string> {
  let start = 0;
  while (text.length - start > length) {
    const end = start + lastBreak(text.slice(start, start + length));
    const part = text.slice(start, end).trim();
    if (part !== '') yield part;
    start = end;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') yield rest;
}

/** Where a window of text is best cut: after the last paragraph, line, sentence or word in its second half; never inside a surrogate pair. */
function lastBreak(window: string): number {
  const half = window.length / 2;
  for (const mark of ['\n\n', '\n', '. ', '。', ' ', '\u200b']) {
    const at = window.lastIndexOf(mark);
    if (at >= half) return at + mark.length;
  }
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? window.length - 1 : window.length;
}
