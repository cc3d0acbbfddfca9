import { MOST_PAGES } from './limits.ts';

/** Pages as people write them (`1-3,7`) and as they are kept: runs from one page to another, both among them. */
type PageRuns = readonly (readonly [from: number, to: number])[];

/** Runs as text: `1-3,7`. */
export function pagesText(runs: PageRuns): string {
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** Reads `1-3,7`: in order, what overlaps or touches as one; undefined where it is no such text. Nothing is the whole document. */
export function readPages(text: string): PageRuns | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  const runs: [number, number][] = [];
  for (const part of parts) {
    const match = /^(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?$/.exec(part);
    if (match === null) return undefined;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (from < 1 || to < from || to > MOST_PAGES) return undefined;
    runs.push([from, to]);
  }
  return tidyRuns(runs);
}

/** The same pages in order, none twice. */
export function tidyRuns(runs: PageRuns): [number, number][] {
  const tidy: [number, number][] = [];
  for (const [from, to] of runs.toSorted((a, b) => a[0] - b[0])) {
    const last = tidy.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else tidy.push([from, to]);
  }
  return tidy;
}
