import { t } from '@lingui/core/macro';
import type { ComponentProps } from 'react';
import { pageName, pageWords } from '../../../ui/page-words.ts';
import { SlideSurface } from './slide-surface.tsx';
import classes from './slides.module.css';

type Props = ComponentProps<typeof SlideSurface> & {
  /** How wide it is, as CSS says it. */
  readonly frame: string;
  readonly presenting: boolean;
  /** It is the one that is presented. */
  readonly shown: boolean;
};

/** A slide with its notes and whether its author hid it; alone where it is presented. */
export function OneSlide({ frame, presenting, shown, ...surface }: Props) {
  const { slide, page } = surface;
  return (
    <section
      className={classes.slide}
      data-page={page}
      aria-label={nameOf(slide)}
      style={{ width: frame }}
      hidden={presenting && (!shown || slide.hidden === true)}
      data-hidden={slide.hidden || undefined}
    >
      {slide.hidden && !presenting && (
        <p className={classes.mark}>{t`Hidden slide: left out when you present`}</p>
      )}
      <SlideSurface {...surface} />
      {slide.notes !== undefined && slide.notes !== '' && !presenting && (
        <div className={classes.notes}>
          <h3>{t`Notes`}</h3>
          <p>{slide.notes}</p>
        </div>
      )}
    </section>
  );
}

function nameOf({ label, title }: Props['slide']): string {
  const name = pageName(pageWords({ kind: 'pptx' }), label);
  return title === undefined ? name : t`${name}: ${title}`;
}
