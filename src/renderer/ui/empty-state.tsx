import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  readonly icon: Icon;
  readonly title: string;
  /** Why it is empty and what one can do. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
  /** 1 where it is the whole window. */
  readonly level?: 1 | 2;
};

/** A place with nothing in it that helps on. */
export function EmptyState({ icon: Drawn, title, text, action, level = 2 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Drawn size={32} stroke={1.4} aria-hidden />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{text}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
