/** Finds the few of many strings that could be meant by a misspelt one, before something slower looks at them closely. */

const GRAM = 2;

function gramsOf(text: string): string[] {
  const padded = ` ${text} `;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= padded.length; at += 1) grams.add(padded.slice(at, at + GRAM));
  return [...grams];
}

/** Strings by their pairs of letters. */
export class GramIndex {
  readonly #postings = new Map<string, number[]>();
  readonly #sizes: number[] = [];
  #overlap = new Uint8Array(0);

  constructor(texts: readonly string[] = []) {
    this.add(texts);
  }

  /** Adds strings behind those that are there. */
  add(texts: readonly string[]): void {
    for (const text of texts) {
      const at = this.#sizes.length;
      const grams = gramsOf(text);
      this.#sizes.push(grams.length);
      for (const gram of grams) {
        const posting = this.#postings.get(gram);
        if (posting === undefined) this.#postings.set(gram, [at]);
        else posting.push(at);
      }
    }
    this.#overlap = new Uint8Array(this.#sizes.length);
  }

  /**
   * Positions of at most `limit` strings that share the most pairs with `text`. By `whole`, pairs that the string has beyond the
   * text's count against it (a word for a word); by `part` they do not (a word within a title).
   */
  nearest(text: string, limit: number, by: 'whole' | 'part'): number[] {
    const grams = gramsOf(text).slice(0, 255);
    const overlap = this.#overlap;
    const touched: number[] = [];
    for (const gram of grams) {
      for (const at of this.#postings.get(gram) ?? []) {
        if (overlap[at] === 0) touched.push(at);
        overlap[at] = (overlap[at] ?? 0) + 1;
      }
    }
    const similarity = (at: number): number => {
      const size = by === 'whole' ? grams.length + (this.#sizes[at] ?? 0) : grams.length * 2;
      return (2 * (overlap[at] ?? 0)) / size;
    };
    const scored = touched.map((at) => ({ at, similarity: similarity(at) }));
    for (const at of touched) overlap[at] = 0;
    return scored
      .filter((one) => one.similarity >= 0.25)
      .sort((a, b) => b.similarity - a.similarity || a.at - b.at)
      .slice(0, limit)
      .map(({ at }) => at);
  }
}
