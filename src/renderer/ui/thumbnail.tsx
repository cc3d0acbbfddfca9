import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AssetVersion } from '../../contract/assets.ts';
import { blobUrl } from '../../contract/shell-channels.ts';
import { KindIcon, kindName } from './document-kind.tsx';
import styles from './thumbnail.module.css';

type Props = {
  readonly version: Pick<AssetVersion, 'kind' | 'thumbnail'>;
  /** The asset's title, for the picture's description; empty where the title stands beside it. */
  readonly title: string;
  /** In pixels; the height follows at 4 : 3. */
  readonly width: number;
  /** The URL of another page's picture in place of the first; the first stays where that one can't be had. */
  readonly drawn?: string | undefined;
};

/** The first page of a version, or a card with its kind where there is no picture. Its box never changes size. */
export function AssetThumbnail({ version, title, width, drawn }: Props) {
  const [broken, setBroken] = useState<readonly string[]>([]);
  const height = Math.round((width * 3) / 4);
  const picture = version.thumbnail;
  const first = picture === undefined ? undefined : blobUrl(picture.sha256, picture.mediaType);
  const shown = [drawn, first].find((url) => url !== undefined && !broken.includes(url));
  return (
    <span className={styles.frame} style={{ width, height }}>
      {shown !== undefined ? (
        <img
          className={styles.picture}
          src={shown}
          alt={title === '' ? '' : t`First page of ${title}`}
          width={width}
          height={height}
          draggable={false}
          decoding="async"
          onError={() => setBroken([...broken, shown])}
        />
      ) : (
        <span className={styles.card}>
          <KindIcon kind={version.kind} size={width < 64 ? 18 : Math.min(32, Math.max(22, width / 4))} />
          {width >= 64 && kindName(version.kind)}
        </span>
      )}
    </span>
  );
}
