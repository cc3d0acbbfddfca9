import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { CareMarks } from '../../ui/asset-badges.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import styles from './asset-row.module.css';

type Props = {
  readonly asset: AssetSummary;
  /** A line under the title; the type and the stages where absent. */
  readonly detail?: ReactNode;
  /** At the right end. */
  readonly trailing?: ReactNode;
  /** Page to open at. */
  readonly page?: number;
};

/** An asset as one line that opens it. */
export function AssetRow({ asset, detail, trailing, page }: Props) {
  const names = useTermNames();
  const line = detail ?? [names.type(asset.type), ...asset.stages.map(names.stage)].join(' · ');
  return (
    <Link
      className={styles.row}
      to="/asset/$assetId"
      params={{ assetId: asset.id }}
      search={page === undefined ? {} : { page }}
      draggable={false}
    >
      <AssetThumbnail version={asset.version} title="" width={56} />
      <span className={styles.words}>
        <span className={styles.title}>{asset.title}</span>
        <span className={styles.facts}>
          <CareMarks asset={asset} />
          <span className={styles.detail}>{line}</span>
        </span>
      </span>
      {trailing}
    </Link>
  );
}
