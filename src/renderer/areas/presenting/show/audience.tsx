import { useEffect, useRef } from 'react';
import type { Presentation } from '../../../../contract/presentation.ts';
import { PageCanvas, usePagePictures } from './page-canvas.tsx';
import classes from './show.module.css';
import { useLaser, useShowKeys } from './show-keys.ts';
import { steer } from './show-store.ts';

/** The audience's display: the page, and nothing else. */
export function Audience({ now }: { readonly now: Presentation }) {
  const { show, state } = now;
  const frame = useRef<HTMLElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useShowKeys(now);
  useLaser(page);
  const pictures = usePagePictures(show.slides, state.at, frame);
  const drawn = pictures.of(state.at);
  useEffect(() => {
    if (drawn === null) steer({ to: 'undrawn', at: state.at });
  }, [drawn, state.at]);
  const slide = show.slides[state.at];
  return (
    <main ref={frame} className={classes.audience} data-at={state.at} data-black={state.black || undefined}>
      {slide !== undefined && !state.black && (
        <PageCanvas slide={slide} at={state.at} drawn={drawn} page={page}>
          <Laser point={state.point} />
        </PageCanvas>
      )}
    </main>
  );
}

/** Where it is pointed at. */
export function Laser({ point }: { readonly point: Presentation['state']['point'] }) {
  if (point === null) return null;
  return (
    <span
      className={classes.laser}
      data-laser
      style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
    />
  );
}
