import { describe, expect, it } from 'vitest';
import { splitForm } from '../../../../src/engine/search/other-forms.ts';
import type { QueryTerm } from '../../../../src/engine/search/query/parse-query.ts';
import { parseQuery } from '../../../../src/engine/search/query/parse-query.ts';

/** An index of texts that counts how often it is asked. Its vocabulary has, like the real one, words of three letters and more. */
function indexOf(...texts: readonly string[]) {
  const vocabulary = new Set(texts.flatMap((text) => text.split(' ').filter((word) => word.length > 2)));
  let asked = 0;
  return {
    asked: () => asked,
    known: async (words: readonly string[]) => {
      asked += 1;
      return new Set(words.filter((word) => vocabulary.has(word)));
    },
    match: async (group: readonly { readonly text: string }[]) => {
      asked += 1;
      const found = texts.map((text) => group.some((phrase) => ` ${text} `.includes(` ${phrase.text} `)));
      return Uint32Array.from(found.flatMap((has, row) => (has ? [row] : [])));
    },
  };
}

function term(word: string): QueryTerm {
  const [only] = parseQuery(`${word} `).terms;
  if (only === undefined) throw new Error('A word.');
  return only;
}

async function split(word: string, ...texts: readonly string[]): Promise<string | undefined> {
  return (await splitForm(indexOf(...texts), term(word)))?.text;
}

describe('a word that others write in parts', () => {
  it('is found in two', async () => {
    expect(await split('onepager', 'the one pager')).toBe('one pager');
    expect(await split('upsell', 'how to up sell')).toBe('up sell');
    expect(await split('onepager', 'one more pager')).toBeUndefined();
  });

  it('is found in three where two find nothing', async () => {
    expect(await split('gotomarket', 'our go to market plan')).toBe('go to market');
    expect(await split('endtoend', 'encrypted end to end')).toBe('end to end');
    expect(await split('returnoninvestment', 'return on investment')).toBe('return on investment');
    expect(await split('casestudytemplate', 'a case study template')).toBe('case study template');
    expect(await split('gotomarket', 'go to market', 'goto market')).toBe('goto market');
  });

  it('is left alone where the parts do not stand beside each other, or are no words', async () => {
    expect(await split('gotomarket', 'go market to')).toBeUndefined();
    expect(await split('endtoend', 'the end', 'end of it to')).toBeUndefined();
    expect(await split('competitve', 'competitive and complete')).toBeUndefined();
    expect(await split('qaxxmarket', 'qa xx market')).toBeUndefined();
  });

  it('costs two lookups more at most where nothing comes of it', async () => {
    const index = indexOf('one', 'net', 'tone', 'stone', 'to ton eon ones tone net nets tones', 'set');
    const word = 'stonetonesetonenets';
    const cuts = word.length - 2;
    expect(await splitForm(index, term(word))).toBeUndefined();
    expect(index.asked()).toBeLessThanOrEqual(1 + cuts + 2);
    const plain = indexOf('harbour freight');
    expect(await splitForm(plain, term('zeppelins'))).toBeUndefined();
    expect(plain.asked()).toBe(1);
  });
});
