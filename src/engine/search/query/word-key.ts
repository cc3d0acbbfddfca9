import { cleanText, foldWord, wordsOf } from '../words/fold.ts';

/**
 * What two ways of writing the same share: lower case, without accents, spaces and hyphens (`One pager`, `one-pager`, `onepager`). Text
 * without letters and digits stands for itself.
 */
export function wordKey(text: string): string {
  let key = '';
  for (const { word } of wordsOf(cleanText(text))) key += foldWord(word);
  return key === '' ? text.trim().toLowerCase() : key;
}

/** An English singular, near enough for telling that two words are one: `studies` → `study`, `decks` → `deck`. */
export function singular(key: string): string {
  if (key.length < 4 || /(?:ss|us|is)$/u.test(key)) return key;
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|s)es$/u.test(key)) return key.slice(0, -2);
  return key.endsWith('s') ? key.slice(0, -1) : key;
}
