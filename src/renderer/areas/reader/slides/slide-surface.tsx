import { t } from '@lingui/core/macro';
import { useCallback, useState } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { SlidePicture } from './slide-picture.tsx';
import { SlideWords } from './slide-words.tsx';
import classes from './slides.module.css';

type Props = {
  readonly version: string;
  readonly slide: Extract<Preview, { preview: 'slides' }>['slides'][number];
  /** 1 for the first. */
  readonly page: number;
  readonly aspectRatio: number;
  /** Of its picture, in the screen's own pixels; undefined while it is far from sight. */
  readonly width: number | undefined;
  /** Follows a link to another slide. */
  readonly onPage: (page: number) => void;
};

/** A slide as the engine draws it, with its words over the picture; the words alone where it can't be drawn. */
export function SlideSurface({ version, slide, page, aspectRatio, width, onPage }: Props) {
  const [missing, setMissing] = useState(false);
  const onKnown = useCallback((there: boolean) => setMissing(!there), []);
  return (
    <div className={classes.surface} data-undrawn={missing || undefined} style={{ aspectRatio }}>
      <SlidePicture version={version} page={page} width={width} onKnown={onKnown} />
      <SlideWords blocks={slide.blocks} onPage={onPage} />
      {missing && slide.blocks.length === 0 && (
        <p
          className={classes.blank}
        >{t`Kitbag can’t draw what is on this slide. Open the file in its default app to see it.`}</p>
      )}
    </div>
  );
}
