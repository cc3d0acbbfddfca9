import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowBlobs, TermStore } from '../../../../src/platform/text-index/term-store.ts';

/** What a table has of a row: of another length for each. */
function blobs(row: number): RowBlobs {
  const stems = Uint32Array.from({ length: row % 7 }, (_, at) => row * 1000 + at);
  return [row, new Uint8Array(stems.buffer), Uint8Array.from({ length: row % 11 }, (_, at) => row + at)];
}

const read = (missing: readonly number[]): RowBlobs[] => missing.map(blobs);

function look(lease: ReturnType<TermStore['lease']>): unknown {
  return [...lease.of].map(([row, { stems, data }]) => [row, [...stems], [...data]]).sort();
}

function expected(rows: readonly number[]): unknown {
  return [...new Set(rows)]
    .map((row) => {
      const [, stems, data] = blobs(row);
      return [row, [...new Uint32Array(stems.buffer)], [...data]];
    })
    .sort();
}

describe('rows of words that are kept', () => {
  it('are as they were read until they are released, whatever else is asked for meanwhile', () => {
    const step = fc.record({
      rows: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
      released: fc.nat({ max: 3 }),
      clear: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 8, max: 400 }), (steps, half) => {
        const store = new TermStore(half);
        const open: { readonly rows: readonly number[]; readonly lease: ReturnType<TermStore['lease']> }[] =
          [];
        for (const { rows, released, clear } of steps) {
          const unique = [...new Set(rows)];
          open.push({ rows: unique, lease: store.lease(unique, read) });
          if (clear && rows.length % 5 === 0) store.clear();
          for (const one of open) expect(look(one.lease)).toEqual(expected(one.rows));
          for (const { lease } of open.splice(0, released)) {
            lease.release();
            lease.release();
          }
        }
      }),
    );
  });

  it('are read once while there is room', () => {
    const store = new TermStore(1000);
    let asked = 0;
    const counted = (missing: readonly number[]): RowBlobs[] => {
      asked += missing.length;
      return read(missing);
    };
    for (let time = 0; time < 5; time += 1) store.lease([1, 2, 3], counted).release();
    expect(asked).toBe(3);
  });
});
