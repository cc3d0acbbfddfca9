import type { Hit } from '../../../contract/search.ts';

/** Pages of a hit that a row shows at most. */
export const MOST_PAGES = 3;

/** A row without pages: its picture, in pixels. */
export const LOWEST_ROW = 75;

/**
 * How tall a row is in pixels if nothing in it wraps, by the row's style sheet: rows of which that is right need not be moved once they are
 * measured.
 */
export function rowHeight(hit: Hit | undefined): number {
  if (hit === undefined) return LOWEST_ROW;
  const instead = hit.instead === undefined ? 0 : 24;
  if (hit.pages.length === 0) return LOWEST_ROW + instead;
  return instead + 72 + 24 * Math.min(MOST_PAGES, hit.pages.length) + (hit.morePages > 0 ? 20 : 0);
}
