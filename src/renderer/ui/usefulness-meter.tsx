import { plural, t } from '@lingui/core/macro';
import type { Usefulness } from '../../contract/assets.ts';
import { andFromNewMembers } from '../../shared/from-new-members.ts';
import { formatNumber, formatScore } from './format.ts';
import styles from './usefulness-meter.module.css';

/** How useful an asset was: a bar, the score and how many rated it; below three ratings the words that say so. */
export function UsefulnessMeter({ usefulness }: { readonly usefulness: Usefulness }) {
  const fromNew = andFromNewMembers(usefulness.fromNew, usefulness.count);
  if (!usefulness.enough) {
    const text = usefulness.count === 0 ? t`No ratings yet` : t`Not enough ratings`;
    return (
      <span
        className={styles.meter}
        title={t`${plural(usefulness.count, { one: '# rating', other: '# ratings' })}${fromNew}; three are needed for a score`}
      >
        {text}{' '}
        {usefulness.fromNew === undefined ? null : (
          <span>{t`(${formatNumber(usefulness.fromNew)} new)`}</span>
        )}
      </span>
    );
  }
  const { score, lowerBound, count } = usefulness;
  const words = t`Usefulness ${formatScore(score)} of 5 from ${plural(count, { one: '# rating', other: '# ratings' })}, at least ${formatScore(lowerBound)}${fromNew}`;
  return (
    <span className={styles.meter} role="img" aria-label={words} title={words}>
      <span className={styles.track}>
        <span
          className={styles.bar}
          style={{ width: `${Math.max(0, Math.min(100, ((score - 1) / 4) * 100))}%` }}
        />
      </span>
      <span className={styles.score}>{formatScore(score)}</span>
      <span className={styles.count}>
        ({formatNumber(count)}
        {usefulness.fromNew === undefined ? '' : t`, ${formatNumber(usefulness.fromNew)} new`})
      </span>
    </span>
  );
}
