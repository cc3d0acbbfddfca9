import { IconFolder } from '@tabler/icons-react';
import styles from './hub.module.css';

/** A folder as people know it. */
export function PlaceLine({ location }: { readonly location: string }) {
  return (
    <p className={styles.place}>
      <IconFolder size={18} stroke={1.6} aria-hidden />
      <span>{location}</span>
    </p>
  );
}
