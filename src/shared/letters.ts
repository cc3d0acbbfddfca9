/**
 * Letters as whoever looks for a word means them: one form for all that people type for one another. The index, the marks of snippets and
 * the reader fold by this table alone. After Unicode's decomposition and what Lucene's analyzers of the languages leave out.
 */

/** Letters that stand for others and that no decomposition tells. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  // Latin letters with a stroke, and those that others write as two.
  ...{
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ŧ: 't',
    ƀ: 'b',
    ɨ: 'i',
    ƶ: 'z',
    ı: 'i',
    ĸ: 'k',
    ŋ: 'n',
    ə: 'e',
  },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
  // Greek sigma at the end of a word; Cyrillic ё.
  ...{ ς: 'σ', ё: 'е' },
  // Arabic: the dotless yeh, teh marbuta, wasla, Persian and Urdu forms of kaf, yeh and heh; the tatweel only stretches a word.
  ...{ ى: 'ي', ة: 'ه', ٱ: 'ا', ک: 'ك', ی: 'ي', ہ: 'ه', ھ: 'ه', ـ: '' },
  // The apostrophe that is a letter, as Ukrainian has it, and most people do not.
  ʼ: '’',
  // Devanagari: the nasal sign that is written either way.
  'ँ': 'ं',
};
/** Digits of other scripts begin here. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66];
const FORMS = new Map(Object.entries(STANDS_FOR));
for (const zero of ZEROS)
  for (let digit = 0; digit < 10; digit += 1) FORMS.set(String.fromCodePoint(zero + digit), String(digit));

const ASCII = /^[\t\n\r\u0020-\u007e]*$/u;
const ANY_FORM = new RegExp(`[${[...FORMS.keys()].join('')}]`, 'gu');
/**
 * What is left out: accents of Latin and Greek; points and vowels of Hebrew and Arabic; the dot below of Indian letters. In Cyrillic only the
 * stress, as `й` and `ї` are letters of their own.
 */
const ACCENTS =
  /(?<![\u0400-\u052f])[\u0300-\u036f]|[\u0300\u0301\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c]/gu;
const JOINERS = /(?<=\p{M})[\u200c\u200d]/gu;

/** A text without what joins or parts the letters of an Indian syllable and is not seen. */
export function withoutJoiners(text: string): string {
  return text.replace(JOINERS, '');
}

/**
 * A text in the letters that it is found by: lower case, without accents and points, with one form of each letter (`Łódź` → `lodz`, `ς` → `σ`,
 * `ß` → `ss`, `أ` → `ا`). Vowel signs that tell words apart stay.
 */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return withoutJoiners(lower)
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(ANY_FORM, (letter) => FORMS.get(letter) ?? letter);
}
