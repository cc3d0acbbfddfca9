import { Link } from '@tanstack/react-router';
import type { Hit } from '../../../contract/search.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { InternalMark } from '../../ui/internal-mark.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import styles from './best-card.module.css';

type Props = { readonly hit: Hit; readonly why: string };

/** An asset that is best for a call: first page, title, type, usefulness, and why it is here. */
export function BestCard({ hit, why }: Props) {
  const names = useTermNames();
  const { asset } = hit;
  return (
    <Link
      className={styles.card}
      to="/asset/$assetId"
      params={{ assetId: asset.id }}
      title={asset.title}
      draggable={false}
    >
      <AssetThumbnail version={asset.version} title="" width={104} />
      <span className={styles.words}>
        <span className={styles.title}>{asset.title}</span>
        <span className={styles.kind}>
          <span className={styles.line}>{names.type(asset.type)}</span>
          <InternalMark audience={asset.audience} />
        </span>
        <UsefulnessMeter usefulness={asset.usefulness} />
        <span className={styles.line}>{why}</span>
      </span>
    </Link>
  );
}
