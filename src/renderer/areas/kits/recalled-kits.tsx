import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecalledKit } from '../../../contract/kit-steps.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { pastUse } from '../assets/review-words.ts';
import styles from './kits.module.css';

const nothing: readonly RecalledKit[] = [];

/** Recalls of kits that one has opened, rated or pinned, until one has looked. */
export function useRecalledKits() {
  const { data: news = nothing } = useQuery(orpc.kits.recallNews.queryOptions());
  const look = (): void => {
    if (news.length === 0) return;
    engine.kits.recallsSeen({ kits: news.map(({ kit }) => kit.id) }).catch(showError);
  };
  return { news, look };
}

/** Them below each other, with why and what to use instead. */
export function RecalledKits({ news }: { readonly news: readonly RecalledKit[] }) {
  return (
    <ul className={styles.rows} aria-label={t`Recalled kits`}>
      {news.map(({ kit, instead }) => (
        <li key={kit.id} className={styles.recalled}>
          <Link className={styles.newsLink} to="/library/kits/$kitId" params={{ kitId: kit.id }}>
            <span className={styles.name}>{kit.name}</span>
            <span className={styles.quiet}> {pastUse(kit)}</span>
          </Link>
          {instead !== undefined &&
            ('kit' in instead ? (
              <Link
                className={styles.instead}
                to="/library/kits/$kitId"
                params={{ kitId: instead.kit }}
              >{t`Use “${{ title: instead.name }}” instead`}</Link>
            ) : (
              <Link
                className={styles.instead}
                to="/asset/$assetId"
                params={{ assetId: instead.asset }}
              >{t`Use “${{ title: instead.title }}” instead`}</Link>
            ))}
        </li>
      ))}
    </ul>
  );
}
