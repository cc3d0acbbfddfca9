import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, RAISED_OR_LOWERED, soughtForm, writeAt } from '../../../src/shared/raised.ts';
import { strike, struckParts, withoutStrokes } from '../../../src/shared/struck.ts';

describe('a raised or lowered text', () => {
  it('is written in the characters that Unicode has for it', () => {
    expect(`€39${writeAt('raised', '1')}`).toBe('€39¹');
    expect(`CO${writeAt('lowered', '2')}`).toBe('CO₂');
    expect(`20${writeAt('raised', 'th')}`).toBe('20ᵗʰ');
    expect(`39${writeAt('raised', '1, 2)')}`).toBe('39¹, ²⁾');
    expect(`10${writeAt('raised', '-6')}`).toBe('10⁻⁶');
  });

  it('is a sign where there is one', () => {
    expect([writeAt('raised', 'TM'), writeAt('raised', 'sm'), writeAt('raised', '®')]).toEqual([
      '™',
      '℠',
      '®',
    ]);
  });

  it('stays apart from its neighbours where it has no such characters', () => {
    for (const text of ['Ω', '日', 'see the small print'])
      expect(`39${writeAt('raised', text)}`).toMatch(/^39\s/u);
  });

  it('never adds a letter or digit to the word before', () => {
    fc.assert(
      fc.property(fc.constantFrom('raised' as const, 'lowered' as const), fc.string(), (level, text) => {
        const written = writeAt(level, text);
        if (/[\p{L}\p{N}]/u.test(text.charAt(0))) {
          const [first] = [...written];
          expect(first === undefined || RAISED_OR_LOWERED.test(first) || /\s/u.test(first)).toBe(true);
        }
      }),
    );
  });

  it('is told apart again for drawing', () => {
    expect(levelsOf('€39¹ for H₂O')).toEqual([
      { text: '€39' },
      { text: '1', level: 'raised' },
      { text: ' for H' },
      { text: '2', level: 'lowered' },
      { text: 'O' },
    ]);
  });

  it('means something for finding that is as long as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[⁰¹²³⁴-⁾ᵃ-ᵖ₀-₉ₐ]{1,6}$/u), (before, run) => {
        const [found] = RAISED_OR_LOWERED.exec(run) ?? [];
        if (found !== undefined) expect(soughtForm(found, before).text).toHaveLength(found.length);
      }),
    );
  });
});

describe('a struck text', () => {
  it('is told from what is not, with the spaces in it', () => {
    expect(struckParts(`was ${strike('€49 a month')} now €39`)).toEqual([
      { text: 'was ', struck: false },
      { text: '€49 a month', struck: true },
      { text: ' now €39', struck: false },
    ]);
  });

  it('loses nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (struck, plain) => {
        const text = `${strike(struck)}${plain}`;
        const parts = struckParts(text).map((part) => part.text);
        expect(parts.join('')).toBe(withoutStrokes(text));
      }),
    );
  });
});
