/** A word without the ending of its English plural: `studies` → `study`, `faqs` → `faq`. Short words stay as they are. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/(?<![su])s$/, '');
}
