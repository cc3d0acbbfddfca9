import { francAll } from 'franc-min';

/** ISO 639-3 as franc says it → BCP 47. Languages outside are not guessed: on short texts they win by accident. */
const LANGUAGES: Readonly<Record<string, string>> = {
  arb: 'ar',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bul: 'bg',
  ces: 'cs',
  cmn: 'zh',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  fra: 'fr',
  guj: 'gu',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  ind: 'id',
  ita: 'it',
  jpn: 'ja',
  kan: 'kn',
  kaz: 'kk',
  kor: 'ko',
  mal: 'ml',
  mar: 'mr',
  nld: 'nl',
  pan: 'pa',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rus: 'ru',
  spa: 'es',
  srp: 'sr',
  swe: 'sv',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  zlm: 'ms',
};
const ONLY = Object.keys(LANGUAGES);
/** Letters below which a guess is a coin toss (alphabets), and below which even a script says little. */
const ENOUGH_LETTERS = 120;
const ENOUGH_SIGNS = 20;
/** What franc looks at. */
const SAMPLE = 2_000;
/** The second best must be clearly worse; franc's scores are relative to the best, which is 1. */
const MIN_LEAD = 0.01;

/** The language that a text is mostly in; undefined when there is too little of it, or it could be another as well. */
export function languageOf(pages: readonly string[]): string | undefined {
  const sample = sampleOf(pages);
  const ownScript = scriptLanguage(sample);
  if (ownScript !== undefined) return ownScript;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < ENOUGH_LETTERS) return undefined;
  const [best, second] = francAll(sample, { only: ONLY });
  if (!best || best[0] === 'und') return undefined;
  if (second && best[1] - second[1] < MIN_LEAD) return undefined;
  return LANGUAGES[best[0]];
}

/** Scripts that say more than trigrams do when words of other languages stand between. */
function scriptLanguage(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => sample.match(script)?.length ?? 0;
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = share(/\p{Script=Han}/gu);
  const hangul = share(/\p{Script=Hangul}/gu);
  if (kana + han + hangul < Math.max(ENOUGH_SIGNS, letters * 0.3)) return undefined;
  if (hangul > han + kana) return 'ko';
  return kana > (han + kana) * 0.1 ? 'ja' : 'zh';
}

/** Pieces from the whole document: a cover page may be all names, and an appendix in another language. */
function sampleOf(pages: readonly string[]): string {
  const withText = pages.filter((page) => page.length > 0);
  const step = Math.max(1, Math.floor(withText.length / 8));
  const chosen = withText.filter((_, i) => i % step === 0).slice(0, 8);
  const share = Math.ceil(SAMPLE / Math.max(1, chosen.length));
  const sample = chosen.map((page) => page.slice(0, share)).join(' ');
  return sample.length >= SAMPLE ? sample : withText.join(' ').slice(0, SAMPLE);
}
