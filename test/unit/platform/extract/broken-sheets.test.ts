import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../fixtures/documents/make-package.ts';
import { makePriceList } from '../../../fixtures/documents/make-price-list.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const WORDS = [
  '-1',
  '99999999999',
  'NaN',
  '',
  '"',
  '<',
  'A1:XFD1048576',
  'theme="99"',
  '/>',
  ']]>',
  '\u0003',
];

/** Numbers that seem to come by chance, the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** The workbook with a few places of one of its parts cut out, written over or made other values. */
function broken(workbook: Uint8Array, seed: number): Uint8Array {
  const next = chance(seed);
  const parts: Record<string, Uint8Array> = unzipSync(workbook);
  const names = Object.keys(parts).filter((name) => name.startsWith('xl/'));
  const name = names[next(names.length)] ?? '';
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (let times = 1 + next(4); times > 0; times -= 1) {
    const at = next(text.length + 1);
    const quote = text.indexOf('"', at);
    const end = text.indexOf('"', quote + 1);
    const word = WORDS[next(WORDS.length)] ?? '';
    if (next(2) === 0 && quote >= 0 && end > quote) text = text.slice(0, quote + 1) + word + text.slice(end);
    else text = text.slice(0, at) + word + text.slice(at + next(40));
  }
  return makeZip({ ...parts, [name]: strToU8(text) });
}

describe('a workbook that is broken anywhere', () => {
  it('is read, drawn and shown as far as it goes, and stops nothing', async () => {
    const whole = makePriceList(3);
    for (let seed = 1; seed <= 60; seed += 1) {
      const workbook = broken(whole, seed);
      const outcome = await docs.extractor().extract(await docs.write('a.xlsx', workbook), 'a.xlsx');
      expect(outcome.outcome, `seed ${seed}`).toBe('extracted');
      expect((await docs.preview('a.xlsx', workbook, 'xlsx')).preview, `seed ${seed}`).toBe('sheets');
    }
  });
});
