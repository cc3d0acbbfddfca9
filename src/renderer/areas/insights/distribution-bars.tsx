import { t } from '@lingui/core/macro';
import type { Usefulness } from '../../../contract/assets.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './insights.module.css';

/** How many gave 1, 2, 3, 4 and 5, as five small bars. */
export function DistributionBars({ distribution }: Pick<Usefulness, 'distribution'>) {
  const most = Math.max(1, ...distribution);
  const words = distribution.map((count, index) => `${index + 1}: ${formatNumber(count)}`).join(', ');
  return (
    <span className={classes.bars} role="img" aria-label={t`Ratings by value. ${words}`} title={words}>
      {distribution.map((count, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are the values 1 to 5
          key={index}
          className={classes.distributionBar}
          style={{ height: `${count === 0 ? 4 : 12 + (count / most) * 88}%` }}
          data-none={count === 0 || undefined}
        />
      ))}
    </span>
  );
}
