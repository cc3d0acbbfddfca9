import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Stretch } from './fib.ts';

/** Bytes of the file whose text has these properties; `from` inclusive, `to` exclusive, one stretch after the other. */
export type FormattedRun = { readonly from: number; readonly to: number; readonly properties: LooseBytes };

const PAGE = 512;
const MAX_PAGES = 100_000;
const NONE = new LooseBytes(new Uint8Array());

/**
 * Reads where a text's properties change: of its characters (MS-DOC 2.9.33 ChpxFkp) or its paragraphs (2.9.175 PapxFkp, whose properties
 * begin with the number of a style).
 */
export function formattedRuns(
  of: 'characters' | 'paragraphs',
  main: LooseBytes,
  table: LooseBytes,
  { at, length }: Stretch,
): FormattedRun[] {
  const pages = Math.min(MAX_PAGES, Math.floor((Math.min(length, table.length - at) - 4) / 8));
  const runs: FormattedRun[] = [];
  for (let index = 0; index < pages; index += 1) {
    const place = (table.u32(at + (pages + 1) * 4 + index * 4) & 0x3fffff) * PAGE;
    const page = main.slice(place, PAGE);
    const count = Math.min(page.u8(PAGE - 1), 101);
    for (let run = 0; run < count; run += 1) {
      const [from, to] = [page.u32(run * 4), page.u32(run * 4 + 4)];
      const properties = of === 'characters' ? ofCharacters(page, count, run) : ofParagraph(page, count, run);
      if (to > from) runs.push({ from, to, properties });
    }
  }
  return inOrder(runs);
}

function ofCharacters(page: LooseBytes, count: number, run: number): LooseBytes {
  const at = page.u8((count + 1) * 4 + run) * 2;
  return at === 0 ? NONE : page.slice(at + 1, page.u8(at));
}

function ofParagraph(page: LooseBytes, count: number, run: number): LooseBytes {
  const at = page.u8((count + 1) * 4 + run * 13) * 2;
  if (at === 0) return NONE;
  const words = page.u8(at);
  return words === 0 ? page.slice(at + 2, page.u8(at + 1) * 2) : page.slice(at + 1, words * 2 - 1);
}

/** Stretches in their order, without what lies over another one: there are then no more than bytes of the file. */
function inOrder(runs: readonly FormattedRun[]): FormattedRun[] {
  const sorted = [...runs].sort((a, b) => a.from - b.from);
  const apart: FormattedRun[] = [];
  let end = 0;
  for (const run of sorted) {
    const from = Math.max(run.from, end);
    if (from >= run.to) continue;
    apart.push({ ...run, from });
    end = run.to;
  }
  return apart;
}

/** The index of the first run that ends after a byte. */
export function runAt(runs: readonly FormattedRun[], byte: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low;
}
