import { t } from '@lingui/core/macro';
import { Button, Checkbox } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Proposal } from '../../../contract/proposals.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useSession } from '../../base/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { KitReviews } from '../kits/kit-reviews.tsx';
import { ProposalRows } from '../proposals/proposal-rows.tsx';
import { useWaitingProposals } from '../proposals/use-proposals.ts';
import { LookPane } from './look-pane.tsx';
import { ReviewActions } from './review-actions.tsx';
import { ReviewRows } from './review-rows.tsx';
import styles from './reviews.module.css';
import { useDesk } from './use-desk.ts';
import { REVIEWS_AT_ONCE, useReviews } from './use-reviews.ts';

/** What is to be looked at, most used first: looked at, verified, handed on, put away by one key each. */
export function ReviewsScreen() {
  const [mine, setMine] = useState(false);
  const [limit, setLimit] = useState(REVIEWS_AT_ONCE);
  const reviews = useReviews(mine, limit);
  const desk = useDesk(reviews, focusAbove);
  const proposals = useWaitingProposals();
  const { data, error } = reviews;
  return (
    <Screen
      title={t`Reviews`}
      fill
      ready={data !== undefined || error !== null}
      actions={
        <Checkbox
          label={t`Only mine`}
          checked={mine}
          onChange={(event) => setMine(event.currentTarget.checked)}
        />
      }
    >
      {data === undefined ? (
        error === null ? (
          <LoadingRows count={7} picture />
        ) : (
          <ErrorState error={error} onRetry={() => void reviews.refetch()} />
        )
      ) : (
        <div className={styles.layout}>
          <div className={styles.middle}>
            <div className={styles.scroll}>
              <div data-above-reviews>
                {proposals.length > 0 && <Proposed proposals={proposals} />}
                <KitReviews onBelow={focusReviews} />
              </div>
              {desk.rows.length > 0 ? (
                <ReviewRows desk={desk} />
              ) : (
                proposals.length === 0 && <NothingToReview mine={mine} />
              )}
              {desk.rows.length > 0 && data.total > data.items.length && (
                <p className={styles.more}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => setLimit(limit + REVIEWS_AT_ONCE)}
                  >{t`Show more`}</Button>{' '}
                  {t`Showing the first ${{ shown: formatNumber(data.items.length) }} of ${{ total: formatNumber(data.total) }}.`}
                </p>
              )}
            </div>
            <ReviewActions desk={desk} />
          </div>
          {desk.looking && desk.current !== undefined && (
            <LookPane asset={desk.current.asset} onClose={desk.look} />
          )}
        </div>
      )}
    </Screen>
  );
}

/** What others propose, above what is to be reviewed. */
function Proposed({ proposals }: { readonly proposals: readonly Proposal[] }) {
  return (
    <section aria-label={t`Proposed by colleagues`}>
      <h2 className={`${styles.heading} ${styles.inset}`}>{t`Proposed by colleagues`}</h2>
      <ProposalRows proposals={proposals} onBelow={focusReviews} />
    </section>
  );
}

/** The last of what stands above the rows: kits to review, else what is proposed. */
function focusAbove(): boolean {
  const row = [
    ...document.querySelectorAll<HTMLElement>(
      '[data-above-reviews] [data-proposal], [data-above-reviews] [data-kit]',
    ),
  ].at(-1);
  row?.focus();
  return row !== undefined;
}

function focusReviews(): boolean {
  const row = document.querySelector<HTMLElement>('[data-chosen] [data-review-row]');
  row?.focus();
  return row !== null;
}

function NothingToReview({ mine }: { readonly mine: boolean }) {
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconRosetteDiscountCheck}
      title={t`Nothing to review`}
      text={
        mine
          ? t`Nothing that you answer for is due within four weeks.`
          : t`Everything is verified, has an owner and is not due within four weeks.`
      }
      action={
        can.publish && <Button component="a" href="#/library" variant="default">{t`See the library`}</Button>
      }
    />
  );
}
