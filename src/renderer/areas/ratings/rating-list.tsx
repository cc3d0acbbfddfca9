import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Rating } from '../../../contract/assets.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './rating.module.css';

const shownAtFirst = 8;

/** Who rated it, for what, and what they said; the newest first. */
export function RatingList({
  ratings,
  current,
}: {
  readonly ratings: readonly Rating[];
  readonly current: number;
}) {
  const [all, setAll] = useState(false);
  const names = useTermNames();
  const shown = all ? ratings : ratings.slice(0, shownAtFirst);
  if (ratings.length === 0) return null;
  return (
    <>
      <ul className={classes.ratings} aria-label={t`Ratings`}>
        {shown.map((rating) => {
          const parts = [
            ...(rating.stage === undefined ? [] : [names.stage(rating.stage)]),
            ...(rating.persona === undefined ? [] : [names.persona(rating.persona)]),
            ...(rating.versionNumber === current ? [] : [t`Version ${{ number: rating.versionNumber }}`]),
          ];
          return (
            <li key={rating.by.id} className={classes.rating}>
              <span className={classes.given}>
                <span
                  className={classes.badge}
                  role="img"
                  aria-label={t`Rated ${{ value: rating.value }} of 5`}
                >
                  {rating.value}
                </span>
                <span className={classes.who}>{rating.mine ? t`You` : rating.by.name}</span>
                <span className={classes.when}>
                  <RelativeTime at={rating.at} />
                </span>
              </span>
              {rating.mine ? null : <PersonMarks person={rating.by} />}
              {parts.length > 0 && <span className={classes.purpose}>{parts.join(' · ')}</span>}
              {rating.comment !== undefined && <p className={classes.said}>{rating.comment}</p>}
            </li>
          );
        })}
      </ul>
      {!all && ratings.length > shownAtFirst && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setAll(true)}
        >{t`Show all ${{ count: formatNumber(ratings.length) }} ratings`}</Button>
      )}
    </>
  );
}
