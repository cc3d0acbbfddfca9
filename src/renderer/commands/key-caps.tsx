import { Kbd } from '@mantine/core';
import { keyCaps } from './command.ts';
import styles from './key-caps.module.css';

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
