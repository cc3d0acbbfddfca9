import type { Hit } from '../../../contract/search.ts';
import { readOf } from '../../ui/edition-read.ts';

/** A page of a result, as the gallery shows it. */
export type GalleryCell = {
  readonly key: string;
  readonly hit: Hit;
  /** The result's place, from 0. */
  readonly index: number;
  readonly page: number;
  /** As its document calls it. */
  readonly label: string;
  /** The words stand on it. */
  readonly found: boolean;
};

/** The pages that match, result by result, best first; the first page where none does. Of those that are opened up every page, in order. */
export function cellsOf(hits: readonly Hit[], whole: ReadonlySet<string>): readonly GalleryCell[] {
  return hits.flatMap((hit, index) => {
    const { id, version } = readOf(hit);
    const matching = new Map(hit.pages.map(({ page, label }) => [page, label]));
    const pages = whole.has(id)
      ? Array.from({ length: Math.max(1, version.pageCount) }, (_, at) => at + 1)
      : matching.size > 0
        ? [...matching.keys()]
        : [1];
    return pages.map((page) => ({
      key: `${version.id}/${page}`,
      ...{ hit, index, page },
      label: matching.get(page) ?? String(page),
      found: matching.has(page),
    }));
  });
}

/** The cell to which one goes by so many from another; at the ends one stays. */
export function cellAt(count: number, at: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
