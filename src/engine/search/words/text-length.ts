/** How much the length of a text counts (BM25's b). Chosen on one test collection (CACM); 0.4 to 0.65 differ by a hundredth. */
const B = 0.5;

/** What one occurrence in a text of that length is divided by, against the usual. */
export function against(length: number, usual: number): number {
  return 1 - B + (B * length) / Math.max(1, usual);
}
