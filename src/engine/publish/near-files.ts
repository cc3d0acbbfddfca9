import { NEAR_DUPLICATE, type Sketch, similarity } from './text-sketch.ts';

/** Files whose texts are mostly the same, whatever they are called. */

export type NearPair = { readonly a: string; readonly b: string; readonly similarity: number };

/** A number of a sketch that more files have than this says nothing: a template's words. */
const MOST_SHARING = 50;
/** Pairs that are told. */
const MOST_PAIRS = 1_000;

/** Pairs of near-duplicates, the most similar first; those for which `apart` holds are left out. */
export function nearFiles(
  files: readonly { readonly id: string; readonly sketch: Sketch }[],
  apart: (a: string, b: string) => boolean,
): NearPair[] {
  const having = new Map<number, number[]>();
  for (const [at, { sketch }] of files.entries())
    for (const number of sketch) {
      const there = having.get(number);
      if (there === undefined) having.set(number, [at]);
      else if (there.length <= MOST_SHARING) there.push(at);
    }
  const shared = new Map<number, number>();
  for (const those of having.values()) {
    if (those.length > MOST_SHARING) continue;
    for (const [place, a] of those.entries())
      for (const b of those.slice(place + 1)) {
        const pair = a * files.length + b;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
  }
  const pairs: NearPair[] = [];
  for (const [pair, count] of shared) {
    const [one, other] = [files[Math.floor(pair / files.length)], files[pair % files.length]];
    if (one === undefined || other === undefined || count < 3 || apart(one.id, other.id)) continue;
    const alike = similarity(one.sketch, other.sketch) ?? 0;
    if (alike >= NEAR_DUPLICATE)
      pairs.push({ a: one.id, b: other.id, similarity: Math.round(alike * 100) / 100 });
  }
  return pairs.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_PAIRS);
}
