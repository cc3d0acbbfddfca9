import { type RefObject, useCallback, useState } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { hiddenNumbers, pageToPresent } from '../document/shown-pages.ts';
import { useNearPages } from './use-near-pages.ts';

type Slides = Extract<Preview, { preview: 'slides' }>['slides'];

/**
 * Which slides are to be drawn: what somebody looks at, and once that is there what they may look at next, so that it is there at once. `onKnown`
 * is told of slides whose picture is there, or of which there is none. `first`: the first one that is not hidden.
 */
export function useSlidesToDraw(of: {
  readonly box: RefObject<HTMLElement | null>;
  readonly presenting: boolean;
  readonly shown: number;
  readonly slides: Slides;
}) {
  const { box, presenting, shown, slides } = of;
  const [known, setKnown] = useState<ReadonlySet<number>>(new Set());
  const onKnown = useCallback(
    (page: number) => setKnown((before) => (before.has(page) ? before : new Set([...before, page]))),
    [],
  );
  const inSight = useNearPages(box, !presenting, slides.length, '0px');
  const inReach = useNearPages(box, !presenting, slides.length, '100% 0px');
  const looked = presenting ? new Set([shown]) : inSight;
  const next = presenting ? besidePages(shown, slides) : inReach;
  // Lists show it of the whole deck.
  const first = slides.findIndex(({ hidden }) => hidden !== true) + 1;
  return { first, near: [...looked].every((page) => known.has(page)) ? next : looked, onKnown };
}

/** A slide that is presented and those that the arrows lead to. */
function besidePages(page: number, slides: Slides): ReadonlySet<number> {
  const hidden = hiddenNumbers(slides);
  const turned = ([1, -1] as const).map((way) => pageToPresent(page + way, slides.length, hidden, way));
  return new Set([page, ...turned]);
}
