import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  readonly icon: Icon;
  readonly title: string;
  /** Why it is empty and what one can do. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
};

/** A place with nothing in it that helps on. */
export function EmptyState({ icon: Drawn, title, text, action }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Drawn size={32} stroke={1.4} aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
