import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../../src/contract/presenting.ts';
import { numberOf, slideMeant } from '../../../../src/renderer/areas/presenting/show/typed.ts';

const slide = (version: string, page: number, words: string): Slide => ({
  ...{ asset: 'a_1', version, title: 'Port story', page, label: String(page), words, notes: '' },
});
/** One document whose second page is hidden. */
const deck = [
  slide('v_1', 1, 'Opening\nBerth costs'),
  slide('v_1', 3, 'Prices'),
  slide('v_1', 4, 'Berth Überblick'),
];

describe('what somebody types while they present', () => {
  it('is the number of a page; of one that is not shown the next one', () => {
    expect(slideMeant(deck, 0, '3')).toBe(1);
    expect(slideMeant(deck, 0, '2')).toBe(1);
    expect(slideMeant(deck, 0, '99')).toBe(2);
  });

  it('is the place in a pack of several documents', () => {
    const pack = [...deck, slide('v_2', 7, 'Closing')];
    expect(pack.map((_, at) => numberOf(pack, at))).toEqual([1, 2, 3, 4]);
    expect(slideMeant(pack, 0, '4')).toBe(3);
  });

  it('is a word: of a heading before that of a text, on from the page that is shown', () => {
    expect(slideMeant(deck, 0, 'berth')).toBe(2);
    expect(slideMeant(deck, 2, 'berth costs')).toBe(0);
    expect(slideMeant(deck, 0, '/uberblick')).toBe(2);
    expect(slideMeant(deck, 0, 'harbor')).toBeUndefined();
    expect(slideMeant(deck, 0, '/')).toBeUndefined();
  });
});
