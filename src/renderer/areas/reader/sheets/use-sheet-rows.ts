import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect } from 'react';
import { NUMBER_WIDTH, type SheetMeasures } from './sheet-measures.ts';

type Place = { readonly row: number; readonly column: number };

/** Rows that move which are in sight, with those above that reach into them; scrolls to `current`. `above`: pixels of what stays over them. */
export function useSheetRows(
  measures: SheetMeasures,
  box: HTMLElement,
  current: Place | null,
  scale: number,
  above: number,
) {
  const { movingRows, frozenRows } = measures;
  const virtual = useVirtualizer({
    count: movingRows.length,
    getScrollElement: () => box,
    estimateSize: (index) => measures.heightOf(movingRows[index] ?? 0) * scale,
    overscan: 12,
    scrollMargin: above,
    scrollPaddingStart: above,
    rangeExtractor: useCallback(
      (range) => {
        const usual = defaultRangeExtractor(range);
        const [from, to] = [movingRows[usual[0] ?? 0], movingRows[usual.at(-1) ?? 0]];
        if (from === undefined || to === undefined) return usual;
        const anchors = measures.anchorsOf(from, to).map((row) => movingRows.indexOf(row));
        return [...anchors.filter((at) => at >= 0), ...usual].sort((one, other) => one - other);
      },
      [measures, movingRows],
    ),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their size changes
  useEffect(() => virtual.measure(), [virtual, scale, measures]);

  useEffect(() => {
    if (current === null) return;
    if (!frozenRows.includes(current.row))
      virtual.scrollToIndex(Math.max(0, movingRows.indexOf(current.row)), { align: 'center' });
    const left = (NUMBER_WIDTH + (measures.lefts[current.column] ?? 0)) * scale;
    const right = left + (measures.widths[current.column] ?? 0) * scale;
    const frozen = (measures.lefts[measures.frozenColumns] ?? 0) * scale;
    const isOut =
      left < box.scrollLeft + NUMBER_WIDTH * scale + frozen || right > box.scrollLeft + box.clientWidth;
    if (isOut && current.column >= measures.frozenColumns)
      box.scrollLeft = left - frozen - (box.clientWidth - frozen) / 3;
  }, [current, virtual, movingRows, frozenRows, measures, box, scale]);

  return virtual;
}
