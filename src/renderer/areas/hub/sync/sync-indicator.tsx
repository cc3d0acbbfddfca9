import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import rail from '../../../ui/rail-item.module.css';
import { SyncDot } from './sync-dot.tsx';
import styles from './sync-indicator.module.css';
import { SYNC_NAMES, syncSentence } from './sync-words.ts';
import { useHubState } from './use-sync.ts';

/** At the bottom of the rail: where one stands with the hub, as a dot and a word. Leads to the page that says more. */
export function SyncIndicator() {
  const { data } = useHubState();
  // Until the engine has answered there is nothing to say; the room is kept.
  const state = data?.state ?? 'private';
  return (
    <Link
      className={`${rail.item} ${styles.link}`}
      to="/sync"
      title={data === undefined ? t`Sync` : `${data.hub.name}: ${syncSentence(data)}`}
      draggable={false}
    >
      <SyncDot state={state} size="small" />
      <span>{data === undefined ? ' ' : SYNC_NAMES[state]}</span>
    </Link>
  );
}
