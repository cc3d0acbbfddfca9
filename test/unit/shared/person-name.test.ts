import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../src/domain/registry.ts';
import { lookAlikes, skeletonOf } from '../../../src/engine/people/look-alikes.ts';
import { cleanName } from '../../../src/shared/person-name.ts';

describe('a name', () => {
  it.each([
    ['is turned around', 'Anna \u{202e}greB', 'Anna greB'],
    ['is isolated', '\u{2068}Anna\u{2069} \u{200f}Berg', 'Anna Berg'],
    ['has what can’t be seen', 'An\u{200b}na\u{ad} \u{feff}Be\u{200d}rg\u{2060}', 'Anna Berg'],
    ['has controls', 'Anna\u{1b}[31m\u{0} Berg\u{7f}\r\n\tX', 'Anna[31m Berg X'],
    ['has tags and private characters', 'Anna\u{e0041}\u{e000}\u{10fffd} Berg', 'Anna Berg'],
    ['has blanks of many kinds', '\u{3000}Anna\u{a0}\u{2003}\u{3164} Berg\u{2028}', 'Anna Berg'],
    ['is composed', 'Ånna', 'Ånna'],
    ['needs its joiners', 'علی\u{200c}رضا', 'علی\u{200c}رضا'],
    ['has an emoji of several parts', 'Kim 👩\u{200d}💻', 'Kim 👩\u{200d}💻'],
    ['is plain', 'Zoë O’Neill-Śmigły', 'Zoë O’Neill-Śmigły'],
  ])('that %s shows what is in it', (_, name, shown) => {
    expect(cleanName(name)).toBe(shown);
  });

  it('holds no control, format or bidirectional character, and is clean for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const shown = cleanName(name);
        expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u);
        expect(cleanName(shown)).toBe(shown);
      }),
    );
  });

  it('in an old journal is shown clean, and of one with nothing to show the event does not fit', () => {
    const body = (name: string) => ({ member: `m_${'0'.repeat(16)}`, name });
    const read = (name: string) => MODEL.read({ kind: 'member-renamed', body: body(name) });
    expect(read('Ro\u{202e}bin')).toMatchObject({ read: 'known', draft: { body: { name: 'Robin' } } });
    expect(read('\u{200b}\u{202e}').read).toBe('invalid-body');
  });
});

describe('names that look alike', () => {
  it.each([
    'Аnna Веrg',
    'Αnna Βerg',
    'ANNA BERG',
    'Ann\u{200b}a  Berg',
    'Ånna Bérg',
    '𝐀nna Berg',
    'Ａnna Berg',
    'Anna-Berg',
  ])('are told of %s', (name) => expect(skeletonOf(name)).toBe(skeletonOf('Anna Berg')));

  it('are not told of other names', () => {
    for (const name of ['Anna Bern', 'Hanna Berg', 'Anne Berg', 'Berg Anna'])
      expect(skeletonOf(name)).not.toBe(skeletonOf('Anna Berg'));
  });

  it('marks both, each with the other’s name', () => {
    const people = [
      { id: 'lead', name: 'Anna Berg', rank: 3 },
      { id: 'new', name: 'Аnnа Berg', rank: 0 },
      { id: 'third', name: 'anna berg', rank: 1 },
      { id: 'other', name: 'Ben', rank: 1 },
    ];
    expect([...lookAlikes(people)].sort()).toEqual([
      ['lead', 'anna berg'],
      ['new', 'Anna Berg'],
      ['third', 'Anna Berg'],
    ]);
  });
});
