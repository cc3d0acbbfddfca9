import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { AssetBadges } from '../../ui/asset-badges.tsx';
import { drawsPages } from '../../ui/document-kind.tsx';
import { formatDate, formatDay } from '../../ui/format.ts';
import { pageWords } from '../../ui/page-words.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { CompareLink } from '../compare/compare-link.tsx';
import styles from './reviews.module.css';

/** Pixels across a picture: twice the pane, for dense screens. */
const DRAWN_WIDTH = 640;

/** A look at the asset without leaving the list: its first page, and when somebody looked at it last. */
export function LookPane({ asset, onClose }: { readonly asset: AssetSummary; readonly onClose: () => void }) {
  const { version, verified, owner, verifier, expiresOn } = asset;
  const url = drawsPages(version) ? pageUrl(version.id, 1, DRAWN_WIDTH, []) : undefined;
  const [drawn, setDrawn] = useState<string>();
  const isDrawn = url !== undefined && url === drawn;
  return (
    <aside className={styles.look} aria-label={t`Quick look`}>
      <div className={styles.lookHead}>
        <h2 className={styles.heading}>{asset.title}</h2>
        <Tooltip label={t`Close (Space)`}>
          <ActionIcon aria-label={t`Close the quick look`} onClick={onClose}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {!isDrawn && <AssetThumbnail version={version} title={asset.title} width={286} />}
      {url !== undefined && (
        <img
          className={styles.picture}
          src={url}
          hidden={!isDrawn}
          alt={t`${{ page: pageWords(version).name(1) }} of ${{ title: asset.title }}`}
          draggable={false}
          onLoad={() => setDrawn(url)}
        />
      )}
      <AssetBadges asset={asset} />
      {asset.versionCount > 1 && (
        <p className={styles.lookLink}>
          <CompareLink asset={asset.id}>{t`Compare with the version before`}</CompareLink>
        </p>
      )}
      <UsefulnessMeter usefulness={asset.usefulness} />
      <dl className={styles.lookFacts}>
        <dt>{t`Verified`}</dt>
        <dd>{verified === null ? t`Never` : formatDate(verified.at)}</dd>
        <dt>{t`Verifier`}</dt>
        <dd>{verifier?.name ?? t`Nobody`}</dd>
        <dt>{t`Owner`}</dt>
        <dd>{owner?.name ?? t`Nobody`}</dd>
        <dt>{t`Expires`}</dt>
        <dd>{expiresOn === null ? t`Never` : formatDay(expiresOn)}</dd>
      </dl>
    </aside>
  );
}
