import { IconBooks } from '@tabler/icons-react';
import type { KitSummary } from '../../../contract/kits.ts';
import { blobUrl } from '../../../contract/shell-channels.ts';
import styles from './kits.module.css';

/** The picture of a kit: a page of one of its items. Its box never changes size. */
export function KitCover({ cover, width }: Pick<KitSummary, 'cover'> & { readonly width: number }) {
  const height = Math.round((width * 3) / 4);
  const picture = cover?.thumbnail;
  return (
    <span className={styles.cover} style={{ width, height }}>
      {picture === undefined ? (
        <IconBooks size={Math.min(28, width / 2)} stroke={1.4} aria-hidden />
      ) : (
        <img
          src={blobUrl(picture.sha256, picture.mediaType)}
          alt=""
          width={width}
          height={height}
          draggable={false}
        />
      )}
    </span>
  );
}
