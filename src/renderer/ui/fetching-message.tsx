import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import styles from './fetching-message.module.css';

/** How far a file is that is being fetched, and a way to stop it. */
export function FetchingMessage({ far, onStop }: { readonly far: string; readonly onStop: () => void }) {
  return (
    <span className={styles.message}>
      <span>{far}</span>
      <Button size="compact-sm" variant="light" onClick={onStop}>{t`Stop`}</Button>
    </span>
  );
}
