import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Usefulness } from '../../../contract/assets.ts';
import { fromNewMembers } from '../../../words/new-members.ts';
import { formatScore } from '../../ui/format.ts';
import classes from './rating.module.css';

/** How useful it was: the score with what it rests on, and how many gave 5, 4, 3, 2 and 1. */
export function RatingDistribution({ usefulness }: { readonly usefulness: Usefulness }) {
  const { enough, score, lowerBound, count, distribution } = usefulness;
  const fromNew = fromNewMembers(usefulness.fromNew, count);
  const scored = formatScore(score);
  const atLeast = formatScore(lowerBound);
  const most = Math.max(1, ...distribution);
  return (
    <div>
      {enough ? (
        <p className={classes.score}>
          <Trans>
            <strong>{scored}</strong> of 5 from {plural(count, { one: '# rating', other: '# ratings' })}, at
            least {atLeast}
          </Trans>
          {fromNew === '' ? '' : ` (${fromNew})`}
        </p>
      ) : (
        <p className={classes.score}>{notEnough(count, fromNew)}</p>
      )}
      {count > 0 && (
        <ul className={classes.distribution} aria-label={t`Ratings by value`}>
          {[5, 4, 3, 2, 1].map((value) => {
            const number = distribution[value - 1] ?? 0;
            return (
              <li
                key={value}
                aria-label={t`${value}: ${plural(number, { one: '# rating', other: '# ratings' })}`}
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

function notEnough(count: number, fromNew: string): string {
  if (count === 0) return t`No ratings yet`;
  return fromNew === ''
    ? t`Not enough ratings (${count} of 3)`
    : t`Not enough ratings (${count} of 3, ${fromNew})`;
}
