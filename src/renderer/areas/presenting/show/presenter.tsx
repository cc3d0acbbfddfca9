import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowsExchange,
  IconChevronLeft,
  IconChevronRight,
  IconSquare,
  IconSquareFilled,
} from '@tabler/icons-react';
import { useRef } from 'react';
import type { Presentation } from '../../../../contract/presentation.ts';
import { useStore } from '../../../base/store.ts';
import { Laser } from './audience.tsx';
import { Clock, Elapsed } from './clock.tsx';
import { PackStrip } from './pack-strip.tsx';
import { PageCanvas, usePagePictures } from './page-canvas.tsx';
import classes from './show.module.css';
import { useLaser, useShowKeys } from './show-keys.ts';
import { steer, typed } from './show-store.ts';
import { nameOfSlide, slideMeant } from './typed.ts';

/** The presenter's own display: this page, the next one, notes, time, and all pages. */
export function PresenterView({ now }: { readonly now: Presentation }) {
  const { show, state } = now;
  const frame = useRef<HTMLElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useShowKeys(now);
  useLaser(page);
  const pictures = usePagePictures(show.slides, state.at, frame);
  const slide = show.slides[state.at];
  const next = show.slides[state.at + 1];
  if (slide === undefined) return null;
  return (
    <main className={classes.presenter}>
      <Told now={now} />
      <section ref={frame} className={classes.current} aria-label={t`This page`}>
        <PageCanvas slide={slide} at={state.at} drawn={pictures.of(state.at)} page={page}>
          <Laser point={state.point} />
          {state.black && (
            <span className={classes.black}>{t`The audience sees black. Press B to go on.`}</span>
          )}
        </PageCanvas>
      </section>
      <section className={classes.next} aria-label={t`Next page`}>
        <h2>{t`Next`}</h2>
        {next === undefined ? (
          <p className={classes.quiet}>{t`This is the last page.`}</p>
        ) : (
          <div className={classes.upcoming}>
            <PageCanvas slide={next} at={state.at + 1} drawn={pictures.of(state.at + 1)} />
          </div>
        )}
      </section>
      <section className={classes.notes} aria-label={t`Notes`}>
        <h2>{t`Notes`}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <p key={state.at} tabIndex={0} className={slide.notes === '' ? classes.quiet : classes.written}>
          {slide.notes === '' ? t`No notes for this page.` : slide.notes}
        </p>
      </section>
      <PackStrip title={show.title} slides={show.slides} at={state.at} />
      <Controls now={now} />
    </main>
  );
}

/** What is not as it should be, and what to do. */
function Told({ now: { state } }: { readonly now: Presentation }) {
  if (state.displayGone)
    return (
      <div className={classes.told} role="alert">
        <span>{t`The audience’s display was disconnected. Connect it again to go on there, or show the pages on this one.`}</span>
        <Button size="compact-sm" onClick={() => steer({ to: 'here' })}>{t`Show the pages here`}</Button>
      </div>
    );
  if (state.undrawn.includes(state.at))
    return (
      <div className={classes.told} role="status">
        {t`This page can’t be drawn: its file is missing or was changed on this disk. The audience sees its words.`}
      </div>
    );
  return null;
}

function Controls({ now: { show, state } }: { readonly now: Presentation }) {
  const text = useStore(typed);
  const count = show.slides.length;
  const position = state.at + 1;
  return (
    <div className={classes.controls} role="toolbar" aria-label={t`Presentation`}>
      <ActionIcon
        size="lg"
        aria-label={t`Previous page`}
        disabled={state.at === 0}
        onClick={() => steer({ to: 'turn', by: -1 })}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <span className={classes.position} aria-live="polite">{t`${position} of ${count}`}</span>
      <ActionIcon
        size="lg"
        aria-label={t`Next page`}
        disabled={position === count}
        onClick={() => steer({ to: 'turn', by: 1 })}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
      <Tooltip label={t`Black (B)`}>
        <ActionIcon
          size="lg"
          aria-label={t`Black`}
          aria-pressed={state.black}
          onClick={() => steer({ to: 'black' })}
        >
          {state.black ? <IconSquareFilled size={18} aria-hidden /> : <IconSquare size={18} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      {state.canSwap && (
        <Tooltip label={t`Swap displays (F8)`}>
          <ActionIcon size="lg" aria-label={t`Swap displays`} onClick={() => steer({ to: 'swap' })}>
            <IconArrowsExchange size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <span className={classes.typed} role="status">
        {text === '' ? (
          t`Type a number or a word to jump`
        ) : (
          <Typed text={text} slides={show.slides} at={state.at} />
        )}
      </span>
      <Clock />
      <Elapsed since={state.since} />
      <Button color="red.9" onClick={() => steer({ to: 'end' })}>{t`End (Esc)`}</Button>
    </div>
  );
}

type TypedProps = {
  readonly text: string;
  readonly slides: Presentation['show']['slides'];
  readonly at: number;
};

/** What was typed, and where Enter leads. */
function Typed({ text, slides, at }: TypedProps) {
  const meant = slideMeant(slides, at, text);
  const slide = meant === undefined ? undefined : slides[meant];
  if (slide === undefined) return <>{t`${text}: on no page`}</>;
  const name = nameOfSlide(slide);
  return <>{t`${text}: Enter goes to “${name}”`}</>;
}
