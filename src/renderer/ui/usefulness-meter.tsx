import { plural, t } from '@lingui/core/macro';
import type { Usefulness } from '../../contract/assets.ts';
import { andFromNewMembers } from '../../words/new-members.ts';
import { formatNumber, formatScore } from './format.ts';
import styles from './usefulness-meter.module.css';

/** How useful an asset was: a bar, the score and how many rated it; below three ratings the words that say so. */
export function UsefulnessMeter({ usefulness }: { readonly usefulness: Usefulness }) {
  const { enough, score, lowerBound, count, fromNew } = usefulness;
  if (!enough) {
    const text = count === 0 ? t`No ratings yet` : t`Not enough ratings`;
    const ratings = andFromNewMembers(plural(count, { one: '# rating', other: '# ratings' }), fromNew, count);
    return (
      <span className={styles.meter} title={t`${ratings}; three are needed for a score`}>
        {text} {fromNew === undefined ? null : <span>{t`(${{ count: formatNumber(fromNew) }} new)`}</span>}
      </span>
    );
  }
  const whole = t`Usefulness ${{ score: formatScore(score) }} of 5 from ${plural(count, { one: '# rating', other: '# ratings' })}, at least ${{ lowerBound: formatScore(lowerBound) }}`;
  const words = andFromNewMembers(whole, fromNew, count);
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
        {fromNew === undefined
          ? `(${formatNumber(count)})`
          : t`(${{ count: formatNumber(count) }}, ${{ fromNew: formatNumber(fromNew) }} new)`}
      </span>
    </span>
  );
}
