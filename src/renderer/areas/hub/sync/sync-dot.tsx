import type { SyncState } from '../../../../contract/hub.ts';
import styles from './sync-dot.module.css';
import { SYNC_TONES } from './sync-words.ts';

type Props = { readonly state: SyncState; readonly size: 'small' | 'large' };

/** The colour of where one stands with the hub. Beside it stands the word. */
export function SyncDot({ state, size }: Props) {
  return <span className={styles.dot} data-tone={SYNC_TONES[state]} data-size={size} aria-hidden />;
}
