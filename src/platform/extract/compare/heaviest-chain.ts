/** Two pages that may be one and the same, by their positions, and how much speaks for it. */
export type PagePair = { readonly from: number; readonly to: number; readonly weight: number };

/** Of pairs those that stand in the same order in both documents and weigh most together (a heaviest increasing subsequence, by a Fenwick tree of maxima). */
export function heaviestChain(pairs: readonly PagePair[], pagesTo: number): readonly PagePair[] {
  // Of one page the later ones first: no two of them come into one chain.
  const ordered = [...pairs].sort((a, b) => a.from - b.from || b.to - a.to);
  const weights = new Float64Array(ordered.length);
  const before = new Int32Array(ordered.length).fill(-1);
  const best = new Int32Array(pagesTo + 1).fill(-1);
  const heavier = (one: number, other: number): number =>
    one === -1 || (other !== -1 && (weights[other] ?? 0) > (weights[one] ?? 0)) ? other : one;
  for (const [index, pair] of ordered.entries()) {
    let last = -1;
    for (let at = pair.to; at > 0; at -= at & -at) last = heavier(last, best[at] ?? -1);
    weights[index] = pair.weight + (weights[last] ?? 0);
    before[index] = last;
    for (let at = pair.to + 1; at <= pagesTo; at += at & -at) best[at] = heavier(best[at] ?? -1, index);
  }
  let at = -1;
  for (let index = 0; index < ordered.length; index += 1) at = heavier(at, index);
  const chain: PagePair[] = [];
  for (; at !== -1; at = before[at] ?? -1) {
    const pair = ordered[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}
