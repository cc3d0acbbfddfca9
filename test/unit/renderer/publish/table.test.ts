import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_COUNT, moveCell, rangeOf } from '../../../../src/renderer/areas/publish/grid-moves.ts';
import { planPublish, refusalWords } from '../../../../src/renderer/areas/publish/publish-plan.ts';
import { applyChanges, beforeOf } from '../../../../src/renderer/areas/publish/row-changes.ts';
import { nextSort, orderRows } from '../../../../src/renderer/areas/publish/row-order.ts';
import { rowOf, terms } from './rows.ts';

const none: ReadonlySet<string> = new Set();

describe('moving in the table', () => {
  it('never leaves the table but by Tab past an end', () => {
    const moves = fc.constantFrom(
      'up',
      'down',
      'left',
      'right',
      'firstColumn',
      'lastColumn',
      'firstRow',
      'lastRow',
      'start',
      'end',
      'pageUp',
      'pageDown',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.array(moves), (rows, made) => {
        let cell = { row: 0, column: 1 };
        for (const move of made) cell = moveCell(cell, move, rows, 10) ?? cell;
        return cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column < COLUMN_COUNT;
      }),
    );
  });

  it('goes on to the next row with Tab and back with Shift', () => {
    const last = COLUMN_COUNT - 1;
    expect(moveCell({ row: 0, column: last }, 'next', 2, 10)).toEqual({ row: 1, column: 0 });
    expect(moveCell({ row: 1, column: 0 }, 'previous', 2, 10)).toEqual({ row: 0, column: last });
    expect(moveCell({ row: 1, column: last }, 'next', 2, 10)).toBeNull();
  });

  it('selects a range in either direction', () => {
    expect(rangeOf(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(rangeOf(['a', 'b'], 'gone', 'b')).toEqual(['b']);
  });
});

describe('the order of rows', () => {
  const rows = [rowOf('1', { title: 'B 10' }), rowOf('2', { title: '' }), rowOf('3', { title: 'b 9' })];

  it('counts numbers as numbers and leaves empty cells last either way round', () => {
    expect(orderRows(rows, { key: 'title', descending: false }, false, terms)).toEqual(['3', '1', '2']);
    expect(orderRows(rows, { key: 'title', descending: true }, false, terms)).toEqual(['1', '3', '2']);
  });

  it('shows only rows that miss something where one asks for it', () => {
    const some = [
      rowOf('1'),
      rowOf('2', {}, { missing: ['stages'] }),
      rowOf('3', {}, { state: 'failed', missing: ['type'] }),
    ];
    expect(orderRows(some, null, true, terms)).toEqual(['2']);
  });

  it('goes from up to down to as they came', () => {
    const up = nextSort(null, 'type');
    expect(up).toEqual({ key: 'type', descending: false });
    expect(nextSort(nextSort(up, 'type'), 'type')).toBeNull();
  });
});

describe('what would be published', () => {
  it('is all that is ready, or what is selected of it, and names what misses something', () => {
    const rows = [
      rowOf('1'),
      rowOf('2', {}, { missing: ['personas'] }),
      rowOf('3', {}, { state: 'duplicate' }),
    ];
    expect(planPublish(rows, none)).toEqual({
      rows: ['1', '2'],
      incomplete: ['2'],
      complete: ['1'],
      drafts: ['1', '2'],
      disabled: null,
    });
    expect(planPublish(rows, new Set(['1'])).rows).toEqual(['1']);
    expect(planPublish(rows, new Set(['3'])).disabled).toMatch(/already in the library/);
  });

  it('can be saved as drafts as far as there are titles', () => {
    const rows = [
      rowOf('1', { stages: [] }, { missing: ['stages'] }),
      rowOf('2', { title: ' ' }),
      rowOf('3'),
    ];
    expect(planPublish(rows, none).drafts).toEqual(['1', '3']);
  });

  it('is said to be incomplete as long as something is missing, and no longer', () => {
    const refused = { why: 'incomplete', rows: ['1', '2'] } as const;
    const lacking = (id: string) => rowOf(id, {}, { missing: ['stages'] });
    expect(refusalWords(refused, [lacking('1'), lacking('2')])).toMatch(/^2 rows are incomplete/);
    expect(refusalWords(refused, [lacking('1'), rowOf('2'), lacking('3')])).toMatch(/^1 row is incomplete/);
    expect(refusalWords(refused, [rowOf('1'), rowOf('2')])).toBeNull();
    expect(refusalWords({ why: 'untitled', rows: ['1'] }, [rowOf('1', { title: '' })])).toMatch(
      /^1 row needs a title/,
    );
    expect(refusalWords({ why: 'untitled', rows: ['1'] }, [rowOf('1')])).toBeNull();
  });

  it('says why nothing can be published', () => {
    expect(planPublish([rowOf('1', {}, { state: 'reading' })], none).disabled).toMatch(/still being read/);
  });

  it('lets a new version pass without fields of its own', () => {
    const row = rowOf('1', { versionOf: 'a_0000000000000001', stages: [] }, { missing: ['stages'] });
    expect(planPublish([row], none).incomplete).toEqual([]);
  });
});

describe('a change of rows', () => {
  it('shows at once: guesses become certain, what was missing is not', () => {
    const row = rowOf('1', { stages: [] }, { guessed: ['title', 'stages'], missing: ['stages'] });
    const [changed] = applyChanges([row], [{ row: '1', set: { stages: ['decision'] } }]);
    expect(changed?.missing).toEqual([]);
    expect(changed?.guessed).toEqual(['title']);
  });

  it('is taken back by what was before', () => {
    const rows = [rowOf('1'), rowOf('2', { title: 'Another' })];
    const changes = [{ row: '2', set: { title: 'New', tags: ['roi'] } }];
    const before = beforeOf(rows, changes);
    expect(before).toEqual([{ row: '2', set: { title: 'Another', tags: [] }, guessed: [] }]);
    expect(applyChanges(applyChanges(rows, changes), before).map((row) => row.fields)).toEqual(
      rows.map((row) => row.fields),
    );
  });
});
