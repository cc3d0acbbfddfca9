/**
 * What makes near pages meet without comparing all with all: MinHash (Broder 1997) in bands (Leskovec, Rajaraman, Ullman, 'Mining of
 * Massive Datasets', chapter 3). Pages that agree in one band are compared. With 32 bands of three rows pages of a Jaccard of 0.45 meet with 95 %, of
 * 0.6 with 99.9 %, of 0.1 with 3 %.
 */

export const BANDS = 32;
const ROWS = 3;

/** The same on every device and in every run, though nothing depends on it: prints keep shingles, not bands. */
const FACTORS = new Uint32Array(BANDS * ROWS);
const SALTS = new Uint32Array(BANDS * ROWS);
let state = 0x9e3779b9;
for (let at = 0; at < FACTORS.length; at += 1) {
  FACTORS[at] = step() | 1;
  SALTS[at] = step();
}

/** The next number of a series (xorshift32, Marsaglia 2003). */
function step(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/** Writes the keys of a set's bands to `into`, from `at` on. */
export function putBands(set: ArrayLike<number>, into: Uint32Array, at: number): void {
  for (let band = 0; band < BANDS; band += 1) {
    let key = band + 1;
    for (let row = 0; row < ROWS; row += 1) {
      const hash = band * ROWS + row;
      key = Math.imul(key ^ smallest(set, SALTS[hash] ?? 0, FACTORS[hash] ?? 1), 0x9e3779b1);
      key ^= key >>> 15;
    }
    into[at + band] = key >>> 0;
  }
}

function smallest(set: ArrayLike<number>, salt: number, factor: number): number {
  let least = 0xffffffff;
  for (let at = 0; at < set.length; at += 1) {
    const hash = Math.imul((set[at] ?? 0) ^ salt, factor) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}
