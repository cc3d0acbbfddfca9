/** The words of indexed texts as they stand there, for spelling: lower case, without accents, letters only. */

const WORD = /[\p{L}\p{M}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: tells plain text, which needs no normalising
const PLAIN = /^[\u0000-\u007f]*$/;
/** Words of these scripts have no letters to mistake. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SHORTEST = 3;
const LONGEST = 24;

/** Adds each word of some texts once to the counts. */
export function countWords(counts: Map<string, number>, texts: Iterable<string>): void {
  const seen = new Set<string>();
  for (const text of texts) {
    const lower = text.toLowerCase();
    const plain = PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    for (const [word] of plain.matchAll(WORD)) {
      if (word.length >= SHORTEST && word.length <= LONGEST) seen.add(word);
    }
  }
  for (const word of seen) if (!UNSPACED.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
