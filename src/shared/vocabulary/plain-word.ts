/** Lower case, without accents, words parted by single spaces: `Case-Study` → `case study`. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
