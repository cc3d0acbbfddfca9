import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RecallNews } from '../../../contract/reviews.ts';
import { formatDate } from '../../ui/format.ts';
import { AssetRow } from '../assets/asset-row.tsx';
import { RecalledKits, useRecalledKits } from '../kits/recalled-kits.tsx';
import styles from './home-screen.module.css';
import { Section } from './home-sections.tsx';
import { useRecalls } from './use-recalls.ts';

/** What one used and is not to use any more, with what replaces it; nothing where nothing was recalled. */
export function Recalls() {
  const { news, look } = useRecalls();
  const kits = useRecalledKits();
  if (news.length + kits.news.length === 0) return null;
  const lookAtAll = (): void => {
    if (news.length > 0) look();
    kits.look();
  };
  return (
    <Section
      title={t`Don’t use these anymore`}
      aside={<Button size="compact-sm" variant="subtle" onClick={lookAtAll}>{t`Got it`}</Button>}
    >
      <ul className={styles.rows}>
        {news.map((recalled) => (
          <li key={recalled.asset.id} className={styles.recalled}>
            <AssetRow asset={recalled.asset} detail={whyRecalled(recalled)} />
            {recalled.instead && (
              <Link
                className={styles.all}
                to="/asset/$assetId"
                params={{ assetId: recalled.instead.asset }}
                draggable={false}
              >
                {t`Use “${{ title: recalled.instead.title }}” instead`}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {kits.news.length > 0 && <RecalledKits news={kits.news} />}
    </Section>
  );
}

function whyRecalled({ asset: { recall } }: RecallNews): string {
  return recall === null
    ? ''
    : t`${{ day: formatDate(recall.at) }}, by ${{ name: recall.by.name }}: ${{ reason: recall.reason }}`;
}
