import type { PagePrint } from './page-prints.ts';

/** Two pages that are near to each other, as their documents count them (from 1). */
export type PageMatch = { readonly a: number; readonly b: number; readonly similarity: number };

/** What two documents have in common. */
export type NearDocuments = {
  readonly a: string;
  readonly b: string;
  /** Of both as a whole, from 0 to 1: what their pages have in common of all that either has. */
  readonly similarity: number;
  /** One could be a version of the other: most of the pages of either are the other's, in its order. */
  readonly whole: boolean;
  /** In the order of `a`. */
  readonly pages: readonly PageMatch[];
};

/** A document as it is compared: its pages, and how much each says of it (a page that many documents have says little). */
export type Weighed = {
  readonly id: string;
  readonly prints: readonly PagePrint[];
  readonly weight: (print: number) => number;
};

/** Positions of two prints and how alike they are. */
export type Candidate = { readonly a: number; readonly b: number; readonly similarity: number };

/** Share of the larger document's pages from which on one may be a version of the other, and of them that stand in the same order. */
const WHOLE_FROM = 0.6;
const IN_ORDER_FROM = 0.7;

/** Pairs up the pages of two documents, each with the one that it is most like. */
export function compareDocuments(a: Weighed, b: Weighed, candidates: readonly Candidate[]): NearDocuments {
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const matched: Candidate[] = [];
  for (const one of [...candidates].sort(byLikeness)) {
    if (takenA.has(one.a) || takenB.has(one.b)) continue;
    takenA.add(one.a);
    takenB.add(one.b);
    matched.push(one);
  }
  matched.sort((one, other) => one.a - other.a);
  let [shared, alike] = [0, 0];
  for (const one of matched) {
    const weight = (a.weight(one.a) + b.weight(one.b)) / 2;
    shared += weight;
    alike += weight * one.similarity;
  }
  const [ofA, ofB] = [sum(a), sum(b)];
  const inOrder = longestRise(matched.map((one) => one.b));
  return {
    a: a.id,
    b: b.id,
    similarity: Math.min(1, alike / Math.max(ofA + ofB - shared, shared, Number.MIN_VALUE)),
    whole: shared >= WHOLE_FROM * Math.max(ofA, ofB) && inOrder >= IN_ORDER_FROM * matched.length,
    pages: matched.map((one) => ({
      a: a.prints[one.a]?.page ?? 1,
      b: b.prints[one.b]?.page ?? 1,
      similarity: one.similarity,
    })),
  };
}

/** The most alike first; of equals those that stand at the same place. */
function byLikeness(one: Candidate, other: Candidate): number {
  return (
    other.similarity - one.similarity ||
    Math.abs(one.a - one.b) - Math.abs(other.a - other.b) ||
    one.a - other.a ||
    one.b - other.b
  );
}

function sum({ prints, weight }: Weighed): number {
  return prints.reduce((total, _, at) => total + weight(at), 0);
}

/** How many of these numbers rise one after the other, others left out. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    if (at < 0) ends.push(number);
    else ends[at] = number;
  }
  return ends.length;
}
