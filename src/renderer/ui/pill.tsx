import type { ReactNode } from 'react';
import styles from './pill.module.css';

type Props = {
  /** Colour only where it means something. */
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad' | 'info';
  readonly title?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A small word beside a title. */
export function Pill({ tone = 'plain', title, icon, children }: Props) {
  return (
    <span className={styles.pill} data-tone={tone} title={title}>
      {icon}
      {children}
    </span>
  );
}
