import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { pageName, pageWords } from '../../../ui/page-words.ts';
import { clampPage, tellingLabels } from '../document/document-model.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { hiddenNumbers, pageToPresent } from '../document/shown-pages.ts';
import { useDomFind } from '../document/use-dom-find.ts';
import { usePageInView } from '../document/use-page-in-view.ts';
import { useZoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { drawnWidth, useDrawnWidth } from './drawn-width.ts';
import { SlidePicture } from './slide-picture.tsx';
import { SlideSurface } from './slide-surface.tsx';
import classes from './slides.module.css';
import { useNearPages } from './use-near-pages.ts';

type Slides = Extract<Preview, { preview: 'slides' }>;
type Props = ViewerProps & { readonly preview: Slides };

/** The slides of a deck below one another, each with its notes; one at a time, without, where they are presented. */
export function SlidesView({ version, preview, model, find, findsHidden, presenting }: Props) {
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
      zoom: setZoom,
      fits: true,
      step,
      thumbnail: (page, wide) => (
        <SlidePicture version={version.id} page={page} width={drawnWidth(wide, window.devicePixelRatio)} />
      ),
    });
    return () => model.controls.set(null);
  }, [model, version.id, preview, goToPage, setZoom, step]);

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
  const inReach = useNearPages(box, !presenting, preview.slides.length);
  // What may be turned to next is drawn before.
  const near = presenting ? besidePages(shown, preview.slides) : inReach;
  const width =
    zoom === 'page' || presenting
      ? `min(100%, calc(${presenting ? '100dvh' : '(100cqh - 48px)'} * ${preview.aspectRatio}))`
      : zoom === 'width'
        ? 'min(100%, 1200px)'
        : `${960 * zoom}px`;
  return (
    <ScrollBox box={box} label={t`Slides`} className={classes.scroll} presenting={presenting}>
      {presenting && preview.slides.every((slide) => slide.hidden) && (
        <p className={classes.none}>{t`All slides of this deck are hidden. Press Escape to go back.`}</p>
      )}
      <div ref={frame} className={classes.measure} style={{ width }} aria-hidden />
      {preview.slides.map((slide, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: a slide is its place in the deck
          key={index}
          className={classes.slide}
          data-page={index + 1}
          aria-label={nameOf(slide)}
          style={{ width }}
          hidden={presenting && (index + 1 !== shown || slide.hidden === true)}
          data-hidden={slide.hidden || undefined}
        >
          {slide.hidden && !presenting && (
            <p className={classes.mark}>{t`Hidden slide: left out when you present`}</p>
          )}
          <SlideSurface
            version={version.id}
            slide={slide}
            page={index + 1}
            aspectRatio={preview.aspectRatio}
            width={near.has(index + 1) ? wide : undefined}
            onPage={follow}
          />
          {slide.notes !== undefined && slide.notes !== '' && !presenting && (
            <div className={classes.notes}>
              <h3>{t`Notes`}</h3>
              <p>{slide.notes}</p>
            </div>
          )}
        </section>
      ))}
    </ScrollBox>
  );
}

/** A slide that is presented and those that the arrows lead to. */
function besidePages(page: number, slides: Slides['slides']): ReadonlySet<number> {
  const hidden = hiddenNumbers(slides);
  const turned = ([1, -1] as const).map((way) => pageToPresent(page + way, slides.length, hidden, way));
  return new Set([page, ...turned]);
}

function nameOf({ label, title }: Slides['slides'][number]): string {
  const name = pageName(pageWords({ kind: 'pptx' }), label);
  return title === undefined ? name : t`${name}: ${title}`;
}
