import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { blobUrl } from '../../../../contract/shell-channels.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './media.module.css';

const rates = ['0.5', '0.75', '1', '1.25', '1.5', '2'];

/** A video or a recording with the player that the browser brings; it reads only what is played. */
export function MediaView({ version, model, title }: ViewerProps & { readonly title: string }) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [rate, setRate] = useState('1');
  const url = blobUrl(version.sha256, version.mediaType);

  useEffect(() => {
    model.controls.set({ goToPage: () => undefined });
    return () => model.controls.set(null);
  }, [model]);

  useEffect(() => {
    if (player.current !== null) player.current.playbackRate = Number(rate);
  }, [rate]);

  const shared = {
    ref: player,
    src: url,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': title,
    controlsList: 'nodownload noremoteplayback',
    onLoadedMetadata: () => model.patch({ phase: 'ready', pageCount: 1, page: 1 }),
    onError: () =>
      model.patch({
        phase: 'failed',
        problem: t`This recording can’t be played here: its file is damaged or in a format that Kitbag can’t play. Open it in its default app, or save a copy.`,
      }),
  };
  return (
    <div className={classes.media} data-reader-scroll>
      {version.kind === 'video' ? (
        <video
          {...shared}
          className={classes.video}
          disablePictureInPicture
          {...(version.thumbnail === undefined
            ? {}
            : { poster: blobUrl(version.thumbnail.sha256, version.thumbnail.mediaType) })}
        />
      ) : (
        <audio {...shared} className={classes.audio} />
      )}
      <NativeSelect
        className={classes.rate}
        label={t`Speed`}
        size="xs"
        value={rate}
        onChange={(event) => setRate(event.currentTarget.value)}
        data={rates.map((value) => ({ value, label: `${value} ×` }))}
      />
    </div>
  );
}
