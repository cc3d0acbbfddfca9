import { t } from '@lingui/core/macro';
import { useCallback, useState } from 'react';
import type { AssetVersion, Preview } from '../../../../contract/assets.ts';
import { blobUrl } from '../../../../contract/shell-channels.ts';
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
  /** The picture that was kept of it at publishing, if that was of this slide. */
  readonly kept?: AssetVersion['thumbnail'] | undefined;
  /** Told when its picture is there, or that there is none. */
  readonly onKnown?: ((page: number) => void) | undefined;
  /** Follows a link to another slide. */
  readonly onPage: (page: number) => void;
};

/**
 * A slide as the engine draws it, with its words over the picture; the words alone where it can't be drawn. Until it is drawn, the picture that was
 * kept of it, or else its words.
 */
export function SlideSurface(props: Props) {
  const { version, slide, page, aspectRatio, width, kept, onPage, onKnown } = props;
  const [drawn, setDrawn] = useState<'waits' | 'drawn' | 'missing'>('waits');
  const known = useCallback(
    (there: boolean) => {
      setDrawn(there ? 'drawn' : 'missing');
      onKnown?.(page);
    },
    [onKnown, page],
  );
  const until = kept && drawn === 'waits' ? blobUrl(kept.sha256, kept.mediaType) : undefined;
  const waits = drawn === 'waits' && width !== undefined && until === undefined;
  return (
    <div
      className={classes.surface}
      data-undrawn={drawn === 'missing' || undefined}
      data-waits={waits || undefined}
      style={{ aspectRatio }}
    >
      <SlidePicture version={version} page={page} width={width} until={until} onKnown={known} />
      <SlideWords blocks={slide.blocks} onPage={onPage} />
      {drawn === 'missing' && slide.blocks.length === 0 && (
        <p
          className={classes.blank}
        >{t`Kitbag can’t draw what is on this slide. Open the file in its default app to see it.`}</p>
      )}
    </div>
  );
}
