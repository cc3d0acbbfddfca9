import { MOST_MAP_CELLS } from '../../shared/limits.ts';
import type { Breathe } from '../base/breathe.ts';

/** Cells that are counted before other work gets its turn. */
const AT_ONCE = 20_000;

/** A matrix as a window draws it: its cells, how many they are, and how many have something fresh to show. Of more than {@link MOST_MAP_CELLS} none is told, only how many they are. */
export async function mapOf<Cell extends { readonly fresh: number }>(
  matrix: Iterable<Cell>,
  breathe: Breathe,
): Promise<{ cells: Cell[]; covered: number; all: number }> {
  const cells: Cell[] = [];
  let [covered, all] = [0, 0];
  for (const cell of matrix) {
    all += 1;
    if (cell.fresh > 0) covered += 1;
    if (all <= MOST_MAP_CELLS) cells.push(cell);
    if (all % AT_ONCE === 0) await breathe();
  }
  return { cells: all > MOST_MAP_CELLS ? [] : cells, covered, all };
}
