import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { NewVersion } from '../../../contract/compare.ts';
import { formatDate } from '../../ui/format.ts';
import { AssetRow } from '../assets/asset-row.tsx';
import { CompareLink } from '../compare/compare-link.tsx';
import { useNewVersions } from '../compare/use-new-versions.ts';
import styles from './home-screen.module.css';
import { Section } from './home-sections.tsx';

/** New versions of what one used, with what changed; nothing where there are none. */
export function NewVersions() {
  const { news, look } = useNewVersions();
  if (news.length === 0) return null;
  return (
    <Section
      title={t`New versions of what you used`}
      aside={<Button size="compact-sm" variant="subtle" onClick={look}>{t`Got it`}</Button>}
    >
      <ul className={styles.rows}>
        {news.map((one) => (
          <li key={one.asset.id} className={styles.recalled}>
            <AssetRow asset={one.asset} detail={whatIsNew(one)} />
            <CompareLink
              className={styles.all}
              asset={one.asset.id}
              from={one.used}
              to={one.asset.version.id}
            >
              {t`See what changed`}
            </CompareLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whatIsNew({ asset: { version } }: NewVersion): string {
  const number = version.number;
  const day = formatDate(version.addedAt);
  return version.note === undefined || version.restored !== undefined
    ? t`Version ${number}, ${day}`
    : t`Version ${number}, ${day}: ${{ note: version.note }}`;
}
