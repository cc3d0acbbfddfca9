import type { ReactNode } from 'react';
import styles from './file-path.module.css';

/** A path or a file’s name, letter by letter: the same in every language. */
export function FilePath({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.path} translate="no">
      {children}
    </span>
  );
}
