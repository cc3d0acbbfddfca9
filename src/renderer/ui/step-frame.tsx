import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './step-frame.module.css';

type FrameProps = {
  readonly ready: boolean;
  readonly word: string;
  readonly grave?: boolean;
  /** Does it; answers whether it was done. */
  readonly take: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What every step's form has: Enter does it, and a button to leave. */
export function StepFrame({ ready, word, grave = false, take, onClose, children }: FrameProps) {
  const send = async (): Promise<void> => {
    if (ready && (await take())) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" disabled={!ready} {...(grave && { color: 'red.9' })}>
          {word}
        </Button>
      </div>
    </form>
  );
}
