import Table from 'cli-table3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/cli/base/table.ts';

/** The same by a table that lays out every cell against every other. */
function laidOut(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const sides = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
    side,
    `${side}-mid`,
    `${side}-left`,
    `${side}-right`,
  ]);
  const chars = { ...Object.fromEntries(sides.map((side) => [side, ''])), middle: '  ' };
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    chars,
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

describe('a table for people', () => {
  it('has columns as wide as their widest cell', () => {
    expect(
      tableOf(
        ['Id', 'Title'],
        [
          ['r_1', 'A deck'],
          ['r_22', '日本語'],
        ],
      ),
    ).toBe(' Id      Title  \n r_1     A deck \n r_22    日本語 ');
    expect(tableOf(['A', 'B'], [])).toBe(' A    B ');
  });

  it('looks as before', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9 äöü€-]{0,12}$/);
    const tables = fc.integer({ min: 1, max: 4 }).chain((columns) => {
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      return fc.tuple(row, fc.array(row, { maxLength: 8 }));
    });
    fc.assert(
      fc.property(tables, ([head, rows]) => {
        expect(tableOf(head, rows)).toBe(laidOut(head, rows));
      }),
    );
  });

  it('is made of as many rows as a hub ever has', () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => [`r_${row}`, `Title ${row}`, 'new', '1', 'over']);
    expect(tableOf(['Request', 'Title', 'Status', 'Votes', 'Promise'], rows).split('\n')).toHaveLength(
      50_001,
    );
  });
});
