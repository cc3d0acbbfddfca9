import type { StoredTerms, TermsLease } from '../../engine/ports/text-index.ts';
import { numbersIn } from './numbering.ts';

/**
 * Keeps what was read of rows' words lately, in two pieces of memory that are filled in turn and used again. Handed to V8 one by one instead,
 * rows that are not asked for any more stay until some sixty megabytes of them have come together.
 */
export class TermStore {
  readonly #half: number;
  #young: Half;
  #old: Half;
  /** Leases that are not released yet: what they were given must stay as it is. */
  #leases = 0;

  /** `half`: bytes of one of the two pieces. */
  constructor(half: number) {
    this.#half = half;
    this.#young = { bytes: new Uint8Array(half), used: 0, rows: new Map() };
    this.#old = { bytes: new Uint8Array(half), used: 0, rows: new Map() };
  }

  /**
   * What is known of rows; `read` is asked for the others. All of it may be looked at until the lease is released, which is to be done once.
   */
  lease(rows: readonly number[], read: (missing: readonly number[]) => Iterable<RowBlobs>): TermsLease {
    const of = new Map<number, StoredTerms>();
    const missing: number[] = [];
    // What this call hands out lies in the young piece, so the old one may be used again: once, and if nobody else looks at it.
    const place = { mayReuse: this.#leases === 0 };
    for (const row of rows) {
      const young = this.#young.rows.get(row);
      const old = young === undefined ? this.#old.rows.get(row) : undefined;
      if (young !== undefined) of.set(row, young);
      else if (old === undefined) missing.push(row);
      else of.set(row, this.#keep(row, bytesOf(old.stems), old.data.slice(), place));
    }
    if (missing.length > 0)
      for (const [row, stems, data] of read(missing)) of.set(row, this.#keep(row, stems, data, place));
    this.#leases += 1;
    let held = true;
    const release = (): void => {
      if (held) this.#leases -= 1;
      held = false;
    };
    return { of, release };
  }

  /** The tables have changed. */
  clear(): void {
    const bytes = (before: Half): Uint8Array =>
      this.#leases === 0 ? before.bytes : new Uint8Array(this.#half);
    this.#young = { bytes: bytes(this.#young), used: 0, rows: new Map() };
    this.#old = { bytes: bytes(this.#old), used: 0, rows: new Map() };
  }

  /** Both copies are of their own: the old piece may be written over. */
  #keep(row: number, stems: Uint8Array, data: Uint8Array, place: { mayReuse: boolean }): StoredTerms {
    const size = aligned(stems.byteLength) + aligned(data.byteLength);
    if (size > this.#half) return { stems: numbersIn(stems), data };
    if (this.#young.used + size > this.#half) {
      const bytes = place.mayReuse ? this.#old.bytes : new Uint8Array(this.#half);
      place.mayReuse = false;
      this.#old = this.#young;
      this.#young = { bytes, used: 0, rows: new Map() };
    }
    const { bytes, used, rows } = this.#young;
    const from = used + aligned(stems.byteLength);
    bytes.set(stems, used);
    bytes.set(data, from);
    const kept = {
      stems: numbersIn(bytes.subarray(used, used + stems.byteLength)),
      data: bytes.subarray(from, from + data.byteLength),
    };
    rows.set(row, kept);
    this.#young.used = used + size;
    return kept;
  }
}

/** A row's stems and what is kept about them, as they lie in the table. */
export type RowBlobs = readonly [row: number, stems: Uint8Array, data: Uint8Array];

type Half = { readonly bytes: Uint8Array; used: number; readonly rows: Map<number, StoredTerms> };

/** Numbers can only be seen in place where they begin at a multiple of four. */
function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.slice().buffer);
}
