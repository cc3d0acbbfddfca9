import { t } from '@lingui/core/macro';
import { Skeleton } from '@mantine/core';
import styles from './app-shell.module.css';

/** The shell's outline while the engine wakes up: the same boxes, so that nothing jumps. */
export function StartingScreen() {
  return (
    <div className={styles.shell} aria-busy="true" data-screen="Starting" data-ready="false">
      <div className={styles.rail} />
      <div className={styles.header}>
        <Skeleton height={36} maw={560} flex={1} />
      </div>
      <main className={styles.main} aria-label={t`Kitbag is starting`} />
    </div>
  );
}
