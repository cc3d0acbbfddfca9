import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../contract/insights.ts';
import type { ReviewItem } from '../../../contract/reviews.ts';
import { HEADLINE_FIGURES } from '../../../shared/vocabulary/figures.ts';
import { figuresInWords } from '../../../words/figures.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Note } from '../../ui/note.tsx';
import { AssetRow } from '../assets/asset-row.tsx';
import { whyReview } from '../assets/review-words.ts';
import styles from './home-screen.module.css';
import { Answer, AssetRows, RequestRows, Section } from './home-sections.tsx';
import { useOverview, useWaiting } from './use-home.ts';

const SHOWN = 4;

/** What waits for a marketer: open requests by due date, reviews that are due, assets that are rated low. */
export function Waiting() {
  const { ready, error, retry, open, reviews, reviewCount, low } = useWaiting();
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
              {t`All ${{ count: formatNumber(open.length) }}`}
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
          title={t`Reviews`}
          aside={
            reviewCount > 0 && (
              <Link className={styles.all} to="/reviews">
                {t`All ${{ count: formatNumber(reviewCount) }}`}
              </Link>
            )
          }
        >
          <ReviewRows reviews={reviews} />
        </Section>
        <Section nested title={t`Rated low`}>
          <AssetRows assets={low.slice(0, SHOWN)} none={t`Nothing is rated below 3.`} />
        </Section>
      </div>
    </Section>
  );
}

/** What is to be looked at, each with the reason. */
function ReviewRows({ reviews }: { readonly reviews: readonly ReviewItem[] }) {
  if (reviews.length === 0) return <Note>{t`Everything is fresh.`}</Note>;
  return (
    <ul className={styles.rows}>
      {reviews.map((item) => (
        <li key={item.asset.id}>
          <AssetRow asset={item.asset} detail={whyReview(item)} />
        </li>
      ))}
    </ul>
  );
}

function trendOf(number: Overview['adoption']): string {
  if (number.value === null) return t`Nothing to count yet`;
  const part = formatNumber(number.part);
  const whole = formatNumber(number.whole);
  if (number.previous === null) return t`${part} of ${whole}`;
  const change = Math.round((number.value - number.previous) * 100);
  if (change === 0) return t`${part} of ${whole}, unchanged`;
  return change > 0
    ? plural(change, { one: `${part} of ${whole}, up # point`, other: `${part} of ${whole}, up # points` })
    : plural(-change, {
        one: `${part} of ${whole}, down # point`,
        other: `${part} of ${whole}, down # points`,
      });
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
