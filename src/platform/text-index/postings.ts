import type { StemRows } from '../../engine/ports/text-index.ts';

/**
 * Which rows have a stem, as they lie in the table: for every block of 1,024 rows two bytes a row, ten bits for the row within the block and six for its
 * level. New rows come behind all others, so that writing adds to the last block of a stem alone.
 */

const BLOCK_BITS = 10;
const LEVEL_BITS = 6;
const ROWS_OF_BLOCK = 1 << BLOCK_BITS;
const HIGHEST_LEVEL = (1 << LEVEL_BITS) - 1;

/** The block that a row is in. */
export function blockOf(row: number): number {
  return Math.floor(row / ROWS_OF_BLOCK);
}

/** Gathers the rows of one transaction by their stems; rows are to be added in ascending order. */
export class PostingBatch {
  readonly #byStem = new Map<number, { rows: number[]; levels: number[] }>();

  add(row: number, stems: Uint32Array, levels: Uint8Array): void {
    for (const [at, stem] of stems.entries()) {
      const known = this.#byStem.get(stem);
      const level = Math.min(HIGHEST_LEVEL, levels[at] ?? 0);
      if (known === undefined) this.#byStem.set(stem, { rows: [row], levels: [level] });
      else {
        known.rows.push(row);
        known.levels.push(level);
      }
    }
  }

  /** What each stem's blocks get, in the order of the table: neighbours lie on the same pages of the file. */
  *blocks(): Generator<{ readonly stem: number; readonly block: number; readonly data: Buffer }> {
    for (const stem of Uint32Array.from(this.#byStem.keys()).sort()) {
      const { rows, levels } = this.#byStem.get(stem) ?? { rows: [], levels: [] };
      for (let from = 0; from < rows.length; ) {
        const block = blockOf(rows[from] ?? 0);
        let to = from;
        while (to < rows.length && blockOf(rows[to] ?? 0) === block) to += 1;
        const packed = Uint16Array.from(rows.slice(from, to), (row, at) =>
          packedOf(row, levels[from + at] ?? 0),
        );
        yield { stem, block, data: Buffer.from(packed.buffer) };
        from = to;
      }
    }
  }
}

/** The rows of a stem's blocks, which are in ascending order. */
export function postingsIn(blocks: readonly (readonly [block: number, data: Uint8Array])[]): StemRows {
  const count = blocks.reduce((sum, [, data]) => sum + (data.byteLength >> 1), 0);
  const rows = new Uint32Array(count);
  const levels = new Uint8Array(count);
  let to = 0;
  for (const [block, data] of blocks) {
    const first = block * ROWS_OF_BLOCK;
    for (const packed of packedIn(data)) {
      rows[to] = first + (packed >> LEVEL_BITS);
      levels[to] = packed & HIGHEST_LEVEL;
      to += 1;
    }
  }
  return { rows, levels };
}

/** A block's data without a row. */
export function withoutRow(data: Uint8Array, row: number): Buffer {
  const within = row % ROWS_OF_BLOCK;
  const rest = packedIn(data).filter((packed) => packed >> LEVEL_BITS !== within);
  return Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength);
}

function packedOf(row: number, level: number): number {
  return ((row % ROWS_OF_BLOCK) << LEVEL_BITS) | level;
}

/** They can only be seen in place where they begin at a multiple of two. */
function packedIn(data: Uint8Array): Uint16Array {
  const aligned = data.byteOffset % 2 === 0 ? data : data.slice();
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 1);
}
