import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { orpc } from '../../base/engine-client.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { InternalMark } from '../../ui/internal-mark.tsx';
import styles from './near-matches.module.css';

/** Where nothing has the words: titles that come near. */
export function NearMatches({ query }: { readonly query: string }) {
  const names = useTermNames();
  const near = useQuery(
    orpc.search.titles.queryOptions({
      input: { query: query.slice(0, 300), limit: 5, usable: true },
      enabled: query !== '',
    }),
  );
  if (near.data === undefined || near.data.length === 0) return null;
  return (
    <section className={styles.near} aria-label={t`Similar titles`}>
      <h3 className={styles.title}>{t`Similar titles`}</h3>
      <ul className={styles.list}>
        {near.data.map(({ asset, title, type, audience }) => (
          <li key={asset}>
            <Link className={styles.link} to="/asset/$assetId" params={{ assetId: asset }}>
              {title}
            </Link>
            <InternalMark audience={audience} />
            <span className={styles.type}>{names.type(type)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
