import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FindRequest,
  hitRequest,
  makeMatcher,
  needlesOf,
} from '../../../../src/renderer/areas/reader/document/find-text.ts';
import { withoutLigatures } from '../../../../src/renderer/areas/reader/document/use-plain-copy.ts';
import { ON_THE_LINE, RAISED_OR_LOWERED } from '../../../../src/shared/raised.ts';

function found(request: FindRequest, text: string): string[] {
  return makeMatcher(request)(text).map(({ index, length }) => text.slice(index, index + length));
}

describe('finding text in a document', () => {
  it('does not mind case and accents', () => {
    expect(found({ kind: 'text', text: 'résumé' }, 'RESUME, Résumé and re\u0301sume\u0301')).toEqual([
      'RESUME',
      'Résumé',
      're\u0301sume\u0301',
    ]);
  });

  it('takes any white space for a space', () => {
    expect(found({ kind: 'text', text: 'nine percent' }, 'saved nine\n  percent')).toEqual([
      'nine\n  percent',
    ]);
  });

  it('finds the letters of a ligature', () => {
    expect(found({ kind: 'text', text: 'office' }, 'our of\ufb01ce')).toEqual(['of\ufb01ce']);
  });

  it('marks whole words of a search only', () => {
    expect(found({ kind: 'terms', terms: ['nine'] }, 'nine, nineteen, canine, Nine')).toEqual([
      'nine',
      'Nine',
    ]);
  });

  it('marks the whole word that begins with the word being typed', () => {
    expect(found({ kind: 'terms', terms: [], prefix: 'pay' }, 'payback repay PAYMENT')).toEqual([
      'payback',
      'PAYMENT',
    ]);
  });

  it('finds words of scripts without spaces inside a run of text', () => {
    expect(found({ kind: 'terms', terms: ['数据'] }, '节点数据集的应用')).toEqual(['数据']);
  });

  it('finds a phrase', () => {
    expect(found({ kind: 'terms', terms: ['net present value'] }, 'The net present\nvalue is')).toEqual([
      'net present\nvalue',
    ]);
  });

  it('finds nothing when nothing is asked for', () => {
    expect(found({ kind: 'text', text: '  ' }, 'a  b')).toEqual([]);
    expect(found({ kind: 'terms', terms: [''] }, 'a b')).toEqual([]);
  });

  it('answers places inside the text, in order, without overlaps, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
        (text, terms) => {
          let end = 0;
          for (const place of makeMatcher({ kind: 'terms', terms, prefix: 'a' })(text)) {
            expect(place.index).toBeGreaterThanOrEqual(end);
            expect(place.length).toBeGreaterThan(0);
            end = place.index + place.length;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('finds a text in itself, unless nothing of it is looked for: white space, accents, raised marks', () => {
    const word = new RegExp(`[${ON_THE_LINE}]`, 'u');
    const marks = new RegExp(RAISED_OR_LOWERED, 'gu');
    const isFound = (text: string): boolean =>
      makeMatcher({ kind: 'text', text })(`before ${text} after`).length > 0;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const onTheLine = text.replaceAll(marks, '').normalize('NFKC');
        const isNothing = needlesOf({ kind: 'text', text }).length === 0 && !word.test(onTheLine);
        expect(isFound(text) || isNothing).toBe(true);
      }),
    );
    expect(['\u2070', '\u02d8', ' '].map(isFound)).toEqual([false, false, false]);
    expect(['x\u2070', '€', '%', 'm²'].map(isFound)).toEqual([true, true, true, true]);
  });
});

describe('what a search marks', () => {
  it('is what the engine found, and what begins with the last word', () => {
    expect(hitRequest({ words: 'the paymnt', terms: ['payment'] })).toEqual({
      kind: 'terms',
      terms: ['payment'],
    });
    expect(hitRequest({ words: 'roi pay', terms: ['roi', 'payback'] })).toEqual({
      kind: 'terms',
      terms: ['roi', 'payback'],
      prefix: 'pay',
    });
  });

  it('is what was typed while the engine has found nothing', () => {
    expect(hitRequest({ words: '"roi" (case)', terms: [] })).toEqual({
      kind: 'terms',
      terms: ['roi', 'case'],
    });
  });

  it('marks nothing where a search had operators alone', () => {
    expect(hitRequest({ words: '', terms: [] })).toBeNull();
  });
});

describe('raised and lowered characters', () => {
  const places = (text: string, ...terms: string[]) =>
    makeMatcher({ kind: 'terms', terms })(text).map(({ index, length }) => text.slice(index, index + length));

  it('stay apart from the price that they stand at', () => {
    expect(places('€39¹ a month', '39')).toEqual(['39']);
    expect(places('€39¹ a month', '391')).toEqual([]);
    expect(places('Only $39⁹⁹', '39', '99')).toEqual(['39', '⁹⁹']);
  });

  it('are part of the word that they complete', () => {
    expect(places('12 t CO₂ on 5 m² by the 20ᵗʰ', 'co₂', 'm2', '20th')).toEqual(['CO₂', 'm²', '20ᵗʰ']);
    expect(places('Nexo™ pricing', 'nexo')).toEqual(['Nexo']);
  });
});

describe('what is copied', () => {
  it('has letters in place of ligatures, and everything else as it is', () => {
    expect(withoutLigatures('oﬃce e\u0301 ½ €39¹ ﬁrst ﬅop')).toBe('office e\u0301 ½ €39¹ first stop');
  });
});
