import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../contract/insights.ts';
import { HEADLINE_FIGURES } from '../../../shared/vocabulary/figures.ts';
import { figuresInWords } from '../../../words/figures.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { formatPercent } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import styles from './home-screen.module.css';
import { Answer, AssetRows, RequestRows, Section } from './home-sections.tsx';
import { useOverview, useWaiting } from './use-home.ts';

const SHOWN = 4;

/** What waits for a marketer: open requests by due date, reviews that are due, assets that are rated low. */
export function Waiting() {
  const { ready, error, retry, open, due, low } = useWaiting();
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (!ready) return <LoadingRows count={4} />;
  return (
    <Section title={t`Waiting for you`}>
      <div className={styles.columns}>
        <Section
          nested
          title={t`Requests`}
          aside={
            <Link className={styles.all} to="/requests">
              {t`All ${open.length}`}
            </Link>
          }
        >
          {open.length === 0 ? (
            <p className={styles.none}>{t`Every request is answered.`}</p>
          ) : (
            <RequestRows requests={open.slice(0, SHOWN)} shows="due" />
          )}
        </Section>
        <Section
          nested
          title={t`Reviews due`}
          aside={
            due.length > SHOWN && (
              <Link className={styles.all} to="/library" search={{ q: 'is:due-for-review' }}>
                {t`All ${due.length}`}
              </Link>
            )
          }
        >
          <AssetRows assets={due.slice(0, SHOWN)} none={t`Everything is fresh.`} />
        </Section>
        <Section nested title={t`Rated low`}>
          <AssetRows assets={low.slice(0, SHOWN)} none={t`Nothing is rated below 3.`} />
        </Section>
      </div>
    </Section>
  );
}

function trendOf(number: Overview['adoption']): string {
  if (number.value === null) return t`Nothing to count yet`;
  const parts = t`${number.part} of ${number.whole}`;
  if (number.previous === null) return parts;
  const change = Math.round((number.value - number.previous) * 100);
  if (change === 0) return t`${parts}, as before`;
  return t`${parts}, ${change > 0 ? 'up' : 'down'} ${Math.abs(change)} points`;
}

/** The four numbers of Insights with their trend. */
export function FourNumbers() {
  const overview = useOverview();
  const figures = figuresInWords();
  return (
    <Section
      title={t`The last 90 days`}
      aside={<Link className={styles.all} to="/insights">{t`All insights`}</Link>}
    >
      <Answer query={overview} rows={1}>
        {(data) => (
          <div className={styles.numbers}>
            {HEADLINE_FIGURES.map((key) => (
              <Link
                key={key}
                className={styles.number}
                to="/insights"
                title={figures[key].definition}
                draggable={false}
              >
                <span className={styles.numberName}>{figures[key].name}</span>
                <span className={styles.numberValue}>
                  {data[key].value === null ? '–' : formatPercent(data[key].value)}
                </span>
                <span className={styles.numberTrend}>{trendOf(data[key])}</span>
              </Link>
            ))}
          </div>
        )}
      </Answer>
    </Section>
  );
}
