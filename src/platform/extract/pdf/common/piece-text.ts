import { type Level, writeAt } from '../../../../shared/raised.ts';
import type { PlacedPiece } from '../../../../shared/raised-pieces.ts';

/** A piece as plain text has it, with the line's end after it. */
export function pieceText({ str, hasEOL }: PlacedPiece, level: Level | undefined): string {
  const text = level === undefined ? str : writeAt(level, str);
  return hasEOL ? `${text}\n` : text;
}
