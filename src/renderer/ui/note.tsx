import type { ReactNode } from 'react';
import styles from './note.module.css';

type Props = {
  readonly tone?: 'good' | 'warn' | 'bad';
  /** Read out when it changes. */
  readonly live?: boolean;
  readonly children: ReactNode;
};

/** A sentence or two about what stands beside it. */
export function Note({ tone, live = false, children }: Props) {
  return (
    <p className={styles.note} data-tone={tone} role={live ? 'status' : undefined}>
      {children}
    </p>
  );
}
