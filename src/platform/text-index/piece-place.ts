import type { PieceContent, PiecePlace } from '../../engine/ports/text-index.ts';

/** How the column `hidden` says where a piece stands: 0 for what is seen. */
const HIDDEN = 1;
const PLACES: Readonly<Record<PiecePlace, number>> = { notes: 2, aside: 3 };

type Place = Pick<PieceContent, 'hidden' | 'place'>;

/** A piece's place as the column has it. */
export function placeNumber({ hidden, place }: Place): number {
  if (hidden) return HIDDEN;
  return place === undefined ? 0 : PLACES[place];
}

/** The place that a column's number stands for. */
export function placeOf(number: number): Place {
  const hidden = number === HIDDEN;
  if (number === PLACES.notes) return { hidden, place: 'notes' };
  return number === PLACES.aside ? { hidden, place: 'aside' } : { hidden };
}
