import { describe, expect, it } from 'vitest';
import { measureSheet, roomFor } from '../../../../src/renderer/areas/reader/sheets/sheet-measures.ts';

/** A row of five columns of 10 pixels each, with these texts. */
const roomOf = (cells: readonly string[], column: number, align?: 'center' | 'right') => {
  const look = {
    ...{
      size: 11,
      looks: [{}],
      cells: [[0]],
      heights: [20],
      merges: [],
      pictures: [],
      runs: [],
      gridLines: true,
    },
    columns: Array.from({ length: 5 }, () => ({ width: 10, look: 0 })),
    frozen: { rows: 0, columns: 0 },
  };
  const sheet = {
    label: 'One',
    rows: [[...cells]],
    hiddenRows: [],
    hiddenColumns: [],
    totalRows: 1,
    totalColumns: 5,
    look,
  };
  return roomFor(measureSheet(sheet, false), cells, column, align);
};

describe('the text of a cell', () => {
  it('runs on over empty cells behind it, up to the next one with something in it', () => {
    expect(roomOf(['long', '', '', 'next'], 0)).toBe(30);
    expect(roomOf(['long', 'next'], 0)).toBe(10);
    expect(roomOf(['long'], 0)).toBe(50);
  });

  it('runs on over those before it where it stands at the right, and to both sides from the middle', () => {
    expect(roomOf(['first', '', '', 'long'], 3, 'right')).toBe(30);
    expect(roomOf(['', '', 'long', ''], 2, 'center')).toBe(50);
    expect(roomOf(['', 'first', 'long', ''], 2, 'center')).toBe(10);
  });
});
