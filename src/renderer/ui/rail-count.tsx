import styles from './rail-item.module.css';

/** How much is new behind something in the rail; nothing where nothing is. Its name says it too. */
export function RailCount({ count, fresh = false }: { readonly count: number; readonly fresh?: boolean }) {
  if (count === 0) return null;
  return (
    <span className={styles.count} data-fresh={fresh || undefined} aria-hidden>
      {count > 99 ? '99+' : count}
    </span>
  );
}
