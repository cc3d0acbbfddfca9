import { plural, t } from '@lingui/core/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from '../../base/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { HIDDEN_WORD } from '../../ui/hidden-mark.tsx';
import { performKey } from '../../ui/keys/perform-key.ts';
import { countedPageName, type PageWords } from '../../ui/page-words.ts';
import type { DocumentModel } from './document/document-model.ts';
import classes from './page-list.module.css';

type Props = {
  readonly model: DocumentModel;
  /** 'page', 'slide' or 'sheet'. */
  readonly unit: PageWords;
  /** Of the pane, in pixels. */
  readonly width: number;
  /** Those that lie in the tray. */
  readonly picked: ReadonlySet<number>;
  readonly onPick: (page: number) => void;
};

type LabelProps = { readonly label: string; readonly hidden: boolean; readonly matches: number };

/** What stands below the picture of a page; a name that is cut off is whole where one points. */
function PageLabel({ label, hidden, matches }: LabelProps) {
  return (
    <span className={classes.label}>
      <span className={classes.name} title={label}>
        {label}
      </span>
      {hidden && <span className={classes.hidden}>{HIDDEN_WORD}</span>}
      {matches > 0 && <span className={classes.count}>{formatNumber(matches)}</span>}
    </span>
  );
}

/** What keys do in the list: it goes from page to page, and picks the one where one is. */
function useMoves(model: DocumentModel, onPick: Props['onPick']) {
  return (event: KeyboardEvent): void => {
    const { page, pageCount } = model.state.get();
    const to = (target: number) => () =>
      model.controls.get()?.goToPage(Math.min(pageCount, Math.max(1, target)));
    const handled = performKey(event, 'pages', {
      next: to(page + 1),
      previous: to(page - 1),
      first: to(1),
      last: to(pageCount),
      pick: () => onPick(page),
      go: null,
      restore: null,
    });
    if (handled) event.stopPropagation();
  };
}

/** The pages of the document: small pictures, the current one, and those that match. */
export function PageList({ model, unit, width, picked, onPick }: Props) {
  const { pageCount, page, labels, pageRatio, matchesByPage, hiddenPages } = useStore(model.state);
  const controls = useStore(model.controls);
  const box = useRef<HTMLDivElement>(null);
  const drawn = controls?.thumbnail !== undefined;
  const pictureWidth = Math.max(48, width - 40);
  const pictureHeight = Math.round(pictureWidth / pageRatio);
  const height = drawn ? pictureHeight + 32 : 36;
  const virtual = useVirtualizer({
    count: pageCount,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 3,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height once there are pictures
  useEffect(() => {
    virtual.measure();
    virtual.scrollToIndex(page - 1, { align: 'auto' });
  }, [virtual, height, page]);

  const move = useMoves(model, onPick);
  const items = virtual.getVirtualItems();
  const currentShown = items.some((item) => item.index === page - 1);
  return (
    <nav className={classes.list} aria-label={unit.heading} ref={box}>
      <ul style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
        {items.map((item) => {
          const number = item.index + 1;
          const label = labels?.[item.index] ?? String(number);
          const matches = matchesByPage.get(number) ?? 0;
          const facts = [
            countedPageName(unit, number, label),
            ...(hiddenPages.has(number) ? [HIDDEN_WORD] : []),
            ...(picked.has(number) ? [t`in the tray`] : []),
            ...(matches > 0 ? [plural(matches, { one: '# match', other: '# matches' })] : []),
          ];
          const focusable = currentShown ? number === page : item.index === items[0]?.index;
          return (
            <li key={item.key} style={{ height, transform: `translateY(${item.start}px)` }}>
              <button
                type="button"
                className={classes.page}
                aria-label={facts.join(', ')}
                aria-current={number === page ? 'page' : undefined}
                tabIndex={focusable ? 0 : -1}
                data-match={matches > 0 || undefined}
                data-hidden={hiddenPages.has(number) || undefined}
                data-picked={picked.has(number) || undefined}
                onClick={() => controls?.goToPage(number)}
              >
                {drawn && (
                  <span className={classes.picture} style={{ width: pictureWidth, height: pictureHeight }}>
                    {controls?.thumbnail?.(number, pictureWidth)}
                  </span>
                )}
                <PageLabel label={label} hidden={hiddenPages.has(number)} matches={matches} />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
