import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import styles from './undo-message.module.css';

/** What was done, and the button that takes it back. */
export function UndoMessage({ message, onUndo }: { readonly message: string; readonly onUndo: () => void }) {
  return (
    <span className={styles.message}>
      <span>{message}</span>
      <Button size="compact-sm" variant="light" onClick={onUndo}>{t`Undo`}</Button>
    </span>
  );
}
