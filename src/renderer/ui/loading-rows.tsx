import { t } from '@lingui/core/macro';
import { Skeleton } from '@mantine/core';
import styles from './loading-rows.module.css';

/** Rows that stand where content will be. They show only after a moment, so that quick answers do not flicker. */
export function LoadingRows({
  count = 6,
  picture = false,
}: {
  readonly count?: number;
  readonly picture?: boolean;
}) {
  const rows = Array.from({ length: count }, (_, index) => index);
  return (
    <div className={styles.rows} aria-busy="true" aria-label={t`Loading`} role="status">
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          {picture && <Skeleton width={72} height={54} />}
          <div className={styles.lines}>
            <Skeleton height={14} width={`${45 + ((row * 17) % 35)}%`} />
            <Skeleton height={12} width={`${25 + ((row * 23) % 40)}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}
