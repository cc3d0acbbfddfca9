import { Link } from '@tanstack/react-router';
import styles from './sync-indicator.module.css';
import { SYNC_NAMES, SYNC_TONES, syncSentence } from './sync-words.ts';
import { useHubState } from './use-sync.ts';

/** At the bottom of the rail: where one stands with the hub, as a dot and a word. Leads to the page that says more. */
export function SyncIndicator() {
  const { data } = useHubState();
  // Until the engine has answered there is nothing to say; the room is kept.
  const state = data?.state ?? 'private';
  return (
    <Link
      className={styles.link}
      to="/sync"
      title={data === undefined ? 'Sync' : `${data.hub.name}: ${syncSentence(data)}`}
      draggable={false}
    >
      <span className={styles.dot} data-tone={SYNC_TONES[state]} aria-hidden />
      <span>{data === undefined ? ' ' : SYNC_NAMES[state]}</span>
    </Link>
  );
}
