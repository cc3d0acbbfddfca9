import { t } from '@lingui/core/macro';
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { enterResults, enterResultsFromNowhere, typeIntoSearch } from '../../base/focus-search.ts';
import { readOf } from '../../ui/edition-read.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { useLatest } from '../../ui/use-same.ts';
import { openSend } from '../sends/send-state.ts';
import { pickedKey, togglePicked, useTray } from '../tray/tray-state.ts';
import styles from './gallery.module.css';
import { cellAt, cellsOf, type GalleryCell } from './gallery-cells.ts';
import { GalleryItem } from './gallery-item.tsx';
import type { RowActions } from './hit-row.tsx';
import { keepPlace, placeOf } from './list-place.ts';

type Props = {
  /** Names what was searched for; the place is kept by it. */
  readonly placeKey: string;
  readonly hits: readonly Hit[];
  /** Words that are marked on the pages. */
  readonly words: readonly string[];
  /** The result that is chosen. */
  readonly selected: number;
  readonly actions: RowActions;
  readonly onEnd: () => void;
};

/** Pixels that a page is wide at least, and the room between two. */
const NARROWEST = 220;
const GAP = 12;
/** The picture's height is three quarters of its width; below it stand two lines. */
const LINES = 54;

/** Where each page stands, and which of them are drawn: rows of pages, as many as fit beside each other. */
function useGrid({ placeKey, onEnd }: Props, cells: readonly GalleryCell[]) {
  const { ref, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = Math.max(2, Math.floor((width + GAP) / (NARROWEST + GAP)));
  const cellWidth = Math.max(120, Math.floor((width - GAP * (columns + 1)) / columns));
  const height = Math.round((cellWidth * 3) / 4) + LINES + GAP;
  const place = `gallery ${placeKey}`;
  const rows = useVirtualizer({
    count: Math.ceil(cells.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 1,
    initialOffset: placeOf(place)?.offset ?? 0,
    enabled: width > 0,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const count = rows.options.count;
  useEffect(() => {
    if (last >= count - 1) onEnd();
  }, [last, count, onEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height in a window of another width
  useEffect(() => rows.measure(), [rows, height]);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current !== place) rows.scrollToOffset(placeOf(place)?.offset ?? 0);
    shown.current = place;
  }, [place, rows]);
  const keep = useLatest(() => keepPlace(shown.current, { offset: rows.scrollOffset ?? 0 }));
  useEffect(() => () => keep.current(), [keep]);
  const scroll = (element: HTMLDivElement | null) => {
    scroller.current = element;
    ref(element);
  };
  return { scroll, scroller, rows, items, columns, cellWidth, height };
}

/** The results as pages, in one grid: walked with the arrows, picked into the tray with Space, opened with Enter. */
export const Gallery = memo(function Gallery(props: Props) {
  const { hits, words, actions } = props;
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const cells = useMemo(() => cellsOf(hits, whole), [hits, whole]);
  const grid = useGrid(props, cells);
  const { at, focusCell } = useChosen(props, cells, grid);
  const tray = useTray();
  const picked = useMemo(() => new Set(tray.map(pickedKey)), [tray]);
  const open = (cell: GalleryCell) => actions.open(cell.index, cell.page);
  const openUp = ({ hit }: GalleryCell): void => {
    const next = new Set(whole);
    if (!next.delete(readOf(hit).id)) next.add(readOf(hit).id);
    setWhole(next);
  };
  const onKeyDown = useGalleryKeys({ cells, at, focusCell, grid, openUp });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are pressed on the pages' links come up to here
    <div ref={grid.scroll} className={styles.scroller} onKeyDown={onKeyDown} data-gallery>
      <ul className={styles.list} style={{ height: grid.rows.getTotalSize() }} aria-label={t`Results`}>
        {grid.items.flatMap((row) =>
          cells.slice(row.index * grid.columns, (row.index + 1) * grid.columns).map((cell, column) => (
            <GalleryItem
              key={cell.key}
              cell={cell}
              words={words}
              place={{
                x: GAP + column * (grid.cellWidth + GAP),
                y: GAP + row.start,
                width: grid.cellWidth,
                height: grid.height - GAP,
              }}
              index={row.index * grid.columns + column}
              count={cells.length}
              chosen={row.index * grid.columns + column === at}
              picked={picked.has(cell.key)}
              isWhole={whole.has(readOf(cell.hit).id)}
              onOpen={open}
              onOpenUp={openUp}
            />
          )),
        )}
      </ul>
    </div>
  );
});

type Grid = ReturnType<typeof useGrid>;

/** Which page is chosen; the result that it belongs to is the chosen one of the whole screen. */
function useChosen({ hits, selected, actions, placeKey }: Props, cells: readonly GalleryCell[], grid: Grid) {
  const [key, setKey] = useState('');
  const known = cells.findIndex((cell) => cell.key === key);
  const first = cells.findIndex(({ index }) => index === selected);
  const at = cells[known]?.index === selected ? known : Math.max(0, first);
  const focusCell = (to: number): void => {
    const cell = cells[cellAt(cells.length, to)];
    if (cell === undefined) return;
    setKey(cell.key);
    actions.select(cell.index);
    grid.rows.scrollToIndex(Math.floor(cells.indexOf(cell) / grid.columns), { align: 'auto' });
    const focus = () => {
      const link = grid.scroller.current?.querySelector<HTMLElement>(`[data-cell="${cell.key}"]`);
      link?.focus({ preventScroll: true });
      return link !== null && link !== undefined;
    };
    // It may only be drawn after the scroll.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  const enter = useLatest(() => {
    if (cells.length > 0) focusCell(at);
  });
  useEffect(() => {
    enterResults.set(() => enter.current());
    return () => enterResults.set(null);
  }, [enter]);
  // Who comes back from a document, or from the list, goes on where they were.
  const back = useRef(placeOf(placeKey) !== undefined);
  useEffect(() => {
    if (!back.current || hits.length === 0) return;
    back.current = false;
    requestAnimationFrame(enterResultsFromNowhere);
  }, [hits.length]);
  return { at, focusCell };
}

type Keyed = {
  readonly cells: readonly GalleryCell[];
  readonly at: number;
  readonly focusCell: (at: number) => void;
  readonly grid: Grid;
  readonly openUp: (cell: GalleryCell) => void;
};

function useGalleryKeys({ cells, at, focusCell, grid, openUp }: Keyed) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || grid.scroller.current?.contains(target) !== true) return;
    const { columns } = grid;
    const screen = Math.max(1, grid.items.length - 2) * columns;
    const to = (cell: number) => () => focusCell(cell);
    const of = (act: (cell: GalleryCell) => unknown) => () => {
      const cell = cells[at];
      return cell === undefined ? false : act(cell);
    };
    performKey(event, 'gallery', {
      next: to(at + 1),
      previous: to(at - 1),
      down: to(at + columns),
      up: at < columns ? typeIntoSearch : to(at - columns),
      pageDown: to(at + screen),
      pageUp: to(at - screen),
      first: to(0),
      last: to(cells.length - 1),
      // On a button Space presses it.
      pick: target.closest('button, input') === null ? of(pickCell) : null,
      whole: of(openUp),
      send: of(({ hit }) => openSend([{ asset: hit.asset.id }])),
    });
  };
}

/** Puts a page of the gallery into the tray, or takes it out. */
function pickCell({ hit, page }: GalleryCell): void {
  const { id, version } = readOf(hit);
  togglePicked({ asset: id, version: version.id, page });
}
