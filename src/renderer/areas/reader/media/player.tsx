import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import type { AssetVersion } from '../../../../contract/assets.ts';
import { blobUrl } from '../../../../contract/shell-channels.ts';
import classes from './media.module.css';

const rates = ['0.5', '0.75', '1', '1.25', '1.5', '2'];

type Props = {
  readonly version: AssetVersion;
  readonly title: string;
  readonly player: RefObject<(HTMLVideoElement & HTMLAudioElement) | null>;
  readonly onReady?: () => void;
  readonly onFail: () => void;
  /** Where it plays, in seconds; some times a second. */
  readonly onTime?: (seconds: number) => void;
};

/** The player that the browser brings; it reads only what is played. */
export function Player({ version, title, player, onReady, onFail, onTime }: Props) {
  const [rate, setRate] = useState('1');
  useEffect(() => {
    if (player.current !== null) player.current.playbackRate = Number(rate);
  }, [rate, player]);

  const shared = {
    ref: player,
    src: blobUrl(version.sha256, version.mediaType),
    controls: true,
    preload: 'metadata' as const,
    'aria-label': title,
    controlsList: 'nodownload noremoteplayback',
    onLoadedMetadata: onReady,
    onTimeUpdate: () => onTime?.(player.current?.currentTime ?? 0),
    onError: onFail,
  };
  return (
    <>
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
    </>
  );
}
