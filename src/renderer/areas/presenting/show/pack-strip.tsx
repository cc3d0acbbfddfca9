import { t } from '@lingui/core/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Slide } from '../../../../contract/presenting.ts';
import classes from './show.module.css';
import { steer } from './show-store.ts';
import { nameOfSlide, numberOf } from './typed.ts';

type Props = { readonly title: string; readonly slides: readonly Slide[]; readonly at: number };

const ROW = 32;

/** All pages of the pack, each by the number that leads to it. */
export function PackStrip({ title, slides, at }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: slides.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  useEffect(() => rows.scrollToIndex(at, { align: 'auto' }), [rows, at]);
  return (
    <div className={classes.pages}>
      <h1>{title}</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <nav ref={scroller} className={classes.strip} aria-label={t`Pages`} tabIndex={0}>
        <ol style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const slide = slides[index];
            if (slide === undefined) return null;
            const begins = slides[index - 1]?.version !== slide.version;
            return (
              <li key={index} style={{ transform: `translateY(${start}px)`, height: ROW }}>
                <button
                  type="button"
                  tabIndex={index === at ? 0 : -1}
                  aria-current={index === at ? 'page' : undefined}
                  onClick={() => steer({ to: 'go', at: index })}
                >
                  <span className={classes.number}>{numberOf(slides, index)}</span>
                  <span className={classes.name}>{nameOfSlide(slide)}</span>
                  {begins && <span className={classes.document}>{slide.title}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
    </div>
  );
}
