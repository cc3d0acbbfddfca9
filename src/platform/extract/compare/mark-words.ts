import { diffArrays } from 'diff';
import { isWord, linesOf, type Token, tokensOf } from './words-of.ts';

/** A part of a text; `changed`: the other text does not have it there. */
export type Piece = { readonly text: string; readonly changed?: true };

/** Two texts with what was added and removed marked. The pieces of either, one after the other, are the text. */
type MarkedTexts = {
  readonly from: readonly Piece[];
  readonly to: readonly Piece[];
  /** Words of `to` that `from` has not there, and the other way round; where only signs changed, these. */
  readonly added: number;
  readonly removed: number;
};

/** A stretch that both texts have, or that one has in the place of the other's. */
type Stretch = { readonly same: boolean; readonly from: readonly Token[]; readonly to: readonly Token[] };

/**
 * How many words may differ to be told one by one; what differs in more is told line by line, then as a whole. The time of a comparison grows
 * with the square of it, so that no two texts take long (measured: decision 89).
 */
const MOST_EDITS = 600;
/** The same of a block of lines, of which there may be many. */
const MOST_EDITS_IN_BLOCK = 60;
/** Characters of two texts that are compared by words at once. */
const MOST_BY_WORDS = 200_000;

/** Marks what was added to a text and what was removed from it. */
export function markWords(from: string, to: string): MarkedTexts {
  if (from === to) return { from: plain(from), to: plain(to), added: 0, removed: 0 };
  const [head, tail] = sharedEnds(from, to);
  const middle = stretchesOf(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  const start = plain(from.slice(0, head));
  const end = plain(from.slice(from.length - tail));
  return {
    from: joined([...start, ...piecesOf(middle, 'from'), ...end]),
    to: joined([...start, ...piecesOf(middle, 'to'), ...end]),
    added: countIn(middle, 'to'),
    removed: countIn(middle, 'from'),
  };
}

/** How many characters two texts have in common at their ends, up to the white space before a word: no word is cut. */
function sharedEnds(from: string, to: string): readonly [head: number, tail: number] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  while (head > 0 && !isSpace(from[head - 1])) head -= 1;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  while (tail > 0 && !isSpace(from.at(-tail))) tail -= 1;
  return [head, tail];
}

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\n';
}

function stretchesOf(from: string, to: string): readonly Stretch[] {
  if (from.length + to.length <= MOST_BY_WORDS) {
    const found = aligned(tokensOf(from), tokensOf(to), MOST_EDITS);
    if (found !== undefined) return found;
  }
  const lines = aligned(linesOf(from), linesOf(to), MOST_EDITS);
  if (lines === undefined) return [{ same: false, from: linesOf(from), to: linesOf(to) }];
  return lines.flatMap((stretch) => (stretch.same ? [stretch] : withinBlock(stretch)));
}

function withinBlock(block: Stretch): readonly Stretch[] {
  const [from, to] = [textOf(block.from), textOf(block.to)];
  if (from === '' || to === '' || from.length + to.length > MOST_BY_WORDS) return [block];
  return aligned(tokensOf(from), tokensOf(to), MOST_EDITS_IN_BLOCK) ?? [block];
}

/** What two texts have in common, in their order; undefined where more than so many tokens differ. */
function aligned(
  from: readonly Token[],
  to: readonly Token[],
  maxEditLength: number,
): readonly Stretch[] | undefined {
  const changes = diffArrays(from.map(keyOf), to.map(keyOf), { maxEditLength });
  if (changes === undefined) return undefined;
  const stretches: Stretch[] = [];
  let [left, right] = [0, 0];
  for (const { added, removed, count } of changes) {
    const [ofFrom, ofTo] = [added ? 0 : count, removed ? 0 : count];
    stretches.push({
      same: !added && !removed,
      from: from.slice(left, left + ofFrom),
      to: to.slice(right, right + ofTo),
    });
    left += ofFrom;
    right += ofTo;
  }
  return inOne(stretches);
}

/** What was removed and what was added in its place are one stretch. */
function inOne(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const next of stretches) {
    const last = merged.at(-1);
    if (last === undefined || last.same || next.same) merged.push(next);
    else {
      merged.pop();
      merged.push({ same: false, from: [...last.from, ...next.from], to: [...last.to, ...next.to] });
    }
  }
  return merged;
}

function keyOf({ key }: Token): string {
  return key;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

function piecesOf(stretches: readonly Stretch[], side: 'from' | 'to'): readonly Piece[] {
  return stretches.map((stretch) => ({
    text: textOf(stretch[side]),
    ...(!stretch.same && { changed: true as const }),
  }));
}

/** Without empty pieces, and with neighbors of a kind as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.text === '') continue;
    if (last !== undefined && last.changed === piece.changed)
      found[found.length - 1] = { ...last, text: last.text + piece.text };
    else found.push(piece);
  }
  return found;
}

function plain(text: string): readonly Piece[] {
  return text === '' ? [] : [{ text }];
}

function countIn(stretches: readonly Stretch[], side: 'from' | 'to'): number {
  const changed = stretches.filter(({ same }) => !same);
  const words = changed.reduce((sum, stretch) => sum + wordsIn(stretch[side]), 0);
  const both = changed.reduce((sum, { from, to }) => sum + wordsIn(from) + wordsIn(to), 0);
  return both > 0 ? words : changed.reduce((sum, stretch) => sum + stretch[side].length, 0);
}

/** Words of tokens, also where these are whole lines. */
function wordsIn(tokens: readonly Token[]): number {
  let words = 0;
  for (const token of tokens) {
    if (!isWord(token)) continue;
    words += /\s/u.test(token.key) ? tokensOf(token.text).filter(isWord).length : 1;
  }
  return words;
}
