import { t } from '@lingui/core/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { enterResults, enterResultsFromNowhere, typeIntoSearch } from '../../base/focus-search.ts';
import { readOf } from '../../ui/edition-read.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { useLatest } from '../../ui/use-same.ts';
import { present } from '../presenting/present.ts';
import { openSend } from '../sends/send-state.ts';
import { togglePicked } from '../tray/tray-state.ts';
import styles from './hit-list.module.css';
import { HitRow, type RowActions } from './hit-row.tsx';
import { keepPlace, placeOf } from './list-place.ts';
import { rowHeight } from './row-height.ts';

type Props = {
  /** Names what was searched for; the place in the list is kept by it. */
  readonly placeKey: string;
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly stale: boolean;
  readonly selected: number;
  /** New in the saved search that was opened. */
  readonly fresh: ReadonlySet<string>;
  readonly picked: ReadonlySet<string>;
  readonly actions: RowActions;
  readonly onQuickLook: () => void;
  /** Null while there is no quick look to close. */
  readonly onCloseQuickLook: (() => void) | null;
  readonly onEnd: () => void;
};

/** Milliseconds after which results of the words before are shown as such. */
const LATE_MS = 300;

function useRows({ placeKey, hits, onEnd }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const place = placeOf(placeKey);
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(hits[index]),
    getItemKey: (index) => hits[index]?.asset.id ?? index,
    // More would be drawn with every keystroke and seen by nobody.
    overscan: 1,
    ...(place === undefined
      ? {}
      : { initialOffset: place.offset, initialMeasurementsCache: place.measurements }),
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    // Not earlier: a first page is hardly longer than the window, and every letter would ask for two.
    if (last >= hits.length - 1) onEnd();
  }, [last, hits.length, onEnd]);

  // A new search begins at the top; a place is kept whenever one leaves it.
  const shown = useRef(placeKey);
  useEffect(() => {
    if (shown.current !== placeKey) {
      const offset = placeOf(placeKey)?.offset ?? 0;
      if (offset !== rows.scrollOffset) rows.scrollToOffset(offset);
    }
    shown.current = placeKey;
  }, [placeKey, rows]);
  const keep = useRef<() => void>(() => undefined);
  keep.current = () =>
    keepPlace(shown.current, {
      offset: rows.scrollOffset ?? 0,
      measurements: rows.measurementsCache,
    });
  useEffect(() => () => keep.current(), []);
  return { scroller, rows, items };
}

const HEARD_BY_SCREEN = { pickAll: null, edit: null } as const;

/** Sends what is picked, else the row where one is. */
function sendRows(hits: readonly Hit[], selected: number, picked: ReadonlySet<string>): boolean {
  const rows = hits.filter(({ asset }, at) => (picked.size > 0 ? picked.has(asset.id) : at === selected));
  return openSend(rows.map(({ asset }) => ({ asset: asset.id })));
}

/** Presents the row where one is, at the page that was found. */
function presentRow(hit: Hit | undefined): boolean {
  if (hit === undefined) return false;
  const page = hit.pages[0]?.page;
  present({ asset: hit.asset.id, ...(page !== undefined && { page }) }, hit.asset.version.id);
  return true;
}

/** Puts the page found into the tray, or takes it out: all of a document where only its title matches. */
function pickBest(hit: Hit | undefined): boolean {
  if (hit === undefined) return false;
  const { id, version } = readOf(hit);
  const page = hit.pages[0]?.page;
  togglePicked({ asset: id, version: version.id, ...(page !== undefined && { page }) });
  return true;
}

/** What takes the rows out: sent, presented, put into the tray. */
function takenOut(hits: readonly Hit[], selected: number, picked: Parameters<typeof sendRows>[2]) {
  return {
    send: () => sendRows(hits, selected, picked),
    present: () => presentRow(hits[selected]),
    tray: () => pickBest(hits[selected]),
  };
}

/** Whether an answer lets one wait. With every letter the list would flicker. */
function useLate(stale: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!stale) return;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [stale]);
  return stale && late;
}

/**
 * Keeps the row that has the focus the selected one when other hits come: the letters typed last may find something else while one walks
 * the rows already, and what moved out of sight is not drawn any more. Where the row is gone one goes on at the first.
 */
function useHeldRow(
  list: { readonly current: HTMLElement | null },
  hits: readonly Hit[],
  selected: number,
  focusRow: (index: number) => void,
) {
  const asset = useRef<string | undefined>(undefined);
  const follow = useLatest(() => {
    const { activeElement } = document;
    const lost = activeElement === null || activeElement === document.body;
    if (asset.current === undefined || hits.length === 0) return;
    if (!lost && list.current?.contains(activeElement) !== true) return;
    const index = Math.max(
      0,
      hits.findIndex((hit) => hit.asset.id === asset.current),
    );
    if (lost || index !== selected) focusRow(index);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever there are other hits
  useEffect(() => follow.current(), [hits, follow]);
  return {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const row = event.target.closest<HTMLElement>('[data-index]');
      asset.current = row === null ? undefined : hits[Number(row.dataset.index)]?.asset.id;
    },
    // A row that is no longer drawn takes the focus with it and nobody gets it: that is not leaving.
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null && list.current?.contains(relatedTarget) !== true) asset.current = undefined;
    },
  };
}

/** The results: virtualised, walked with the arrow keys, opened with Enter, looked into with Space. */
export const HitList = memo(function HitList(props: Props) {
  const { hits, total, stale, selected, fresh, picked, actions, onQuickLook, onCloseQuickLook } = props;
  const { scroller, rows, items } = useRows(props);
  const late = useLate(stale);

  const focusRow = (index: number): void => {
    const target = Math.max(0, Math.min(hits.length - 1, index));
    actions.select(target);
    rows.scrollToIndex(target, { align: 'auto' });
    // The row may only be drawn after the scroll.
    if (!focusTitle(scroller.current, target))
      requestAnimationFrame(() => focusTitle(scroller.current, target));
  };

  // Of a long list the end is not here yet: whoever goes there gets on when more has come.
  const towardsEnd = useRef(false);
  const goOn = useLatest(() => focusRow(hits.length - 1));
  useEffect(() => {
    if (towardsEnd.current && hits.length > 0) goOn.current();
    towardsEnd.current = false;
  }, [hits.length, goOn]);

  const held = useHeldRow(scroller, hits, selected, focusRow);

  const enterList = useRef<() => void>(() => undefined);
  enterList.current = () => {
    if (hits.length > 0) focusRow(selected);
  };
  useEffect(() => {
    enterResults.set(() => enterList.current());
    return () => enterResults.set(null);
  }, []);

  // Who comes back from a document goes on where they were.
  const back = useRef(placeOf(props.placeKey) !== undefined);
  useEffect(() => {
    if (!back.current || hits.length === 0) return;
    back.current = false;
    requestAnimationFrame(enterResultsFromNowhere);
  }, [hits.length]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // What opened over a row (its menu, why it is here) has its own keys, although it belongs to the row.
    if (!(event.target instanceof HTMLElement) || scroller.current?.contains(event.target) !== true) return;
    const step = Math.max(1, items.length - 7);
    const presses = event.target.closest('button, input') !== null;
    towardsEnd.current = false;
    const to = (row: number) => () => focusRow(row);
    performKey(event, 'results', {
      next: to(selected + 1),
      previous: selected === 0 ? typeIntoSearch : to(selected - 1),
      pageDown: to(selected + step),
      pageUp: to(selected - step),
      first: to(0),
      last: () => {
        towardsEnd.current = hits.length < total;
        focusRow(hits.length - 1);
      },
      pick: () => actions.pick(selected, false),
      ...takenOut(hits, selected, picked),
      pickRange: () => actions.pick(selected, true),
      // The whole screen hears these, also where no row has the focus.
      ...HEARD_BY_SCREEN,
      ...{ quickLook: presses ? null : onQuickLook, closeQuickLook: onCloseQuickLook },
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are pressed on the rows' links come up to here
    <div
      ref={scroller}
      className={styles.scroller}
      {...(late ? { 'data-late': true } : {})}
      onKeyDown={onKeyDown}
      onFocus={held.onFocus}
      onBlur={held.onBlur}
    >
      <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label={t`Results`}>
        {items.map((item) => {
          const hit = hits[item.index];
          if (hit === undefined) return null;
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={total}
              aria-posinset={item.index + 1}
            >
              <HitRow
                hit={hit}
                index={item.index}
                selected={item.index === selected}
                fresh={fresh.has(hit.asset.id)}
                picked={picked.has(hit.asset.id)}
                actions={actions}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
});

function focusTitle(list: HTMLElement | null, index: number): boolean {
  const title = list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-title]`);
  title?.focus({ preventScroll: true });
  return title !== null && title !== undefined;
}
