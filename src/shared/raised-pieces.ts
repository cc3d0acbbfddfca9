import type { Level } from './raised.ts';

/** A piece of a page's text as pdf.js hands it out; `transform` is the matrix of its place, in points. */
export type PlacedPiece = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly width: number;
  readonly transform: readonly unknown[];
};

/** A PDF does not say what is raised: a mark is small, beside a larger piece, and stands off that piece's line. All in the larger one's height. */
const SMALLER = 0.82;
const ABOVE = [0.12, 1] as const;
const BELOW = [-0.5, -0.06] as const;
const GAP = [-0.35, 0.6] as const;
/** What stands raised beside a text is a number, a sign, a single letter or an ordinal's ending; other small text beside large is a text of its own. */
const MARK = /^(?:[\d.,;()*†‡§+\-−–\s]+|\p{L}|tm|sm|st|nd|rd|th|er|re|ère|ème|me|os|as)$/iu;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** For each piece of a page, whether it is raised or lowered against its neighbour. */
export function levelsOfPieces(pieces: readonly PlacedPiece[]): (Level | undefined)[] {
  const levels: (Level | undefined)[] = pieces.map(() => undefined);
  /** What the line stands on: the last piece that is not raised itself. */
  let base: Box | undefined;
  let end = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.hasEOL && piece.str.trim() === '') base = undefined;
    if (piece.str.trim() === '') continue;
    const box = boxOf(piece);
    const level = MARK.test(piece.str.trim()) && box ? levelBeside(box, base, end, pieces, at) : undefined;
    levels[at] = level;
    if (box) end = box.x + box.width;
    if (level === undefined) base = box;
    if (piece.hasEOL) base = undefined;
  }
  return levels;
}

function levelBeside(
  box: Box,
  base: Box | undefined,
  end: number,
  pieces: readonly PlacedPiece[],
  at: number,
): Level | undefined {
  const before = base && isBeside(box.x - end, base) ? levelAgainst(box, base) : undefined;
  if (before !== undefined || pieces[at]?.hasEOL) return before;
  const next = pieces.slice(at + 1, at + 3).find(({ str }) => str.trim() !== '');
  const following = next && boxOf(next);
  return following && isBeside(following.x - box.x - box.width, following)
    ? levelAgainst(box, following)
    : undefined;
}

function isBeside(gap: number, { height }: Box): boolean {
  return gap >= GAP[0] * height && gap <= GAP[1] * height;
}

function levelAgainst(box: Box, { y, height }: Box): Level | undefined {
  if (box.height > SMALLER * height) return undefined;
  const rise = (box.y - y) / height;
  if (rise >= ABOVE[0] && rise <= ABOVE[1]) return 'raised';
  return rise >= BELOW[0] && rise <= BELOW[1] ? 'lowered' : undefined;
}

/** Where an upright piece stands; undefined for what is turned. */
function boxOf({ transform, width, height }: PlacedPiece): Box | undefined {
  const [a, b, c, , x, y] = transform.map(Number);
  if (a === undefined || x === undefined || y === undefined || b !== 0 || c !== 0 || a <= 0 || height <= 0)
    return undefined;
  return { x, y, width, height };
}
