import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { clampPage, tellingLabels, type ZoomTo } from '../document/document-model.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { hiddenNumbers, pageToPresent } from '../document/shown-pages.ts';
import { useDomFind } from '../document/use-dom-find.ts';
import { usePageInView } from '../document/use-page-in-view.ts';
import { useZoom, type Zoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { drawnWidth, useDrawnWidth } from './drawn-width.ts';
import { OneSlide } from './one-slide.tsx';
import { SlidePicture } from './slide-picture.tsx';
import classes from './slides.module.css';
import { useSlidesToDraw } from './use-slides-to-draw.ts';

type Slides = Extract<Preview, { preview: 'slides' }>;
type Props = ViewerProps & { readonly preview: Slides };

/** The slides of a deck below one another, each with its notes; one at a time, without, where they are presented. */
export function SlidesView(props: Props) {
  const { version, preview, model, find, findsHidden, presenting } = props;
  const box = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(() => clampPage(model.state.get().page, preview.slides.length));
  const { zoom, setZoom } = useZoom(model);
  const goTo = usePageInView(box, model, preview.slides.length, !presenting);
  const step = useDomFind({ box, model, find, findsHidden, content: preview });

  const goToPage = useCallback(
    (page: number) => {
      setShown(clampPage(page, preview.slides.length));
      goTo(page);
    },
    [goTo, preview.slides.length],
  );

  useDeck(props, goToPage, setZoom, step);

  const follow = useCallback(
    (page: number) => {
      const hidden = hiddenNumbers(preview.slides);
      goToPage(presenting ? pageToPresent(page, preview.slides.length, hidden) : page);
    },
    [goToPage, presenting, preview.slides],
  );

  useEffect(() => {
    if (presenting) model.patch({ page: shown });
    else goTo(shown);
  }, [presenting, shown, model, goTo]);

  const wide = useDrawnWidth(frame);
  const { near, first, onKnown } = useSlidesToDraw({ box, presenting, shown, slides: preview.slides });
  return (
    <ScrollBox box={box} label={t`Slides`} className={classes.scroll} presenting={presenting}>
      {presenting && preview.slides.every((slide) => slide.hidden) && (
        <p className={classes.none}>{t`All slides of this deck are hidden. Press Escape to go back.`}</p>
      )}
      <div
        ref={frame}
        className={classes.measure}
        style={{ width: widthOf(zoom, presenting, preview) }}
        aria-hidden
      />
      {preview.slides.map((slide, index) => (
        <OneSlide
          // biome-ignore lint/suspicious/noArrayIndexKey: a slide is its place in the deck
          key={index}
          version={version.id}
          slide={slide}
          page={index + 1}
          aspectRatio={preview.aspectRatio}
          frame={widthOf(zoom, presenting, preview)}
          width={near.has(index + 1) ? wide : undefined}
          presenting={presenting}
          shown={index + 1 === shown}
          kept={index + 1 === first ? version.thumbnail : undefined}
          onPage={follow}
          onKnown={onKnown}
        />
      ))}
    </ScrollBox>
  );
}

/** Tells the panes of the deck, and what can be asked of it. */
function useDeck(
  { version, preview, model }: Props,
  goToPage: (page: number) => void,
  zoom: (to: ZoomTo) => void,
  step: (direction: 1 | -1) => void,
): void {
  useEffect(() => {
    model.patch({
      phase: 'ready',
      pageCount: preview.slides.length,
      labels: tellingLabels(preview.slides.map((slide) => slide.label)),
      hiddenPages: hiddenNumbers(preview.slides),
      pageRatio: preview.aspectRatio,
      canFind: true,
    });
    model.controls.set({
      goToPage,
      zoom,
      fits: true,
      step,
      thumbnail: (page, wide) => (
        <SlidePicture version={version.id} page={page} width={drawnWidth(wide, window.devicePixelRatio)} />
      ),
    });
    return () => model.controls.set(null);
  }, [model, version.id, preview, goToPage, zoom, step]);
}

/** How wide slides are, as CSS says it. */
function widthOf(zoom: Zoom, presenting: boolean, { aspectRatio }: Slides): string {
  if (presenting || zoom === 'page')
    return `min(100%, calc(${presenting ? '100dvh' : '(100cqh - 48px)'} * ${aspectRatio}))`;
  return zoom === 'width' ? 'min(100%, 1200px)' : `${960 * zoom}px`;
}
