import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsPattern, patternOfFolder } from '../../../src/shared/path-pattern.ts';

describe('a pattern of paths', () => {
  it.each([
    ['Sales/Battlecards/payvane.md', '*/Battlecards/*', true],
    ['Battlecards/payvane.md', '*/battlecards/*', true],
    ['Sales/Battlecards/2026/payvane.md', '*/Battlecards/*', true],
    ['Sales/Old battlecards/payvane.md', '*/Battlecards/*', false],
    ['Sales/Decks/pitch.pptx', 'Sales/*', true],
    ['Marketing/Sales/pitch.pptx', 'Sales/*', false],
    ['Sales/Decks/pitch.pptx', '*.pptx', true],
    ['Sales/Decks/pitch.pptx', '*pitch*', true],
    ['Sales/Decks/pitch.pptx', '', false],
  ])('%s, %s: %s', (path, pattern, fits) => {
    expect(fitsPattern(path, pattern)).toBe(fits);
  });

  it('of a folder fits everything in folders of that name', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => !/[/*\\]/.test(text) && text.trim() === text);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), name, name, (above, folder, file) => {
        const path = [...above, folder].join('/');
        expect(fitsPattern(`${path}/${file}`, patternOfFolder(path))).toBe(true);
      }),
    );
  });

  it('answers at once whatever somebody wrote', () => {
    const path = `${'a'.repeat(500)}/x`;
    expect(fitsPattern(path, `${'*a'.repeat(150)}b`)).toBe(false);
  });
});
