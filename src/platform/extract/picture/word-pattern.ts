import { ON_THE_LINE, RAISED_OR_LOWERED, soughtForm } from '../../../shared/raised.ts';

/** What words are marked with on pictures of pages, as with a highlighter. */
export const MARKER = '#ffe14d';
/** Text on a mark that would not be read in its own colour. */
export const MARKED_INK = '#1f2933';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Any of the words, whole where their script has spaces, to be looked for in folded text; undefined when there are none. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  const parts = words
    .map((word) => foldInPlace(word.trim()))
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
    .map((word) => {
      const escaped = word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&').replace(/\s+/gu, '\\s+');
      return UNSPACED.test(word) ? escaped : `(?<![${ON_THE_LINE}])${escaped}(?![${ON_THE_LINE}])`;
    });
  return parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'gu');
}

const BESIDE_THE_LINE = new RegExp(RAISED_OR_LOWERED, 'gu');

/** Lower case without accents, letter by letter, so that every place stays where it is. Raised characters go on with their word or are none. */
export function foldInPlace(text: string): string {
  let folded = '';
  for (const letter of onTheLine(text.normalize('NFC')).split('')) {
    const plain = letter.normalize('NFD').charAt(0).toLowerCase();
    folded += plain.length === 1 ? plain : letter;
  }
  return folded;
}

/** A raised word of its own stays as it is: there is no room for what parts it from the word before. */
function onTheLine(text: string): string {
  return text.replace(BESIDE_THE_LINE, (run, at: number) => {
    const form = soughtForm(run, text.slice(0, at));
    return form.as === 'own' ? run : form.text;
  });
}
