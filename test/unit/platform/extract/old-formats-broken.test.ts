import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { makeOldDeck } from '../../../fixtures/documents/make-old-deck.ts';
import { makeOldWord, OLD } from '../../../fixtures/documents/make-old-word.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** Chance that is the same each time (Numerical Recipes' linear congruential generator). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** Bytes changed here and there, numbers made large, the end cut off. */
function broken(whole: Uint8Array, seed: number): Uint8Array {
  const next = chance(seed);
  const bytes = Uint8Array.from(whole);
  for (let at = 1 + next(12); at > 0; at -= 1) {
    const place = next(bytes.length);
    if (next(3) === 0) bytes.fill([0, 0x7f, 0x80, 0xff][next(4)] ?? 0, place, place + 1 + next(4));
    else bytes[place] = next(256);
  }
  return next(8) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes;
}

const book = utils.book_new();
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ['Lane', 39.5],
    ['Belt', true],
  ]),
  'Prices',
);
const WORD = makeOldWord(
  [
    { runs: ['Offer', { text: '\u0002', changes: OLD.special }] },
    { runs: ['39 €'], changes: OLD.inTable, mark: '\u0007' },
  ],
  { notes: ['After tax.'], title: 'Offer' },
);

describe.each([
  ['doc', WORD],
  ['ppt', makeOldDeck([{ title: 'First', body: 'text', notes: 'said' }, { title: 'Second' }])],
  ['xls', write(book, { bookType: 'biff8', type: 'buffer' })],
  ['xlsb', write(book, { bookType: 'xlsb', type: 'buffer' })],
] as const)('a broken .%s', (ending, whole) => {
  it('is read as far as it goes, or said to be broken: no reader ends of it', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const name = `broken.${ending}`;
      const outcome = await docs.extractor().extract(await docs.write(name, broken(whole, seed)), name);
      const reason =
        outcome.outcome === 'extracted' && 'reason' in outcome.extraction.text
          ? outcome.extraction.text.reason
          : '';
      expect(reason, `seed ${seed}`).not.toMatch(/crashed|timed-out|out-of-memory/);
    }
  });
});

it('pieces and tables that claim more than there is take no more than there is', async () => {
  const made = makeOldWord([{ runs: ['Offer'] }], {
    pieces: (table) => {
      const claims = Buffer.from(table);
      claims.writeUInt32LE(0x7fffffff, 9);
      return claims;
    },
  });
  const read = await docs.extract('a.doc', made);
  expect(read.pages[0]?.text).toMatch(/^Offer/);
  expect(read.text).toMatchObject({ state: 'partly', reason: 'too-long' });
});
