import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { foldWord, wordsOf } from './fold.ts';

/**
 * Languages whose words are stemmed by their own rules (Snowball's). The index itself stems as English does; a document in one of these gets
 * the stems of its language besides, each behind a private character that says which language it is.
 */

/** A language other than English. */
export type Language = {
  /** BCP 47, the language alone. */
  readonly code: string;
  /** Stands before its stems in the index. */
  readonly mark: string;
  /** Writes words together that others write apart. */
  readonly compounds: boolean;
  /** The stem of a word with its accents, folded. */
  readonly stem: (word: string) => string;
};

/** Endings whose accent the stemmer needs and people leave out. */
type Endings = readonly (readonly [typed: RegExp, written: string])[];
const ACCENTED: Readonly<Record<string, Endings>> = {
  es: [[/cion$/u, 'ción']],
  pt: [
    [/cao$/u, 'ção'],
    [/coes$/u, 'ções'],
  ],
};

type Stemmer = (word: string) => string;
const STEMMERS: Readonly<Record<string, Stemmer>> = {
  ...{ ar: arabic, da: danish, de: german, el: greek, es: spanish, fi: finnish, fr: french, hu: hungarian },
  ...{
    it: italian,
    nl: dutch,
    no: norwegian,
    pt: portuguese,
    ro: romanian,
    ru: russian,
    sv: swedish,
    tr: turkish,
  },
};
const COMPOUNDING = new Set(['da', 'de', 'fi', 'hu', 'nl', 'no', 'sv']);
/** Languages that are written as one here. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** Behind the signs of codes. */
const PRIVATE = 0xe100;
const LANGUAGES: readonly Language[] = Object.entries(STEMMERS).map(([code, stemmer], at) => ({
  code,
  mark: String.fromCharCode(PRIVATE + at),
  compounds: COMPOUNDING.has(code),
  stem: (word) => foldWord(stemmer(code === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase())),
}));
const BY_CODE = new Map(LANGUAGES.map((language) => [language.code, language]));
const BY_MARK = new Map(LANGUAGES.map((language) => [language.mark, language]));

/** All languages that have rules of their own. */
export const ALL_LANGUAGES: readonly Language[] = LANGUAGES;

/** The language of a word of the index that is a stem of one, or a word kept for its compounds; undefined for other words. */
export function languageOfMarked(word: string): Language | undefined {
  return BY_MARK.get(word[0] ?? '');
}

/** The stems that a typed word can have in a language: also as if its accents had been typed. */
export function stemsOfTyped({ code, stem }: Language, word: string): string[] {
  const stems = new Set([stem(word)]);
  for (const [typed, written] of ACCENTED[code] ?? [])
    if (typed.test(word)) stems.add(stem(word.replace(typed, written)));
  return [...stems];
}

/** Small words by which a language is told. Only those of some length of a text are looked at. */
const TOLD_BY: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for with are this from by on be',
  ar: 'في من على إلى أن هذا التي مع هذه عن',
  da: 'og at det er på med af til ikke en som der den',
  de: 'der die das und ist nicht mit von für auf ein eine den werden im',
  el: 'και το να του η της με για την από των οι',
  es: 'el los las una con para por que del es se como la en',
  fi: 'ja on ei että se ovat tai myös kun oli joka sekä',
  fr: 'le la les des et est une dans pour que qui avec sur du',
  hu: 'a az és hogy nem egy is ez van meg vagy',
  it: 'il di che per una con della sono gli nel più la del',
  nl: 'de het een van en is voor met niet zijn op te dat',
  no: 'og at det er på med av til ikke en som der den',
  pt: 'o os uma com para não que da do dos em são as',
  ro: 'și de în la cu pe care este nu din pentru',
  ru: 'и в не на что с по для как из это к',
  sv: 'och att det som är för på med av till inte ett en',
  tr: 've bir bu için ile olarak da de çok daha olan',
};
const TOLD = new Map<string, string[]>();
for (const [code, words] of Object.entries(TOLD_BY))
  for (const word of words.split(' ')) TOLD.set(word, [...(TOLD.get(word) ?? []), code]);
const LOOKED_AT = 400;
/** Of all words, so many must tell of the language; and so much more often than of the next one. */
const LEAST_SHARE = 0.08;
const LEAST_WORDS = 4;
const LEAD = 1.15;

/** Scripts that say the language of a few words already, unless letters of another language are among them. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp, others: RegExp])[] = [
  ['el', /^\p{Script=Greek}/u, /(?!)/u],
  ['ru', /^\p{Script=Cyrillic}/u, /[іїєґўђјљњћџѓќѕ]/iu],
  ['ar', /^\p{Script=Arabic}/u, /[پچژگکیےٹڈڑں]/u],
];

/** The language that a document says it is in or, where it says nothing, is told to be in by its small words or script; undefined for English and others. */
export function languageOf(said: string | undefined, texts: Iterable<string>): Language | undefined {
  if (said !== undefined) {
    const code = said.split('-', 1)[0]?.toLowerCase() ?? '';
    return BY_CODE.get(SAME[code] ?? code);
  }
  const words = firstWords(texts);
  const code = toldByWords(words) ?? toldByScript(words);
  return code === undefined ? undefined : BY_CODE.get(code);
}

function firstWords(texts: Iterable<string>): string[] {
  const words: string[] = [];
  for (const text of texts) {
    for (const { word } of wordsOf(text)) {
      if (words.length === LOOKED_AT) return words;
      words.push(word.toLowerCase());
    }
  }
  return words;
}

function toldByWords(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words)
    for (const code of TOLD.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < LEAST_WORDS || first[1] < LEAST_SHARE * words.length)
    return undefined;
  return first[1] >= LEAD * (second?.[1] ?? 0) ? first[0] : undefined;
}

function toldByScript(words: readonly string[]): string | undefined {
  const found = SCRIPTS.find(
    ([, letters]) => 2 * words.filter((word) => letters.test(word)).length > words.length,
  );
  return found === undefined || words.some((word) => found[2].test(word)) ? undefined : found[0];
}

/** Words that one run remembers. */
const MOST_KNOWN = 50_000;

/** The stems of a text, marked, each once. `known` remembers words between texts of one run. */
export function markedStems({ mark, stem }: Language, text: string, known: Map<string, string>): Set<string> {
  const stems = new Set<string>();
  for (const { word } of wordsOf(text)) {
    const key = mark + word;
    let marked = known.get(key);
    if (marked === undefined) {
      marked = mark + stem(word);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, marked);
    }
    stems.add(marked);
  }
  return stems;
}
