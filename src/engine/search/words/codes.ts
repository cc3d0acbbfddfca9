import { isOfWord, wordStart, wordsOf } from './fold.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Strings that their signs make one: part numbers (`X-200/B`), names (`C++`, `S/4HANA`), addresses, prices, temperatures, shares. The index
 * cuts texts into words and forgets the signs, so it is given these besides, as words of their own: with their signs, so that the very string
 * comes first, and without, so that it is found by who leaves them out. Texts and queries are read by the same rules.
 */

/** A string with signs within a prepared text; [from, to). */
type Code = {
  readonly from: number;
  readonly to: number;
  /** As it is looked for: all of it with its signs, in characters that the index takes for letters. */
  readonly exact: string;
  /** What else it is found by: without signs, without its unit. */
  readonly others: readonly string[];
  /** It is a number: its parts side by side may be another one. */
  readonly isNumber: boolean;
  /** It is a number whose thousands are parted: with spaces between them it is the same one. */
  readonly hasThousands: boolean;
};
type Forms = Pick<Code, 'exact' | 'others'>;
type NumberForms = Forms & Pick<Code, 'hasThousands'>;

/** No code is longer: what is written in one go beyond that is no string that anybody types. */
const LONGEST = 96;
const SHORTEST_JOINED = 3;
/** Without their hyphens digits are a number of their own only from this many on: `10-20` is no `1020`. */
const SHORTEST_DIGITS = 6;

/** What holds a code together or belongs to it, as letters that are nobody's: the index takes private characters for letters. */
const SIGNS = '-+#./@&_:×=?~\\*%‰°$€£¥';
const PRIVATE = 0xe000;
const AS_LETTER = new Map([...SIGNS].map((sign, at) => [sign, String.fromCharCode(PRIVATE + at)]));
const AS_SIGN = new Map([...AS_LETTER].map(([sign, letter]) => [letter, sign]));
/** Other ways to write a hyphen or minus, and what parts thousands: the latter only between digits. */
const HYPHENS = /[\u2010-\u2015\u2212]/gu;
const SEPARATORS = /[,'’]/u;
const ANY_SIGN = /[-+#./@&_:×=?~\\*%‰°$€£¥,'’\u2010-\u2015\u2212]/gu;
const OF_CODE = /[-+#./@&_:×=?~\\*%‰°$€£¥\u2010-\u2015\u2212]/u;

/** What belongs to a number or name from before it and from behind it. */
const BEFORE_NUMBER = /[-+]?[$€£¥]?$/u;
const BEFORE_NAME = /(?:^\.|[@#])$/u;
const BEHIND_NUMBER = /^ ?(?:[%‰$€£¥]|°(?: ?[cfk](?![\p{L}\p{N}]))?)/iu;
const BEHIND_NAME = /^(?:\+{1,2}|#)(?![\p{L}\p{N}])/u;
const WITHIN_NUMBER = /^(\S*\d)(°[cfk])$/iu;
const NUMBER = /^([-+]?)([$€£¥]?)(\d{1,15}(?:[.,'’]\d{1,15}){0,5})$/u;
const THOUSANDS = /^[1-9]\d{0,2}([.,'’])\d{3}(?:\1\d{3})*$/u;
const ONE_SEPARATOR = /^\d+[.,]\d+$/u;
const THOUSANDS_AND_DECIMALS = /^([1-9]\d{0,2}(?:([.,'’])\d{3})+)(?!\2)[.,](\d+)$/u;
const DECIMALS = /^(\d+)[.,](\d+)$/u;
const CURRENCY = /^[$€£¥]$/u;
/** May stand behind a number with a space between them. */
const UNIT = /[%‰°$€£¥]/u;
const HYPHENATED = /^[-\p{L}\p{M}]+$/u;
const ABBREVIATED = /^\p{L}(?:\.\p{L})+$/u;
const VERSION = /^v(\d+(?:\.\d+)+)$/u;
const SCHEME = /^[a-z]{2,8}:\/\//u;

/**
 * The codes of a prepared text, in order. Linear in its length. `decimal` is what parts decimals for whoever wrote it; where that is not known, a number
 * such as `10.000` is both ten thousand and ten.
 */
export function* codesOf(text: string, decimal?: string): Generator<Code> {
  for (let done = 0; ; ) {
    ANY_SIGN.lastIndex = done;
    const at = ANY_SIGN.exec(text)?.index;
    if (at === undefined) return;
    if (endsWord(text, at)) {
      done = at + 1;
      continue;
    }
    const chunk = chunkAround(text, at, done);
    const code = chunk.to - chunk.from > LONGEST ? undefined : codeIn(text, chunk, decimal);
    done = Math.max(at + 1, chunk.to, code?.to ?? 0);
    if (code !== undefined) yield code;
  }
}

/** A word of the index as people write it: with the signs of a code. */
export function writtenCode(word: string): string {
  return [...word].map((letter) => AS_SIGN.get(letter) ?? letter).join('');
}

/** As most signs do: nothing of a code follows it. */
function endsWord(text: string, at: number): boolean {
  const sign = text[at];
  const next = text.charCodeAt(at + 1);
  return (sign === '.' || sign === ',' || sign === ':') && (Number.isNaN(next) || next <= 32);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isOfChunk(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  if (SEPARATORS.test(unit)) return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
  return OF_CODE.test(unit) || isOfWord(text, at);
}

/** What is written in one go around a sign, from `least` on; of a longer one than a code may be, all of the rest. */
function chunkAround(text: string, sign: number, least: number): { from: number; to: number } {
  let from = sign;
  const parted = UNIT.test(text[sign] ?? '') && text[sign - 1] === ' ' && isDigit(text.charCodeAt(sign - 2));
  if (parted && sign - 2 >= least) {
    while (from - 1 > least && sign - from <= LONGEST && isOfChunk(text, from - 2)) from -= 1;
    return { from: from - 1, to: sign - 1 };
  }
  while (from > least && sign - from <= LONGEST && isOfChunk(text, from - 1)) from -= 1;
  let to = sign;
  while (to < text.length && isOfChunk(text, to)) to += text.charCodeAt(to) >>> 10 === 0xd800 >>> 10 ? 2 : 1;
  return { from, to };
}

/** The code that a chunk is, with a unit that may follow it; undefined where it is a word. */
function codeIn(
  text: string,
  chunk: { readonly from: number; readonly to: number },
  decimal: string | undefined,
): Code | undefined {
  const first = wordStart(text, chunk.from);
  if (first >= chunk.to) return undefined;
  let last = chunk.to;
  while (!isOfWord(text, last - 1) && text.charCodeAt(last - 1) >>> 10 !== 0xdc00 >>> 10) last -= 1;
  const before = text.slice(chunk.from, first).replace(HYPHENS, '-');
  const lead = (isDigit(text.charCodeAt(first)) ? BEFORE_NUMBER : BEFORE_NAME).exec(before)?.[0] ?? '';
  const core = lead + text.slice(first, last).toLowerCase().replace(HYPHENS, '-');
  const rest = text.slice(last, last + 6);
  const degrees = WITHIN_NUMBER.exec(core);
  const number = NUMBER.exec(degrees?.[1] ?? core);
  const behind = (number === null ? BEHIND_NAME : BEHIND_NUMBER).exec(rest)?.[0] ?? '';
  // One currency is enough: a second one is of the next price.
  const trail = number?.[2] && CURRENCY.test(behind.trim()) ? '' : behind;
  // Letters with hyphens say no more than their words side by side, abbreviations and ‘and/or’ nothing.
  if (trail === '' && (HYPHENATED.test(core) || ABBREVIATED.test(core) || saysNothing(core)))
    return undefined;
  const ofNumber = number === null ? undefined : numberForms(number, degrees?.[2] ?? trail, decimal);
  const forms = ofNumber ?? nameForms(core, trail);
  if (forms === undefined) return undefined;
  const from = first - lead.length;
  const hasThousands = ofNumber?.hasThousands ?? false;
  return { from, to: last + trail.length, ...forms, isNumber: ofNumber !== undefined, hasThousands };
}

function saysNothing(core: string): boolean {
  for (const { word } of wordsOf(core)) if (!STOP_WORDS.has(word)) return false;
  return true;
}

/** A number with what makes it more than one; undefined where it is digits alone, or parted as no number is. */
function numberForms(
  [, sign = '', currency = '', digits = '']: RegExpExecArray,
  unit: string,
  decimal: string | undefined,
): NumberForms | undefined {
  const values = plainValues(digits, decimal);
  if (values.length === 0) return undefined;
  const suffix = unit.replaceAll(' ', '').toLowerCase();
  const [money, measure] = CURRENCY.test(suffix) ? [suffix, ''] : [currency, suffix];
  const forms = new Set(
    values.flatMap((value) => [
      `${sign}${money}${value}${measure}`,
      `${sign}${value}${measure}`,
      `${sign}${value}`,
    ]),
  );
  if (sign === '+') for (const form of [...forms]) forms.add(form.slice(1));
  if (/^\d+$/u.test(digits)) forms.delete(digits);
  const [exact, ...others] = [...forms].map(asWord);
  const hasThousands = THOUSANDS.test(digits) && /^\d+$/u.test(values[0] ?? '');
  return exact === undefined ? undefined : { exact, others, hasThousands };
}

/**
 * What a number may be, as one writes it without separators of thousands and with a point, the likeliest first: `10.000` are ten thousand where a
 * comma parts decimals, ten where a point does, and either where nobody knows. `0.125` is always less than one.
 */
function plainValues(digits: string, decimal: string | undefined): string[] {
  const separator = THOUSANDS.exec(digits)?.[1];
  if (separator === undefined) return [plainValue(digits)].filter((value) => value !== undefined);
  const whole = digits.replace(/\D/gu, '');
  // Thousands are parted more than once, decimals never; an apostrophe parts none.
  if (!ONE_SEPARATOR.test(digits) || (decimal !== undefined && separator !== decimal)) return [whole];
  const parted = digits.replace(separator, '.');
  return decimal === undefined ? [whole, parted] : [parted];
}

function plainValue(digits: string): string | undefined {
  const both = THOUSANDS_AND_DECIMALS.exec(digits);
  if (both !== null) return `${(both[1] ?? '').replace(/\D/gu, '')}.${both[3] ?? ''}`;
  if (/^\d+$/u.test(digits)) return digits;
  const decimals = DECIMALS.exec(digits);
  return decimals === null ? undefined : `${decimals[1] ?? ''}.${decimals[2] ?? ''}`;
}

function nameForms(core: string, trail: string): Forms | undefined {
  const words = Array.from(wordsOf(core), ({ word }) => word);
  if (words.length < 2 && trail === '' && words[0] === core) return undefined;
  const joined = words.join('');
  const digitsAlone = /^\d+$/u.test(joined);
  const others = new Set<string>();
  if (words.length > 1 && joined.length >= (digitsAlone ? SHORTEST_DIGITS : SHORTEST_JOINED))
    others.add(joined);
  const address = core.replace(SCHEME, '').replace(/^www\./u, '');
  if (address !== core) others.add(asWord(address)).add(asWord(`www.${address}`));
  // A version is called by its number as well.
  const version = VERSION.exec(core)?.[1];
  if (version !== undefined) others.add(asWord(version));
  const exact = asWord(core + trail);
  others.delete(exact);
  return { exact, others: [...others] };
}

function asWord(code: string): string {
  return [...code].map((sign) => AS_LETTER.get(SEPARATORS.test(sign) ? '.' : sign) ?? sign).join('');
}
