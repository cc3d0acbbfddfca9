import { useMediaQuery } from '@mantine/hooks';
import { z } from 'zod';
import { useRemembered } from '../../base/remembered.ts';
import { createStore, useStore } from '../../base/store.ts';

const width = z.number().min(80).max(640);
const yes = z.boolean();

/** Which panes stand beside the document, and how wide; kept over restarts. */
export type Panes = {
  readonly pagesShown: boolean;
  readonly detailsShown: boolean;
  readonly pagesWidth: number;
  readonly detailsWidth: number;
  readonly togglePages: () => void;
  readonly toggleDetails: () => void;
  readonly setPagesWidth: (width: number) => void;
  readonly setDetailsWidth: (width: number) => void;
};

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** Of which asset the details lie over the document: they still do when one comes back from comparing its versions. */
const openDetails = createStore<string | null>(null);

/** The panes of the reader. In a narrow window the details lie over the document and are shut at first. */
export function usePanes(asset: string): Panes {
  const narrow = useMediaQuery('(max-width: 1100px)', window.innerWidth <= 1100) ?? false;
  const [pagesShown, setPagesShown] = useRemembered('reader.pages', yes, true);
  const [detailsWide, setDetailsWide] = useRemembered('reader.details', yes, true);
  const detailsNarrow = useStore(openDetails) === asset;
  const [pagesWidth, setPagesWidth] = useRemembered('reader.pages-width', width, 152);
  const [detailsWidth, setDetailsWidth] = useRemembered('reader.details-width', width, 320);
  return {
    pagesShown,
    detailsShown: narrow ? detailsNarrow : detailsWide,
    pagesWidth: narrow ? Math.min(pagesWidth, 160) : pagesWidth,
    detailsWidth,
    togglePages: () => setPagesShown(!pagesShown),
    toggleDetails: () =>
      narrow ? openDetails.set(detailsNarrow ? null : asset) : setDetailsWide(!detailsWide),
    setPagesWidth: (next) => setPagesWidth(within(next, 104, 320)),
    setDetailsWidth: (next) => setDetailsWidth(within(next, 240, 560)),
  };
}
