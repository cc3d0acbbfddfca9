import { MORE_THAN_FACTORS } from '../../domain/search/ranking.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { MatchedRows } from './matching.ts';
import type { QueryCode } from './query/query-codes.ts';
import { STRONGEST_TO_WEAKEST } from './text-strength.ts';

/** The very string first: what lifts rows that have the strings with signs of a query as they were typed. */

/** How near a row comes to a string: it has it in other signs, or its words side by side; or it has the very string. */
const NEAR = 0.5;
const EXACT = 1;
/** One of these is more than all that ranks beside it. */
const STEP = STRONGEST_TO_WEAKEST * MORE_THAN_FACTORS;
/** Shares of several strings add up to a little less than one. */
const ROUNDING = 1e-6;
/** In a sentence a string is one word among others. */
const IN_SENTENCE = 1;

/** By position, what the text factor of a row is multiplied with, and whether it has all strings as they were typed. */
type ExactStrings = { readonly lifts: Float64Array; readonly strings: Uint8Array };

/** What the strings with signs of a query say of the rows; undefined where it has none. */
export async function exactStrings(
  codes: readonly QueryCode[],
  { rows, sentence }: MatchedRows,
  index: TextIndex,
): Promise<ExactStrings | undefined> {
  if (codes.length === 0) return undefined;
  const levels = new Map<number, number>();
  for (const { exact, others, words, prefix } of codes) {
    const near = [...others, ...(words === undefined ? [] : [words])].map((text) => ({
      text,
      prefix: false,
    }));
    const has = new Map<number, number>();
    if (near.length > 0) for (const row of await index.match(near, 'anywhere')) has.set(row, NEAR);
    for (const row of await index.match([{ text: exact, prefix }], 'anywhere')) has.set(row, EXACT);
    for (const [row, level] of has) levels.set(row, (levels.get(row) ?? 0) + level / codes.length);
  }
  const lifts = new Float64Array(rows.length);
  const strings = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const level = levels.get(rows[at] ?? 0) ?? 0;
    lifts[at] = sentence ? 1 + IN_SENTENCE * level : STEP ** (level / NEAR);
    strings[at] = level > EXACT - ROUNDING ? 1 : 0;
  }
  return { lifts, strings };
}
