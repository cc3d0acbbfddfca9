import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBounded, parseBoundedObject } from '../../../src/shared/bounded-json.ts';
import { canonicalJson } from '../../../src/shared/canonical-json.ts';

describe('the parser of what others wrote', () => {
  it('gives what JSON says, for everything that is within its limits', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseBounded(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives nothing that has no canonical text', () => {
    const pieces = fc.constantFrom(
      ...[
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '"',
        '\\ud800',
        '\\udc00',
        '\\',
        'a',
        '1',
        '-',
        '.',
        'e',
        '9',
        'null',
        ' ',
      ],
    );
    const texts = fc.oneof(
      fc.json({ maxDepth: 80 }),
      fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const value = parseBounded(text);
        if (value !== undefined) canonicalJson(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a number beyond all numbers', '{"x":1e400}'],
    ['one below all', '{"x":[-1e999]}'],
    ['20,000 lists in each other', `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['65 objects in each other', `${'{"x":'.repeat(65)}1${'}'.repeat(65)}`],
    ['half a character', '{"x":"\\ud800"}'],
    ['half a character in a name', '{"\\uDFFF":1}'],
    ['half a text', '{"x":'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseBounded(text)).toBeUndefined();
  });

  it('takes 64 objects in each other, whole pairs of halves, and names that mean something to JavaScript', () => {
    expect(parseBounded(`${'{"x":'.repeat(64)}1${'}'.repeat(64)}`)).toBeDefined();
    expect(parseBounded('"\\ud83d\\ude00"')).toBe('😀');
    const named = parseBoundedObject('{"__proto__":{"a":1},"toJSON":1}');
    expect(Object.keys(named ?? {})).toEqual(['__proto__', 'toJSON']);
  });

  it('takes only objects where one is needed', () => {
    for (const text of ['[]', 'null', '1', '"x"', 'true']) expect(parseBoundedObject(text)).toBeUndefined();
  });
});
