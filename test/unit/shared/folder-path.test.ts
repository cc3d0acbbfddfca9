import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderPath, foldersOf } from '../../../src/shared/folder-path.ts';
import { LONGEST_PATH } from '../../../src/shared/limits.ts';

describe('the folder of an asset', () => {
  it('is written the same whatever system it came from', () => {
    expect(folderPath('Drive\\Sales\\02 Case studies')).toBe('Drive/Sales/02 Case studies');
    expect(folderPath('/Drive//Sales/')).toBe('Drive/Sales');
    expect(folderPath('Sales\u202e/\u0007 Decks ')).toBe('Sales/Decks');
  });

  it('loses its upper folders where it is too long for one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 700 }), { maxLength: 6 }), (names) => {
        const path = folderPath(names.join('/'));
        expect(path.length).toBeLessThanOrEqual(LONGEST_PATH);
        expect(folderPath(path)).toBe(path);
      }),
    );
  });

  it('is found by itself and by all that it lies in', () => {
    expect(foldersOf('Sales/Decks/2026')).toEqual(['Sales', 'Sales/Decks', 'Sales/Decks/2026']);
    expect(foldersOf('')).toEqual([]);
  });
});
