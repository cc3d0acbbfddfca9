import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetSummary } from '../../contract/assets.ts';
import { orpc } from '../app/engine-client.ts';
import { useTermNames } from '../app/use-taxonomy.ts';
import styles from './asset-picker.module.css';
import { InternalMark } from './internal-mark.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { AssetThumbnail } from './thumbnail.tsx';

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly onPick: (asset: AssetSummary) => void;
  /** Words to begin with. */
  readonly initialQuery?: string;
  /** Assets that can't be picked. */
  readonly except?: readonly string[];
};

/** Finds an asset in place: type, walk the list, pick. */
export function AssetPicker({ label, value, onPick, initialQuery = '', except = [] }: Props) {
  const [query, setQuery] = useState(initialQuery);
  const names = useTermNames();
  const found = useQuery(
    orpc.search.find.queryOptions({
      input: { query, limit: 20, filters: { status: 'all' } },
      placeholderData: keepPreviousData,
    }),
  );
  const hits = (found.data?.hits ?? []).filter((hit) => !except.includes(hit.asset.id));
  return (
    <div className={styles.picker}>
      <TextInput
        label={label}
        value={query}
        placeholder="Words of its title or pages"
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {found.isPending ? (
        <LoadingRows count={3} picture />
      ) : (
        <ul className={styles.list} aria-label="Assets found">
          {hits.map(({ asset }) => (
            <li key={asset.id}>
              <button
                type="button"
                className={styles.option}
                aria-pressed={asset.id === value}
                onClick={() => onPick(asset)}
              >
                <AssetThumbnail version={asset.version} title="" width={48} />
                <span className={styles.words}>
                  <span className={styles.title}>{asset.title}</span>
                  <span className={styles.detail}>{names.type(asset.type)}</span>
                </span>
                <InternalMark audience={asset.audience} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!found.isPending && hits.length === 0 && <p className={styles.none}>No asset fits these words.</p>}
    </div>
  );
}
