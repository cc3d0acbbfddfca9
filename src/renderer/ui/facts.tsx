import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Names and what they stand for, as `dt` and `dd`, in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
