import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DueNews } from '../../../contract/reviews.ts';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { AssetRow } from '../assets/asset-row.tsx';
import styles from './home-screen.module.css';
import { Section } from './home-sections.tsx';
import { useDue } from './use-due.ts';

/** Rows that are shown; the list of reviews has all. */
const SHOWN = 4;

/** What one answers for and what comes due of it within weeks; nothing where nothing does. */
export function Due() {
  const { news, look } = useDue();
  if (news.length === 0) return null;
  return (
    <Section
      title={t`Due soon`}
      aside={
        <>
          {news.length > SHOWN && (
            <Link className={styles.all} to="/reviews">
              {t`All ${{ count: formatNumber(news.length) }}`}
            </Link>
          )}
          <Button size="compact-sm" variant="subtle" onClick={look}>{t`Got it`}</Button>
        </>
      }
    >
      <ul className={styles.rows}>
        {news.slice(0, SHOWN).map((one) => (
          <li key={`${one.asset.id} ${one.due}`}>
            <AssetRow asset={one.asset} detail={whyDue(one)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whyDue({ due, on, days }: DueNews): string {
  const day = formatDay(on);
  if (due === 'review')
    return days === 0
      ? t`Review due today`
      : plural(days, { one: `Review due in # day (${day})`, other: `Review due in # days (${day})` });
  return days === 0
    ? t`Last day of use is today`
    : plural(days, { one: `Expires in # day (${day})`, other: `Expires in # days (${day})` });
}
