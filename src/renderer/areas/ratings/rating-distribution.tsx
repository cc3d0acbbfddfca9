import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Usefulness } from '../../../contract/assets.ts';
import { andFromNewMembers, fromNewMembers } from '../../../shared/from-new-members.ts';
import { formatScore } from '../../ui/format.ts';
import classes from './rating.module.css';

/** How useful it was: the score with what it rests on, and how many gave 5, 4, 3, 2 and 1. */
export function RatingDistribution({ usefulness }: { readonly usefulness: Usefulness }) {
  const { enough, score, lowerBound, count, distribution } = usefulness;
  const fromNew = fromNewMembers(usefulness.fromNew, count);
  const most = Math.max(1, ...distribution);
  return (
    <div>
      {enough ? (
        <p className={classes.score}>
          <Trans>
            <strong>{formatScore(score)}</strong> of 5 from{' '}
            {plural(count, { one: '# rating', other: '# ratings' })}, at least {formatScore(lowerBound)}
            {fromNew === '' ? '' : ` (${fromNew})`}
          </Trans>
        </p>
      ) : (
        <p className={classes.score}>
          {count === 0
            ? t`No ratings yet`
            : t`Not enough ratings (${count} of 3${andFromNewMembers(usefulness.fromNew, count)})`}
        </p>
      )}
      {count > 0 && (
        <ul className={classes.distribution} aria-label={t`Ratings by value`}>
          {[5, 4, 3, 2, 1].map((value) => {
            const number = distribution[value - 1] ?? 0;
            return (
              <li
                key={value}
                aria-label={`${value}: ${plural(number, { one: '# rating', other: '# ratings' })}`}
              >
                <span aria-hidden="true">{value}</span>
                <span className={classes.track} aria-hidden="true">
                  <span className={classes.fill} style={{ width: `${(number / most) * 100}%` }} />
                </span>
                <span className={classes.number} aria-hidden="true">
                  {number}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
