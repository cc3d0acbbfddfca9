/** No page is hidden. */
export const noneHidden: ReadonlySet<number> = new Set();

/** Numbers (1-based) of what the author hid. */
export function hiddenNumbers(
  pages: readonly { readonly hidden?: boolean | undefined }[],
): ReadonlySet<number> {
  const hidden = pages.flatMap((page, index) => (page.hidden ? [index + 1] : []));
  return hidden.length === 0 ? noneHidden : new Set(hidden);
}

/** The page to present in place of one that may be hidden: it, else the next one shown that way, else the last one shown the other way. */
export function pageToPresent(
  wanted: number,
  pageCount: number,
  hidden: ReadonlySet<number>,
  direction: 1 | -1 = 1,
): number {
  const from = Math.min(Math.max(1, wanted), Math.max(1, pageCount));
  const shown = (page: number): boolean => page >= 1 && page <= pageCount && !hidden.has(page);
  for (const step of [direction, -direction])
    for (let page = from; page >= 1 && page <= pageCount; page += step) if (shown(page)) return page;
  return from;
}
