import styles from './rail-item.module.css';

/** How much is new behind something in the rail; nothing where nothing is. Its name says it too. */
export function RailCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.count} aria-hidden>
      {count > 99 ? '99+' : count}
    </span>
  );
}
