import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../src/shared/amount.ts';

const amountOf = (text: string, locale = 'en-US') => {
  const read = parseAmount(text, locale);
  return read.read === 'amount' ? read.amount : read.read;
};

describe('an amount', () => {
  it.each([
    ['180k', 180_000],
    ['180 K', 180_000],
    ['1.2m', 1_200_000],
    ['1,2 Mio.', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1,200,000', 1_200_000],
    ["1'200'000", 1_200_000],
    ['1’200’000.50', 1_200_000.5],
    ['1 200 000', 1_200_000],
    ['1\u00a0200\u202f000', 1_200_000],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1.200,50', 1200.5],
    ['1,200.50', 1200.5],
    ['180 Tsd. €', 180_000],
    ['€180k', 180_000],
    ['EUR 1.2m', 1_200_000],
    ['$ 45,000', 45_000],
    ['45000 USD', 45_000],
    ['2 Mrd', 2_000_000_000],
    ['1.5bn', 1_500_000_000],
    ['3 millones', 3_000_000],
    ['2 M€', 2_000_000],
    ['12,00,000', 1_200_000],
    ['5 lakh', 500_000],
    ['0', 0],
    ['.5m', 500_000],
    ['0.500m', 500_000],
    ['１８０ｋ', 180_000],
    ['١٨٠٠٠٠', 180_000],
    ['99.90', 99.9],
  ])('%j is %d, in English', (text, amount) => expect(amountOf(text)).toBe(amount));

  it.each(['180k', '1.2m', '1,2 Mio.', '1.200.000', '1,200,000', '1.200', '1,200'])(
    '%j is the same in German, French and Spanish',
    (text) => {
      for (const locale of ['de-DE', 'fr-FR', 'es-ES', 'de-CH']) {
        expect([locale, amountOf(text, locale)]).toEqual([locale, amountOf(text, 'en-US')]);
      }
    },
  );

  it('is read as the person’s locale has it where it could be two things', () => {
    expect(amountOf('1.200m', 'en-US')).toBe(1_200_000);
    expect(amountOf('1.200k', 'de-DE')).toBe(1_200_000);
    expect(amountOf('1,200k', 'de-DE')).toBe(1_200);
  });

  it('is not made of a footnote’s mark or a fraction', () => {
    expect(['39¹', '5²', '180k¹', '½', '1½', '①'].map((text) => amountOf(text))).toEqual(
      new Array(6).fill('unclear'),
    );
  });

  it('is refused where a word is another number in another language', () => {
    expect(amountOf('2 mil', 'en-US')).toBe('unclear');
    expect(amountOf('2 mil', 'es-ES')).toBe(2000);
    expect(amountOf('1 billion', 'en-GB')).toBe(1e9);
    expect(amountOf('1 Billion', 'de-DE')).toBe('unclear');
    expect(amountOf('1 Bio.', 'de-DE')).toBe('unclear');
  });

  it('is refused at once where a whole page was pasted', () => {
    expect(
      ['1'.repeat(400), `${' '.repeat(1_000_000)}x`, '1 '.repeat(500_000)].map((text) => amountOf(text)),
    ).toEqual(new Array(3).fill('unclear'));
  });

  it('is nothing where nothing is typed', () => {
    expect(parseAmount('  ')).toEqual({ read: 'nothing' });
  });

  it.each([
    'abc',
    '180x',
    '-5',
    '100-200k',
    '~180k',
    '1.2.3',
    '1,20,3',
    '1..2',
    '12.3456',
    'k',
    '€',
    '5 k m',
    '1e5',
    '10%',
  ])('is not guessed from %j', (text) => {
    const why = text.startsWith('-') ? 'below-zero' : 'unclear';
    expect(parseAmount(text, 'en-US')).toEqual({ read: 'unclear', why });
  });

  it('is not more than any deal', () => {
    expect(parseAmount('2000bn')).toEqual({ read: 'unclear', why: 'too-much' });
  });

  it('comes back as it was written, in every locale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'es-ES', 'de-CH', 'en-IN', 'sv-SE', 'pl-PL'),
        fc.constantFrom(0, 2),
        (amount, locale, digits) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(amount);
          expect(amountOf(text, locale)).toBe(amount);
        },
      ),
    );
  });

  it('never throws and is never negative or not a number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const amount = amountOf(text);
        expect(typeof amount === 'string' || (amount >= 0 && Number.isFinite(amount))).toBe(true);
      }),
    );
  });
});
