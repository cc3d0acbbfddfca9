import { decimalSign } from './decimal-sign.ts';
import { LARGEST_AMOUNT } from './limits.ts';

/** Amounts of money as people type them: `180k`, `1.2m`, `1,2 Mio.`, `1.200.000`. */

/** Why a text is no amount. */
export type UnclearAmount = 'unclear' | 'below-zero' | 'too-much';

/** What a text says as an amount. */
export type ReadAmount =
  | { readonly read: 'amount'; readonly amount: number }
  | { readonly read: 'nothing' }
  | { readonly read: 'unclear'; readonly why: UnclearAmount };

/** More than anybody types: what is longer was pasted by mistake. */
const LONGEST = 60;

/** Words mean one number wherever they are written; `in`: only in these languages, as another has the same word for another number. */
const FACTORS: readonly (readonly [RegExp, number, { readonly in: readonly string[] }?])[] = [
  [/^(k|tsd|tausend|thousand|thsd|mille)$/, 1e3],
  [/^mil$/, 1e3, { in: ['es', 'pt', 'ca', 'gl'] }],
  [/^(m|mm|mn|mio|mill|mln|million|millions|millionen|millones|millón|millon)$/, 1e6],
  [/^(b|bn|mrd|md|mds|milliarde|milliarden|milliard|milliards|mil millones)$/, 1e9],
  [/^billions?$/, 1e9, { in: ['en'] }],
  [/^(l|lakh|lakhs|lac)$/, 1e5],
  [/^(cr|crore|crores)$/, 1e7],
];

/** Reads an amount; separators as the person's locale has them where they could mean two things. The result has at most two decimals. */
export function parseAmount(text: string, locale?: string): ReadAmount {
  // A raised mark or a fraction is no digit of the number that it stands at.
  if (text.length > LONGEST || /\p{No}/u.test(text)) return unclear(text);
  const plain = withoutCurrency(asciiDigits(text.normalize('NFKC')).toLowerCase()).trim();
  if (plain === '') return text.trim() === '' ? { read: 'nothing' } : unclear(text);
  const parts = /^\+?([\d.,'’\s\u066b\u066c]*\d)\s*([\p{L}][\p{L}. ]*)?$/u.exec(plain);
  const digits = parts?.[1];
  const factor = factorOf(parts?.[2] ?? '', locale);
  if (digits === undefined || factor === undefined) return unclear(text);
  const number = readNumber(digits, factor > 1, locale);
  if (number === undefined) return unclear(text);
  const amount = Math.round(number * factor * 100) / 100;
  if (amount > LARGEST_AMOUNT) return { read: 'unclear', why: 'too-much' };
  return { read: 'amount', amount };
}

function unclear(text: string): ReadAmount {
  return { read: 'unclear', why: /^\s*[-–−]/.test(text) ? 'below-zero' : 'unclear' };
}

/** Digits of any script as 0 to 9. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The digits of a script stand in a row from its zero on: count back to it.
    let zero = code;
    while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return code < 0x80 ? digit : String((code - zero) % 10);
  });
}

/** People write a currency's sign or code before or behind the number: it is taken for the hub's own. */
function withoutCurrency(text: string): string {
  const code =
    '(?:us\\$|\\p{Sc}|(?<!\\p{L})(?:eur|euros?|usd|dollars?|gbp|chf|sek|nok|dkk|pln|czk|jpy|cny|inr|rs|aud|cad|brl|mxn|zar|fr)(?!\\p{L}))\\.?';
  return text.replace(new RegExp(`^\\s*${code}\\s*|\\s*${code}(?:\\s*)$`, 'gu'), ' ');
}

/** What a number is multiplied with by the word behind it; undefined for a word that says nothing. */
function factorOf(word: string, locale: string | undefined): number | undefined {
  const plain = word.replaceAll('.', '').replace(/\s+/g, ' ').trim();
  if (plain === '') return 1;
  const found = FACTORS.find(([form]) => form.test(plain));
  const language = new Intl.Locale(new Intl.NumberFormat(locale).resolvedOptions().locale).language;
  return found?.[2]?.in.includes(language) === false ? undefined : found?.[1];
}

/** A number with its separators; undefined where they do not stand as separators do. */
function readNumber(text: string, scaled: boolean, locale: string | undefined): number | undefined {
  const digits = text
    .replaceAll('’', "'")
    .replace(/[\s\u066c]/g, ' ')
    .replaceAll('\u066b', ',')
    .trim();
  const point = decimalPoint(digits, scaled, locale);
  const at = point === undefined ? digits.length : digits.lastIndexOf(point);
  const whole = digits.slice(0, at);
  const part = digits.slice(at + 1);
  const isWhole = isGrouped(whole) || (whole === '' && part !== '');
  if (!/^\d*$/.test(part) || (!scaled && part.length > 2) || !isWhole) return undefined;
  return Number(`${whole.replace(/\D/g, '')}.${part === '' ? '0' : part}`);
}

/** Which of the separators parts the decimals, if one does. */
function decimalPoint(digits: string, scaled: boolean, locale: string | undefined): '.' | ',' | undefined {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return undefined;
  const sign = digits.charAt(last) as '.' | ',';
  const others = digits.slice(0, last);
  // ‘1.200.000’: what stands twice parts thousands. ‘1.200,50’: the last of two kinds parts decimals.
  if (others.includes(sign)) return undefined;
  const behind = digits.length - last - 1;
  if (/[.,' ]/.test(others) || behind !== 3) return sign;
  // ‘0.500’ and ‘1234.567’ part no thousands; ‘1.200’ parts thousands, for money has no three decimals; ‘1.200m’ is as the locale has it.
  if (!/^[1-9]\d{0,2}$/.test(others)) return sign;
  return scaled && decimalSign(locale) === sign ? sign : undefined;
}

/** True for digits whose thousands are parted alike, in threes or as in India, or not at all. */
function isGrouped(whole: string): boolean {
  return (
    /^\d+$/.test(whole) ||
    /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole)
  );
}
