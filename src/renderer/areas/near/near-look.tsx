import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { drawsPages } from '../../ui/document-kind.tsx';
import { formatPercent } from '../../ui/format.ts';
import { pageWords } from '../../ui/page-words.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import styles from './near.module.css';
import type { ShownPair } from './use-near.ts';

/** Pages that are shown side by side: who wants to see more opens the two. */
const MOST_SHOWN = 20;
/** In points; pictures are drawn twice as wide, for dense screens. */
const WIDTH = 176;

/** The pages of two assets that are alike, side by side. */
export function NearLook({ pair, onClose }: { readonly pair: ShownPair; readonly onClose: () => void }) {
  const { kept, given, pages } = pair;
  const shown =
    pages.length === 0 ? [{ a: 1, b: 1, similarity: pair.similarity }] : pages.slice(0, MOST_SHOWN);
  return (
    <aside className={styles.look} aria-label={t`Side by side`}>
      <div className={styles.lookHead}>
        <p className={styles.lookTitle}>{kept.title}</p>
        <p className={styles.lookTitle}>{given.title}</p>
        <Tooltip label={t`Close (Escape)`}>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Close the look`} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <ol className={styles.sheets}>
        {shown.map(({ a, b, similarity }) => (
          <li key={`${a}/${b}`} className={styles.sheet}>
            <Page asset={kept} page={a} />
            <Page asset={given} page={b} />
            <p className={styles.quiet}>{t`${{ share: formatPercent(similarity) }} alike`}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}

function Page({ asset, page }: { readonly asset: AssetSummary; readonly page: number }) {
  const { version, title } = asset;
  const url = drawsPages(version) ? pageUrl(version.id, page, 2 * WIDTH) : undefined;
  const [drawn, setDrawn] = useState(false);
  const name = pageWords(version).name(page);
  return (
    <figure className={styles.page}>
      {url !== undefined ? (
        <img
          className={styles.picture}
          src={url}
          alt={t`${{ page: name }} of ${title}`}
          hidden={!drawn}
          draggable={false}
          onLoad={() => setDrawn(true)}
        />
      ) : null}
      {drawn ? null : <AssetThumbnail version={version} title={title} width={WIDTH} />}
      <figcaption className={styles.quiet}>{name}</figcaption>
    </figure>
  );
}
