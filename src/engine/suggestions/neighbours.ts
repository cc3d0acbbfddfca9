import type { Weighed } from './signals.ts';

/** The tagged documents that speak of the same: TF-IDF, cosine, over the words that say most of each. */

/** Words kept of a document: those that say most. */
const MOST_WORDS = 60;
/** A word that more than this share of the documents have says nothing of any. */
const TOO_COMMON = 0.5;
/** Neighbours that are asked. */
const NEAREST = 8;

type Neighbour = { readonly at: number; readonly similarity: number };

/** An index of documents by their places in a list. */
export class Neighbours {
  readonly #rarity = new Map<number, number>();
  readonly #postings = new Map<number, { readonly at: number; readonly weight: number }[]>();
  readonly #size: number;

  constructor(documents: readonly Weighed[]) {
    this.#size = documents.length;
    const having = new Map<number, number>();
    for (const words of documents)
      for (const stem of words.keys()) having.set(stem, (having.get(stem) ?? 0) + 1);
    for (const [stem, count] of having)
      if (count < 5 || count <= TOO_COMMON * this.#size)
        this.#rarity.set(stem, Math.log((this.#size + 1) / count));
    for (const [at, words] of documents.entries())
      for (const [stem, weight] of this.#weigh(words)) {
        const there = this.#postings.get(stem);
        if (there === undefined) this.#postings.set(stem, [{ at, weight }]);
        else there.push({ at, weight });
      }
  }

  /** The nearest documents to some words, nearest first; `except`: not this one. */
  nearest(words: Weighed, except?: number): readonly Neighbour[] {
    const similar = new Map<number, number>();
    for (const [stem, own] of this.#weigh(words))
      for (const { at, weight } of this.#postings.get(stem) ?? [])
        if (at !== except) similar.set(at, (similar.get(at) ?? 0) + own * weight);
    return [...similar]
      .map(([at, similarity]) => ({ at, similarity }))
      .sort((a, b) => b.similarity - a.similarity || a.at - b.at)
      .slice(0, NEAREST);
  }

  /** The words that say most, of length 1 together. */
  #weigh(words: Weighed): [stem: number, weight: number][] {
    const weighed: [number, number][] = [];
    for (const [stem, times] of words) {
      const rarity = this.#rarity.get(stem);
      if (rarity !== undefined) weighed.push([stem, (1 + Math.log(times)) * rarity]);
    }
    const kept = weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WORDS);
    const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
    return kept.map(([stem, weight]) => [stem, weight / length]);
  }
}
