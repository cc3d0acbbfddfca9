import type { NearRun } from '../../../contract/near.ts';
import type { PageMatch } from './compare-documents.ts';

/** Pages that follow each other in both, as one run. */
export function runsOf(pages: readonly PageMatch[]): NearRun[] {
  const runs: { a: { from: number; to: number }; b: { from: number; to: number }; likes: number[] }[] = [];
  for (const { a, b, similarity } of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last.a.to + 1 === a && last.b.to + 1 === b) {
      last.a.to = a;
      last.b.to = b;
      last.likes.push(similarity);
    } else runs.push({ a: { from: a, to: a }, b: { from: b, to: b }, likes: [similarity] });
  }
  return runs.map(({ a, b, likes }) => ({
    a,
    b,
    similarity: likes.reduce((sum, one) => sum + one, 0) / likes.length,
  }));
}
