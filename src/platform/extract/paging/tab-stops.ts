import type { TabStop } from '../office/word-paragraph.ts';

/** Points between the places that a tab leads to where nothing states one. */
const USUAL_TAB = 36;
/** Points behind a stop from which the next one counts. */
const PASSED = 0.5;

/** The next place that a tab leads to from `x`: a stop, else where the lines below begin (`left`) when the first one begins before it, else every half inch. In points from the column's side. */
export function nextStop(
  tabs: readonly TabStop[],
  { left, first }: { readonly left: number; readonly first: number },
  x: number,
): TabStop {
  const stop = tabs.find(({ at }) => at > x + PASSED);
  const hanging = left > x + PASSED && first < left ? left : undefined;
  if (hanging !== undefined && (stop === undefined || hanging < stop.at))
    return { at: hanging, align: 'left' };
  return stop ?? { at: (Math.floor(x / USUAL_TAB + 0.01) + 1) * USUAL_TAB, align: 'left' };
}
