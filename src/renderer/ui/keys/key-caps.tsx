import { Kbd } from '@mantine/core';
import styles from './key-caps.module.css';
import { keyCaps } from './key-names.ts';

/** A shortcut as keys. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.caps}>
      {keyCaps(keys).map((cap) => (
        <Kbd key={cap} size="xs">
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
