/** A piece of text as pdf.js hands it out; sizes in points. */
type SpacedPiece = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly height: number;
};

/** Letters in a row from which on a text is set with wide spacing: fewer may be a list, a formula, a scale. */
const FEWEST = 4;
/** How much wider than the narrowest gap of a line, of the letters' height, a gap between letters may be. */
const EVEN = 0.09;
/** Wider gaps, of the height, are between columns. */
const WIDEST = 0.9;

const LETTERS_APART = /^\S(?: \S)+$/u;
const LETTER = /\p{L}/u;

/**
 * Which places of all pieces joined are spaces within words set with wide spacing ('O F F E R'): pdf.js writes such a word in one piece with
 * spaces between its letters, or each letter and each gap as a piece of its own.
 */
export function spacesWithinWords(pieces: readonly SpacedPiece[]): ReadonlySet<number> {
  const found = new Set<number>();
  let start = 0;
  let line: SpacedPiece[] = [];
  for (const piece of pieces) {
    line.push(piece);
    if (!piece.hasEOL) continue;
    start = addLine(found, line, start);
    line = [];
  }
  addLine(found, line, start);
  return found;
}

/** Adds what a line has, which begins at a place; answers where the next one begins. */
function addLine(found: Set<number>, line: readonly SpacedPiece[], start: number): number {
  const isWide = line.some(({ str }) => str.length >= 2 * FEWEST - 1 && isApart(str));
  const narrow = isWide ? undefined : narrowGap(line);
  let place = start;
  for (const { str, width, height } of line) {
    if (isWide && isApart(str)) for (let at = 1; at < str.length; at += 2) found.add(place + at);
    if (narrow !== undefined && str === ' ' && height === 0 && width <= narrow) found.add(place);
    place += str.length;
  }
  return place;
}

function isApart(text: string): boolean {
  return LETTERS_APART.test(text) && LETTER.test(text);
}

/** Of a line whose letters are pieces of their own: the widest gap that is still within a word. */
function narrowGap(line: readonly SpacedPiece[]): number | undefined {
  const written = line.filter(({ str }) => str.trim() !== '');
  const singles = written.filter(({ str }) => str.length === 1);
  const gaps = line.filter(({ str }) => str === ' ').map(({ width }) => width);
  const [height = 0] = written.map((piece) => piece.height);
  const isOfLetters = singles.some(({ str }) => LETTER.test(str));
  if (singles.length < FEWEST || singles.length < written.length || !isOfLetters) return undefined;
  const narrowest = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  return narrowest > WIDEST * height ? undefined : narrowest + EVEN * height;
}
